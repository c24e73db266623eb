import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** What axe finds in a page of Firefox, in one line each; `within` as `axe.ts` has it. */
export async function violations(page: Page, within?: { fromShadowDom: string[] }): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (within) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const rules = within ? { rules: { 'heading-order': { enabled: false } } } : {};
    const { passes, violations } = await axe.run((within ?? document) as never, rules);
    return {
      passes: passes.length,
      violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`)),
    };
  }, within ?? null);
  expect(found.passes).toBeGreaterThan(5); // axe that sees nothing finds nothing
  return found.violations;
}
