import { ask } from './ask';

/** What colours code, as a script of its own: most articles have none. Null where it could not be had. */
export async function loadCodeColours() {
  if (!globalThis.cleanCopyColourCode) await ask('page-bg:load-code-colours', null);
  return globalThis.cleanCopyColourCode ?? null;
}

/** What compares a page with what is saved of it, in the same way: most are not saved. */
export async function loadComparison() {
  if (!globalThis.cleanCopyCompare) await ask('page-bg:load-comparison', null);
  return globalThis.cleanCopyCompare ?? null;
}
