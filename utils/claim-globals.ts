/** What our scripts leave for one another in a page's isolated world; each is declared where it is made. */
const names = [
  'cleanCopyColourCode',
  'cleanCopyCompare',
  'cleanCopyCurtain',
  'cleanCopyDetector',
  'cleanCopyKeyGate',
  'cleanCopyPaper',
  'cleanCopyPlayOn',
  'cleanCopyReader',
] as const satisfies readonly (keyof typeof globalThis)[];

/** Makes the names our own before they are read: where there is none of ours, an element of the page with that id would be found (THREATS 8). */
export function claimGlobals(): void {
  for (const name of names)
    if (!Object.hasOwn(globalThis, name)) Object.defineProperty(globalThis, name, { value: undefined, writable: true, configurable: true });
}
