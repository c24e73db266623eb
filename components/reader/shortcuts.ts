export type Shortcut = 'close' | 'next-section' | 'previous-section' | 'larger' | 'smaller' | 'save' | 'theme';

const byKey: Readonly<Record<string, Shortcut>> = {
  escape: 'close',
  j: 'next-section',
  n: 'next-section',
  k: 'previous-section',
  p: 'previous-section',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  s: 'save',
  t: 'theme',
};

/** What the tooltips show. */
export const keyLabels: Readonly<Record<Shortcut, string>> = {
  close: 'Esc',
  'next-section': 'J',
  'previous-section': 'K',
  larger: '+',
  smaller: '−',
  save: 'S',
  theme: 'T',
};

/** Keys that scroll: they belong to reading, and do not bring the controls back. */
export const scrollingKeys: ReadonlySet<string> = new Set([' ', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** The act a key stands for, or null. Where the layout has no Latin letters, the key's place counts. */
export function shortcutOf(press: KeyPress): Shortcut | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  const key = /^[\u0020-\u007e]+$/.test(press.key) ? press.key : press.code.replace(/^Key/, '');
  const name = key.toLowerCase();
  return Object.hasOwn(byKey, name) ? (byKey[name] ?? null) : null;
}
