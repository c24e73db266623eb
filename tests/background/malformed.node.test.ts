import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handlers } from '../../utils/background/handlers';
import { dispatch, type Sender } from '../../utils/messages';
import { listenSettings } from '../../utils/settings/listen-settings';
import { readerSettings } from '../../utils/settings/reader-settings';
import { sourceFiles } from '../source-files';

const own = { id: 'us', root: 'chrome-extension://us/' };
const url = 'https://harbour.test/a';
const tab = { id: 7, incognito: false, active: false, url } as Sender['tab'];
const page: Sender = { id: 'us', url, frameId: 0, tab };
const popup: Sender = { id: 'us', url: 'chrome-extension://us/popup.html' };

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.storage.local, 'getKeys').mockImplementation(async () => Object.keys(await fakeBrowser.storage.local.get(null)));
  for (const level of ['debug', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue(undefined); // the fake has no toolbar
});

/** A value in the place of what is meant: nothing, other kinds, names of prototypes, fields of other kinds. */
const odd: unknown[] = [undefined, null, true, 7, '', 'x', [], [null], {}, Object.create(null)];
const fields = 'url id ids edits from to tabId host on article position changes looks path correction version rev level open left'.split(
  ' ',
);
const values: unknown[] = [
  ...[
    undefined,
    null,
    true,
    -1,
    Number.NaN,
    '',
    'x'.repeat(100_000),
    'javascript:top.ran=1',
    'file:///etc/passwd',
    '__proto__',
    '../../key',
  ],
  ...[
    [],
    [null, {}],
    {},
    { toString: 1 },
    { length: 9 },
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  ],
];
const messages = [...odd, ...values.map((value) => Object.fromEntries(fields.map((name) => [name, value])))];
/** An empty object is a site's looks as they are by default, and anything but true is a no. */
const takesAnything = ['page-bg:set-site-looks', 'page-bg:set-fetch-pages'];
const kept = async () => JSON.stringify([await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.sync.get(null)]);

test.each(Object.keys(handlers))('%s: whatever it is sent, it answers, keeps nothing and opens nothing', async (name) => {
  await readerSettings.write({ ...(await readerSettings.read()), theme: 'sepia' });
  await listenSettings.write(await listenSettings.read());
  const before = await kept();
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  for (const sent of messages) {
    const reply = await dispatch(handlers, { name, sent }, name.startsWith('ui-') ? popup : page, own);
    expect(Object.keys(reply ?? {}), JSON.stringify(sent)?.slice(0, 200)).toEqual([expect.stringMatching(/^(value|error)$/)]);
    if (!takesAnything.includes(name)) expect(await kept(), JSON.stringify(sent)?.slice(0, 200)).toBe(before);
  }
  for (const [options] of create.mock.calls) expect(options.url ?? '').toMatch(/^(https?|chrome-extension):/);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('every message has its handler', () => {
  const map = sourceFiles.find(({ path }) => path === 'utils/messages.ts')?.text ?? '';
  const names = [...map.matchAll(/^ {2}'((?:page|ui)-bg:[\w-]+)':/gm)].map(([, name = '']) => name);
  expect(Object.keys(handlers).sort()).toEqual(names.sort());
});

test('a message that is none, or of no name of ours, is nobody’s', () => {
  for (const message of [
    ...odd,
    { name: 7 },
    { name: 'toString' },
    { name: '__proto__' },
    { name: 'page-bg:' },
    { name: ['page-bg:open-library'] },
  ])
    expect(dispatch(handlers, message, page, own)).toBeUndefined();
});

test('the reader of an earlier version does not undo settings that it does not know', async () => {
  await readerSettings.write({ ...(await readerSettings.read()), theme: 'sepia' });
  const { theme: _theme, ...others } = await readerSettings.read();
  await dispatch(handlers, { name: 'page-bg:set-reader-settings', sent: others }, page, own);
  expect((await readerSettings.read()).theme).toBe('sepia');
});
