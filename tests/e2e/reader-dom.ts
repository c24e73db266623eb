import type { Page } from 'playwright';
import { inReader } from '../../scripts/in-reader.mjs';

export { inReader };

/** What a person sees of the open reader. */
export interface ReaderText {
  title: string;
  standfirst: string;
  /** ISO 8601; '' where no date is shown. */
  published: string;
  text: string;
  headings: { level: number; text: string }[];
}

/** The open reader's words, or undefined where none is open, or not all of its text stands yet. */
export const readReader = (page: Page): Promise<ReaderText | undefined> =>
  inReader(
    page,
    (root) => {
      const clean = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
      const article = root.querySelector('article') ?? root.querySelector('main') ?? root;
      if (root.querySelector('.text[aria-busy="true"]')) return undefined; // more of it is on its way
      return {
        title: clean(article.querySelector('h1')),
        standfirst: clean(article.querySelector('.standfirst')),
        published: article.querySelector('time')?.dateTime ?? '',
        text: [...article.children].map((child) => (child as HTMLElement).innerText).join('\n'),
        headings: [...article.querySelectorAll('h2,h3,h4,h5,h6')].map((h) => ({ level: Number(h.tagName[1]), text: clean(h) })),
      };
    },
    null,
  );

/** Clicks the first match of a selector in the reader with the mouse, also in a closed root. */
export async function clickInReader(page: Page, selector: string): Promise<void> {
  const at = await inReader(
    page,
    (root, wanted) => {
      const element = root.querySelector(wanted);
      element?.scrollIntoView({ block: 'center' });
      const box = element?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    selector,
  );
  if (!at) throw new Error(`The reader should hold "${selector}", but does not`);
  await page.mouse.click(at.x, at.y);
}

/** Milliseconds: far more than anything here takes on a machine that has nothing else to do. */
const patience = 25_000;

/** Waits until a condition holds; asks every 50 ms. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false | null>, timeout = patience): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits for the reader to show an article to its end, and reads it. */
export const waitForReader = (page: Page): Promise<ReaderText> =>
  until('the reader shows an article', async () => {
    const reader = await readReader(page);
    return reader?.title ? reader : undefined;
  });

/** Waits for the reader to be gone. */
export const waitForNoReader = (page: Page): Promise<true> =>
  until('the reader is gone', async () => ((await inReader(page, () => true, null)) ? undefined : true));
