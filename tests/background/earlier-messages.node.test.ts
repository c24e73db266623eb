import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handlers } from '../../utils/background/handlers';
import { readTab } from '../../utils/background/tab-states';
import { dispatch, type Sender } from '../../utils/messages';
import { articleOf } from '../library/scene';

const own = { id: 'us', root: 'chrome-extension://us/' };
const url = 'https://harbour.test/a';
const page = { id: 'us', url, frameId: 0, tab: { id: 7, incognito: false, active: false, url } } as unknown as Sender;
const popup: Sender = { id: 'us', url: 'chrome-extension://us/popup.html' };

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.storage.local, 'getKeys').mockImplementation(async () => Object.keys(await fakeBrowser.storage.local.get(null)));
  // What the fake browser lacks.
  for (const act of ['setPopup', 'setIcon', 'setTitle'] as const) vi.spyOn(fakeBrowser.action, act).mockResolvedValue(undefined);
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  vi.spyOn(fakeBrowser.contextMenus, 'update').mockResolvedValue(undefined);
  for (const level of ['debug', 'warn'] as const) vi.spyOn(console, level).mockReturnValue(undefined);
});

/** What content scripts and pages of earlier versions send, and an answer that they can go on with. Whoever changes a message adds its former shape. */
const earlier: readonly [name: string, sent: unknown, answer: unknown][] = [
  ['page-bg:page-started', { url, navigation: 'load' }, { openAutomatically: false }],
  ['page-bg:page-started', { url, reading: false }, { openAutomatically: false }],
  ['page-bg:page-detected', { url, level: 'article', wordCount: 900 }, null],
  ['page-bg:save-article', { article: articleOf(url) }, { ok: true }],
  ['page-bg:save-article', { article: articleOf(url), id: 'x' }, { ok: true }],
  ['ui-bg:set-always-read', { host: 'harbour.test', on: true }, { ok: true }],
];

test.each(earlier)('%s as it was once: %j', async (name, sent, answer) => {
  const reply = await dispatch(handlers, { name, sent }, name.startsWith('ui-') ? popup : page, own);
  if (answer === null) expect(reply).toEqual({ value: null });
  else expect(reply).toMatchObject({ value: answer });
});

test('what the detector of an earlier version found counts', async () => {
  await dispatch(handlers, { name: 'page-bg:page-started', sent: { url, navigation: 'load' } }, page, own);
  await dispatch(handlers, { name: 'page-bg:page-detected', sent: { url, level: 'article', wordCount: 900 } }, page, own);
  expect(await readTab(7)).toMatchObject({ url, level: 'article', reading: false });
});

test('names that are no longer known get no answer, which a caller takes for a failure', () => {
  for (const name of ['ui-bg:delete-article', 'ui-bg:restore-article', 'page-bg:not-yet'])
    expect(dispatch(handlers, { name, sent: { id: 'x' } }, name.startsWith('ui-') ? popup : page, own)).toBeUndefined();
});
