import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handlers } from '../../utils/background/handlers';
import { readTab } from '../../utils/background/tab-states';
import { listSummaries } from '../../utils/library/saved-articles';
import { dispatch, type Sender } from '../../utils/messages';
import { articleOf } from '../library/scene';

const own = { id: 'us', root: 'chrome-extension://us/' };
const url = 'https://harbour.test/a';
const tab = { id: 7, incognito: false, active: false, url } as Sender['tab'];
const page: Sender = { id: 'us', url, frameId: 0, tab };

const ask = (name: string, sent: unknown, sender: Sender = page) => dispatch(handlers, { name, sent }, sender, own);

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.storage.local, 'getKeys').mockImplementation(async () => Object.keys(await fakeBrowser.storage.local.get(null)));
  vi.spyOn(console, 'debug').mockReturnValue(undefined); // the fake has no toolbar button
});

test('a page may save only under an address of its own origin', async () => {
  expect(await ask('page-bg:save-article', { article: articleOf('https://bank.test/x') })).toEqual({
    value: { ok: false, reason: 'failed' },
  });
  expect(await ask('page-bg:save-article', { article: null })).toEqual({ value: { ok: false, reason: 'failed' } });
  expect(await ask('page-bg:save-article', { article: articleOf(url) })).toMatchObject({ value: { ok: true } });
  expect((await listSummaries()).map((summary) => summary.url)).toEqual([url]);
});

test('a page may remove only its own article', async () => {
  await ask('page-bg:save-article', { article: articleOf(url) });
  const [saved] = await listSummaries();
  const elsewhere = { ...page, url: 'https://other.test/', tab: { ...tab, id: 8 } } as Sender;
  expect(await ask('page-bg:remove-article', { id: saved?.id }, elsewhere)).toEqual({ value: { ok: false, reason: 'not-found' } });
  expect(await ask('page-bg:remove-article', { id: ['x'] })).toEqual({ value: { ok: false, reason: 'not-found' } });
  expect(await ask('page-bg:remove-article', { id: saved?.id })).toEqual({ value: { ok: true, value: null } });
  expect(await listSummaries()).toEqual([]);
});

test('a removal asked for twice, since its answer was lost, is done', async () => {
  await ask('page-bg:save-article', { article: articleOf(url) });
  const [saved] = await listSummaries();
  await ask('page-bg:remove-article', { id: saved?.id });
  expect(await ask('page-bg:remove-article', { id: saved?.id })).toEqual({ value: { ok: true, value: null } });
});

test('what pages of ours may ask, a page may not', () => {
  for (const name of Object.keys(handlers)) if (name.startsWith('ui-bg')) expect(ask(name, {}), name).toBeUndefined();
});

test('frames and strangers are not answered', () => {
  expect(ask('page-bg:reader-context', { url }, { ...page, frameId: 3 })).toBeUndefined();
  expect(ask('page-bg:reader-context', { url }, { ...page, id: 'them' })).toBeUndefined();
  expect(ask('page-bg:reader-context', { url }, { ...page, tab: undefined })).toBeUndefined();
});

test('an invented level changes nothing', async () => {
  await ask('page-bg:page-detected', { url, level: 'certain' });
  expect((await readTab(7)).level).toBe('none');
});

test('nothing opens by itself on a site that was not switched on, whatever a page asks', async () => {
  await ask('page-bg:page-detected', { url, level: 'automatic' });
  expect(await ask('page-bg:open-automatically', { url })).toEqual({ value: { ok: false, reason: 'failed' } });
});

test('leaving the reader is remembered for the page and the tab, opening it again forgets that', async () => {
  await ask('page-bg:reader-state', { url, open: false, left: true });
  expect((await readTab(7)).left).toEqual(['harbour.test/a']);
  expect((await readTab(8)).left).toEqual([]);
  await ask('page-bg:reader-state', { url, open: true, left: false });
  expect(await readTab(7)).toMatchObject({ left: [], reading: true });
});

test('where an article was left is kept, saved or not, and a saved one follows; private windows leave nothing', async () => {
  const kept = async () => Object.entries(await fakeBrowser.storage.local.get(null)).filter(([key]) => key.startsWith('pos:'));
  const position = { progress: 0.4, block: 12, within: 0.5, at: 1 };
  const inPrivate = { ...page, tab: { ...tab, incognito: true } } as Sender;
  await ask('page-bg:keep-position', { url, position }, inPrivate);
  await ask('page-bg:keep-position', { url, position: { ...position, progress: 7 } });
  expect(await kept()).toEqual([]);
  await ask('page-bg:keep-position', { url, position });
  expect(await kept()).toMatchObject([[expect.stringMatching(/^pos:/), { progress: 0.4, block: 12 }]]);
  expect(await ask('page-bg:reader-context', { url })).toMatchObject({ value: { position: { block: 12 } } });

  await ask('page-bg:save-article', { article: articleOf(url) });
  await ask('page-bg:keep-position', { url, position });
  const [saved] = await listSummaries();
  expect(saved).toMatchObject({ state: 'reading', progress: 0.4 });
  const ours = { id: 'us', url: `${own.root}library.html`, tab } as Sender;
  await ask('ui-bg:change-articles', { edits: [{ id: saved?.id, change: { state: 'archived' } }] }, ours);
  await ask('ui-bg:keep-position', { id: saved?.id, position: { ...position, progress: 0.9 } }, ours);
  expect(await listSummaries()).toMatchObject([{ state: 'archived', progress: 0.9 }]);
});
