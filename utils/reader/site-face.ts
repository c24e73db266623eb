/** Enough paragraphs to tell by: each look at a style has its price. */
const mostLookedAt = 60;

/**
 * The typeface that the page sets most of its paragraphs in, as its computed style has it; null where the page has none.
 *
 * @param page the live page
 */
export function readSiteFace(page: Document): string | null {
  const view = page.defaultView;
  const lengths = new Map<string, number>();
  const paragraphs = [...page.querySelectorAll('article p, main p')];
  for (const paragraph of (paragraphs.length ? paragraphs : [...page.querySelectorAll('p')]).slice(0, mostLookedAt)) {
    const face = view?.getComputedStyle(paragraph).fontFamily;
    if (face) lengths.set(face, (lengths.get(face) ?? 0) + (paragraph.textContent?.length ?? 0));
  }
  const [most] = [...lengths].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}
