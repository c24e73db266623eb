import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';

/** The reader of the testing build, as axe is told to find it. */
export const inReader = { fromShadowDom: ['html > div', 'dialog'] };

/** What axe finds, in one line each. */
export async function violations(page: Page, within?: typeof inReader): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  // The order of headings in an article is its author's.
  // Legacy mode: axe opens a page of its own for its other mode, which an extension's popup would not outlive.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const found = await (within ? axe.include(within as never).disableRules('heading-order') : axe).analyze();
  expect(found.passes.length).toBeGreaterThan(5); // axe that sees nothing finds nothing
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}
