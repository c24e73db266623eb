import type { Page } from 'puppeteer-core';
import { until } from './reader-dom';

/** What a person does with a page of ours in Firefox, by the words that stand on it. */
export interface Hands {
  /** All the words that show: of the reader where one is open (the build made for tests has an open root), else of the page. */
  text(): Promise<string>;
  shows(words: string | RegExp): Promise<string>;
  showsNoMore(words: string | RegExp): Promise<true>;
  /** Presses what bears these words, or any that the selector finds where the words are ''. */
  press(words: string, selector?: string): Promise<boolean>;
  /** Writes into the field of a name. */
  fill(field: string, value: string, selector?: string): Promise<boolean>;
}

const pressable = 'button, a, summary, label, [role="switch"], [role="option"], input[type="checkbox"], input[type="radio"]';
const fields = 'input, textarea, select';

/** Where in the window. */
interface Place {
  x: number;
  y: number;
}

/** Runs in the page: presses or fills; `byMouse`: tells where to press instead. */
function act(document: Document, selector: string, words: string, value: string | null, byMouse: boolean): boolean | Place {
  const reader = document.documentElement.lastElementChild?.shadowRoot;
  const roots = reader ? [reader] : [...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []), document];
  const nameOf = (element: HTMLElement & { labels?: NodeListOf<HTMLElement> | null }) =>
    (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const found = roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
    .find((element) => element.checkVisibility() && (!words || nameOf(element) === words));
  if (!found || found.getAttribute('aria-disabled') === 'true') return false;
  if (value === null) {
    if (byMouse) {
      found.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    found.click();
    return true;
  }
  const field = found as HTMLInputElement;
  field.focus();
  field.value = value;
  const { Event } = document.defaultView as unknown as { Event: typeof globalThis.Event };
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** Runs in the page. */
function read(document: Document): string {
  const reader = document.documentElement.lastElementChild?.shadowRoot;
  const inner = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => [...(shadowRoot?.children ?? [])]);
  const shown = [...(reader ? [] : [document.body]), ...inner.filter(({ localName }) => localName !== 'style')];
  return shown.map((part) => (part as HTMLElement).innerText.replace(/\u00a0/g, ' ')).join('\n');
}

/** Hands on a document that a function can be run in; `click` where there is a mouse, without which a page cannot tell them from a script. */
export function handsIn(
  run: <T>(act: (document: Document, ...args: never[]) => T, ...args: unknown[]) => Promise<T>,
  click?: (place: Place) => Promise<void>,
): Hands {
  const text = () => run(read);
  const has = (shown: string, words: string | RegExp) => (typeof words === 'string' ? shown.includes(words) : words.test(shown));
  return {
    text,
    async shows(words) {
      let shown = '';
      const look = async () => {
        shown = await text();
        return has(shown, words) && shown;
      };
      return until(`"${words}" is shown`, look).catch((error: Error) => {
        throw new Error(`${error.message}, but what is shown is: ${shown.slice(0, 2000)}`);
      });
    },
    showsNoMore: (words) => until(`"${words}" is shown no more`, async () => !has(await text(), words)),
    press: (words, selector = pressable) =>
      until(`"${words}" is pressed`, async () => {
        const found = await run(act, selector, words, null, click !== undefined);
        if (typeof found === 'object') await click?.(found);
        return Boolean(found);
      }),
    fill: (field, value, selector = fields) =>
      until(`"${field}" is filled`, async () => Boolean(await run(act, selector, field, value, false))),
  };
}

/** Hands on a page. */
export const handsOn = (page: Page): Hands =>
  handsIn(
    async (act, ...args) => page.evaluate(act as never, await page.evaluateHandle(() => document), ...(args as never[])) as never,
    ({ x, y }) => page.mouse.click(x, y),
  );
