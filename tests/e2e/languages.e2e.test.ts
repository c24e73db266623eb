import { parseMessagesFile } from '@wxt-dev/i18n/build';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { inReader, until, waitForReader } from './reader-dom';
import { storyPage } from './stories';

const address = 'http://site-a.test/news/ferry';
let chromium: Chromium;

afterEach(() => chromium.close());

/** The words of one language that hold no place for others: key → text. */
async function wordsOf(locale: string): Promise<Map<string, string>> {
  const messages = await parseMessagesFile(`utils/i18n/locales/${locale}.yml`);
  return new Map(
    messages.flatMap((message) =>
      message.type === 'plural' || message.message.includes('$') ? [] : [[message.key.join('.'), message.message] as const],
    ),
  );
}

const languageOf = (page: Page) => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]);

/** What a person sees, or hears by a screen reader, of a page. */
const shownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const named = [...document.querySelectorAll('*')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    return [...named, ...texts].map((text) => text.trim()).filter(Boolean);
  });

test('a browser in Arabic: everything runs from right to left, and an English article inside it from left to right', async () => {
  const arabic = await wordsOf('ar');
  const words = (key: string) => arabic.get(key) ?? `no Arabic for ${key}`;
  chromium = await startChromium({ language: 'ar' });
  chromium.serve('site-a.test', '/news/ferry', storyPage('The ferry is late'));
  const page = await chromium.newPage(address);
  await until('the button opens the reader', () => chromium.buttonOpensReader(page));
  expect(await chromium.buttonTitle(page)).toBe(words('button.article'));
  await chromium.clickToolbarButton(page);
  await waitForReader(page);
  const seen = await inReader(
    page,
    (root) => {
      const reader = root.querySelector<HTMLElement>('.reader');
      const article = root.querySelector<HTMLElement>('article');
      const placeOf = (selector: string) => root.querySelector(selector)?.getBoundingClientRect().x ?? Number.NaN;
      return {
        reader: [reader?.lang, reader?.dir, getComputedStyle(root.querySelector('.save-button') as Element).direction],
        article: [article?.lang, article?.dir, getComputedStyle(article?.querySelector('p') as Element).direction],
        save: root.querySelector('.save-button')?.textContent,
        saveIsLeftOfText: placeOf('.save-button') < placeOf('article'),
        arrowOut: getComputedStyle(root.querySelector('.facts .icon') as Element).transform,
      };
    },
    null,
  );
  expect(seen).toEqual({
    reader: ['ar', 'rtl', 'rtl'],
    article: ['en', 'ltr', 'ltr'],
    save: words('reader.save'),
    saveIsLeftOfText: true,
    arrowOut: 'matrix(1, 0, 0, 1, 0, 0)', // along the English line, not turned round
  });

  await page.setViewportSize({ width: 360, height: 740 });
  await until('the narrower bar holds all its buttons', () =>
    inReader(
      page,
      (root) =>
        [...root.querySelectorAll('.bar button')].every((button) => {
          const { left, right } = button.getBoundingClientRect();
          return left >= 0 && right <= innerWidth && button.scrollWidth <= button.clientWidth;
        }),
      null,
    ),
  );

  await until('the button opens the popup', async () => !(await chromium.buttonOpensReader(page)));
  const popup = await chromium.openPopup(page);
  await popup.getByRole('heading', { name: 'The ferry is late' }).waitFor();
  expect(await languageOf(popup)).toEqual(['ar', 'rtl', words('popup.title')]);
  await popup.getByRole('button', { name: words('popup.save'), exact: true }).click();
  await popup.getByRole('link', { name: 'The ferry is late' }).waitFor();

  const library = await chromium.openExtensionPage('library.html');
  const row = library.getByRole('link', { name: 'The ferry is late', exact: true });
  await row.waitFor();
  expect(await languageOf(library)).toEqual(['ar', 'rtl', words('library.title')]);
  expect(await row.evaluate((link) => getComputedStyle(link).direction)).toBe('ltr');
});

test('a browser in Japanese: nothing of the settings stays in English', async () => {
  const [english, japanese] = await Promise.all([wordsOf('en'), wordsOf('ja')]);
  const untranslated = new Map([...english].flatMap(([key, text]) => (japanese.get(key) === text ? [] : [[text, key] as const])));
  chromium = await startChromium({ language: 'ja' });
  const options = await chromium.openExtensionPage('options.html');
  await options.getByRole('heading', { name: japanese.get('options.shortcuts') }).waitFor();
  expect(await languageOf(options)).toEqual(['ja', 'ltr', japanese.get('options.title')]);
  const shown = await shownTexts(options);
  const translated = new Set(japanese.values());
  expect(shown.filter((text) => translated.has(text)).length).toBeGreaterThan(60);
  expect(shown.filter((text) => untranslated.has(text))).toEqual([]);
});
