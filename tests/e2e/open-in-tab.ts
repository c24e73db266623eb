import type { Page } from 'playwright';
import type { ReaderBridge } from '../../utils/reader-bridge';
import type { Chromium } from './harness';

declare const chrome: typeof import('wxt/browser').browser;

/** Opens the reader as the background does, without what it decides. */
export async function openInTab(chromium: Chromium, page: Page, how: Parameters<ReaderBridge['open']>[0] = 'asked') {
  const tabId = await chromium.tabId(page);
  return (await chromium.worker()).evaluate(
    async ([tabId, how]) => {
      const target = { tabId };
      await chrome.scripting.executeScript({ target, files: ['/reader.js'] as never });
      const [injected] = await chrome.scripting.executeScript({
        target,
        args: [how],
        func: (how) => globalThis.cleanCopyReader?.open(how),
      });
      return injected?.result;
    },
    [tabId, how] as const,
  );
}
