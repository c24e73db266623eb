/**
 * The section being read: index of the last heading at or above the reading line, -1 before the first.
 *
 * @param tops distances of the headings, in document order, from the top of what is visible, in pixels
 * @param line the reading line, in the same measure
 */
export function currentSection(tops: readonly number[], line: number): number {
  let current = -1;
  for (const top of tops) {
    if (top > line) break;
    current++;
  }
  return current;
}

/** Where "previous" leads: to the start of the section being read, or, from there, to the one before. */
export function previousSection(tops: readonly number[], line: number): number {
  const current = currentSection(tops, line);
  const top = tops[current];
  // Within two lines of its heading, a section counts as just begun.
  return top !== undefined && top < line - 60 ? current : Math.max(-1, current - 1);
}
