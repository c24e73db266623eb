/**
 * How much there is on a page: `large` is more than can be read in the time of a blink, `huge` more than anyone wants read without having
 * asked for it.
 */
export type PageSize = 'ordinary' | 'large' | 'huge';

/** Elements, and characters of text, from which on a page is large, and huge. A long article of news has some 3,000, and 30,000. */
const LARGE = { elements: 8_000, text: 400_000 };
const HUGE = { elements: 60_000, text: 3_000_000 };

/** Judges a page's size by looking at no more of it than it takes to tell. */
export function sizeOf(page: Document): PageSize {
  const all = page.getElementsByTagName('*'); // the nth of a live list is found without making the rest of it
  if (all[HUGE.elements]) return 'huge';
  const text = page.body?.textContent?.length ?? 0;
  if (text > HUGE.text) return 'huge';
  return all[LARGE.elements] || text > LARGE.text ? 'large' : 'ordinary';
}
