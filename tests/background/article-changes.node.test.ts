import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeHandlers, compareWhereSaved } from '../../utils/background/article-changes';
import { knownChanges } from '../../utils/background/known-changes';
import { compareInTab } from '../../utils/background/reader-in-tab';
import { readTab, updateTab } from '../../utils/background/tab-states';
import { saveArticle, savedUnder } from '../../utils/library/write-articles';
import type { Writer } from '../../utils/library/writer';
import { articleOf } from '../library/scene';

vi.mock('../../utils/background/reader-in-tab', () => ({ compareInTab: vi.fn() }));
vi.mock('../../utils/background/toolbar-button', () => ({ refreshButton: vi.fn() }));
vi.mock('#i18n', () => ({ i18n: { t: (key: string, count?: number) => (key === 'language' ? 'en' : `${count ?? ''} ${key}`.trim()) } }));

const url = 'https://harbour.test/story';
const tab = { id: 7, incognito: false };
let access = true;

const area = fakeBrowser.storage.local as unknown as Writer['area'];
let made = 0;
const writer: Writer = { area, locked: (act) => act(), now: () => 1_700_000_000_000 + made, random: () => `r${made++}` };
const save = (words: string) => saveArticle(writer, articleOf(url, words), url);

beforeEach(() => {
  fakeBrowser.reset();
  access = true;
  fakeBrowser.permissions.contains = async () => access;
  vi.mocked(compareInTab).mockClear();
});

async function visit(seen: Parameters<typeof compareWhereSaved>[0] = tab): Promise<number> {
  await updateTab(seen.id, () => ({ url, level: 'article', compared: false }));
  await Promise.all([compareWhereSaved(seen), compareWhereSaved(seen)]); // the detector may speak more than once
  return vi.mocked(compareInTab).mock.calls.length;
}

test('a page is compared where it is saved, once a load', async () => {
  expect(await visit()).toBe(0);
  await save('First.');
  expect(await visit()).toBe(1);
});

test('not in private windows, nor where the site is withheld', async () => {
  await save('First.');
  expect(await visit({ ...tab, incognito: true })).toBe(0);
  access = false;
  expect(await visit()).toBe(0);
});

test('what a page tells is kept for the text it was compared with, and checked', async () => {
  await save('First.');
  await visit();
  const saved = await savedUnder(area, url);
  const sender = { id: 'us', url, tab: { id: 7, url } } as never;
  const tell = (changes: unknown, of = url) =>
    changeHandlers['page-bg:article-changes']({ url: of, rev: saved?.text?.rev ?? '', savedAt: 5, changes } as never, sender);
  await tell({ headline: true, paragraphs: 2 });
  expect(knownChanges(await readTab(7), saved)).toEqual([expect.any(String), 'changes.headline, 2\u00a0changes.paragraphs']);
  await save('Second.');
  expect(knownChanges(await readTab(7), await savedUnder(area, url))).toBeNull();
  await tell('nothing of the kind');
  expect((await readTab(7)).changes).toBeNull();
  await tell({ paragraphs: 1 });
  await tell(null, 'https://harbour.test/other'); // of a page that was left
  expect((await readTab(7)).changes).not.toBeNull();
});

test('a page gets the text that is saved under its own address, and no other', async () => {
  await save('First.');
  const ask = (said: string, seen: string) =>
    changeHandlers['page-bg:saved-text']({ url: said }, { id: 'us', url: seen, tab: { id: 7 } } as never);
  expect(await ask(url, url)).toMatchObject({ article: { excerpt: 'First.' } });
  expect(await ask(url, 'https://evil.test/story')).toBeNull();
});
