import type { Page } from 'playwright';
import type { Chromium } from './harness';

/** What runs an expression in the world of a page's content scripts. The page must be one that has just loaded. */
export async function contentWorld(chromium: Chromium, page: Page): Promise<<T>(expression: string) => Promise<T>> {
  const cdp = await page.context().newCDPSession(page);
  const found = new Promise<number>((resolve) =>
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.auxData?.type === 'isolated' && context.origin === `chrome-extension://${chromium.extensionId}`) resolve(context.id);
    }),
  );
  await cdp.send('Runtime.enable');
  const contextId = await found;
  return async (expression) => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', { expression, contextId, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}
