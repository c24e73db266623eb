/** Copies by a field that is selected: pages without a secure connection have no clipboard to write to. */
function copyBySelection(text: string, beside: HTMLElement): boolean {
  const page = beside.ownerDocument;
  const root = beside.getRootNode() as ShadowRoot | Document;
  const focused = root.activeElement;
  const field = page.createElement('textarea');
  field.className = 'copy-field';
  field.value = text;
  beside.append(field);
  field.select();
  const done = page.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

/**
 * Puts a text on the clipboard; only while the user presses something.
 *
 * @param beside an element on screen, in whose tree the copying happens
 * @returns whether it is there
 */
export async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  const { clipboard } = navigator as Partial<Pick<Navigator, 'clipboard'>>;
  if (!clipboard) return copyBySelection(text, beside);
  try {
    await clipboard.writeText(text);
    return true;
  } catch (error) {
    console.debug('The page may not write to the clipboard; a selection may', error);
    return copyBySelection(text, beside);
  }
}
