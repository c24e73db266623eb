/** How far each heading is from the top of what is visible, in pixels, in document order; measured when it is asked for. */
export interface Tops {
  length: number;
  at(index: number): number | undefined;
}

/**
 * The section being read: index of the last heading at or above the reading line, -1 before the first.
 *
 * @param line the reading line, in the same measure
 */
export function currentSection(tops: Tops, line: number): number {
  let [from, to] = [0, tops.length]; // the first below the line is among these: of thousands, few are measured
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((tops.at(middle) ?? line) > line) to = middle;
    else from = middle + 1;
  }
  return from - 1;
}

/** Where "previous" leads: to the start of the section being read, or, from there, to the one before. */
export function previousSection(tops: Tops, line: number): number {
  const current = currentSection(tops, line);
  const top = current < 0 ? undefined : tops.at(current);
  // Within two lines of its heading, a section counts as just begun.
  return top !== undefined && top < line - 60 ? current : Math.max(-1, current - 1);
}
