import fs from 'node:fs';
import { type Chromium, startChromium } from './harness';
import { savedLibrary } from './seed-library';
import { plainPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

/** A browser with some saved articles, pages to read (`/set`, with what articles are made of, and `/rtl`), and one with nothing to read. */
export async function startWellFilled(articles = 12): Promise<{ chromium: Chromium; savedId: string }> {
  const chromium = await startChromium();
  chromium.serve('news.test', '/set', fs.readFileSync('tests/fixtures/well-set-page/page.html', 'utf8'));
  chromium.serve('news.test', '/rtl', fs.readFileSync('tests/fixtures/right-to-left/page.html', 'utf8'));
  chromium.serve('news.test', '/', plainPage('The Harbour'));
  const { items, ids } = savedLibrary(articles);
  await (await chromium.worker()).evaluate((all) => chrome.storage.local.set(all), items);
  return { chromium, savedId: ids[0] ?? '' };
}
