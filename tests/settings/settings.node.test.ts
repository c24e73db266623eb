import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { appSettings, defaultAppSettings } from '../../utils/settings/app-settings';
import { defaultReaderSettings, readerSettings } from '../../utils/settings/reader-settings';

beforeEach(() => fakeBrowser.reset());

test('what was never set is the default', async () => {
  expect(await readerSettings.read()).toEqual(defaultReaderSettings);
  expect(await appSettings.read()).toEqual(defaultAppSettings);
});

test('good fields are kept, bad ones replaced', async () => {
  await fakeBrowser.storage.sync.set({ 'reader-settings:1': { theme: 'sepia', textSize: 900, font: 7 } });
  expect(await readerSettings.read()).toEqual({ ...defaultReaderSettings, theme: 'sepia' });
});

test('a watcher hears of changes until it stops', async () => {
  const heard = vi.fn();
  const stop = appSettings.watch(heard);
  await appSettings.write({ ...defaultAppSettings, buttonOnArticle: 'open-popup' });
  stop();
  await appSettings.write(defaultAppSettings);
  expect(heard.mock.calls).toEqual([[{ ...defaultAppSettings, buttonOnArticle: 'open-popup' }]]);
});
