import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lookOfSite } from '../../utils/background/looks';
import { defaultReaderSettings, parseFontName, resetLooks, sameLooks } from '../../utils/settings/reader-settings';
import { listSiteLooks, readSiteLooks, setSiteLooks, watchSiteLooks } from '../../utils/settings/site-looks';

beforeEach(() => fakeBrowser.reset());

const dark = { ...defaultReaderSettings, theme: 'dark', lineHeight: 200 } as const;

test('a site has looks of its own until they are taken from it; only what is not the default is kept', async () => {
  const heard = vi.fn();
  const stop = watchSiteLooks(heard);
  expect(await readSiteLooks('site-a.test')).toBeNull();
  await setSiteLooks('site-b.test', defaultReaderSettings);
  await setSiteLooks('site-a.test', dark);
  expect(await fakeBrowser.storage.sync.get('looks:site-a.test')).toEqual({
    'looks:site-a.test': { v: 1, looks: { theme: 'dark', lineHeight: 200 } },
  });
  expect(await readSiteLooks('site-a.test')).toEqual(dark);
  expect((await listSiteLooks()).map(({ host }) => host)).toEqual(['site-a.test', 'site-b.test']);
  await setSiteLooks('site-a.test', null);
  expect(await readSiteLooks('site-a.test')).toBeNull();
  stop();
  expect(heard).toHaveBeenCalledTimes(3);
});

test('what is of another version, or no host, is not taken; bad fields are replaced', async () => {
  await fakeBrowser.storage.sync.set({
    'looks:later.test': { v: 2, looks: {} },
    'looks:Not a host': { v: 1, looks: {} },
    'looks:odd.test': { v: 1, looks: { theme: 'plaid', letterSpacing: 900, justify: true } },
  });
  expect(await listSiteLooks()).toEqual([{ host: 'odd.test', looks: { ...defaultReaderSettings, justify: true } }]);
  await expect(setSiteLooks('www.site-a.test', dark)).rejects.toThrow('Not a host');
});

test('a private window leaves no trace of the site', async () => {
  expect(await lookOfSite('site-a.test', dark, true)).toEqual({ ok: false, reason: 'private-window' });
  expect(await lookOfSite(null, dark, false)).toEqual({ ok: false, reason: 'unavailable' });
  expect(await listSiteLooks()).toEqual([]);
  expect(await lookOfSite('site-a.test', { theme: 'sepia', font: 12 }, false)).toEqual({ ok: true, value: null });
  expect(await readSiteLooks('site-a.test')).toEqual({ ...defaultReaderSettings, theme: 'sepia' });
});

test('a reset keeps the name of the typeface; names are one line', () => {
  const named = { ...dark, fontName: 'Gill Sans' };
  expect(resetLooks(named)).toEqual({ ...defaultReaderSettings, fontName: 'Gill Sans' });
  expect(sameLooks(resetLooks(named), named)).toBe(false);
  expect(parseFontName('  Gill\n Sans\u0000 ')).toBe('Gill Sans');
  expect(parseFontName({})).toBe('');
});
