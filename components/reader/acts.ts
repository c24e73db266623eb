import type { IconName } from '../Icon';
import type { PanelName } from './use-panels';
import { i18n } from './words';

/** The headings under which the sheet of keys lists the acts, in this order. */
export const actGroups = [
  { id: 'move', name: () => i18n.t('keys.move') },
  { id: 'look', name: () => i18n.t('keys.look') },
  { id: 'listen', name: () => i18n.t('listen.name') },
  { id: 'article', name: () => i18n.t('keys.article') },
] as const;

/** One thing that can be done in the reader. */
export interface Act {
  id: string;
  name(): string;
  group: (typeof actGroups)[number]['id'];
  /** Values of `KeyboardEvent.key` in lower case; the first is the one that is shown. With Ctrl or Command where they begin with `mod+`. */
  keys: readonly string[];
  icon?: IconName;
  /**
   * Gives the act a button. It stands in the bar as long as there is room: the lowest ranks fold into the "more" menu first, and 0 always
   * stands there. Without a rank the act has keys only, or a button of its own in the bar.
   */
  rank?: number;
  /** What its button opens, instead of doing something itself. */
  panel?: PanelName;
}

/**
 * Every act of the reader: its button, its keys and its line in the sheet of keys all come from here. What it does stands in the view
 * (`ReaderView`), as an entry of `Doings`; an act without one is neither shown nor done.
 */
export const acts = [
  { id: 'next-section', name: () => i18n.t('keys.nextSection'), group: 'move', keys: ['j', 'n'] },
  { id: 'previous-section', name: () => i18n.t('keys.previousSection'), group: 'move', keys: ['k', 'p'] },
  { id: 'outline', name: () => i18n.t('keys.outline'), group: 'move', keys: ['g'] },
  { id: 'continue', name: () => i18n.t('reader.continue'), group: 'move', keys: ['c'] },
  { id: 'smaller', name: () => i18n.t('reader.smaller'), group: 'look', keys: ['-'], icon: 'minus', rank: 1 },
  { id: 'larger', name: () => i18n.t('reader.larger'), group: 'look', keys: ['+', '='], icon: 'plus', rank: 1 },
  { id: 'looks', name: () => i18n.t('reader.appearance'), group: 'look', keys: ['a'], icon: 'text', rank: 9, panel: 'looks' },
  { id: 'theme', name: () => i18n.t('keys.theme'), group: 'look', keys: ['t'] },
  { id: 'listen', name: () => i18n.t('listen.act'), group: 'listen', keys: ['r', 'mediaplaypause'], icon: 'listen', rank: 6 },
  { id: 'listen-here', name: () => i18n.t('listen.here'), group: 'listen', keys: ['h', 'click'] },
  { id: 'next-sentence', name: () => i18n.t('listen.nextSentence'), group: 'listen', keys: ['.', 'mediatracknext'] },
  { id: 'previous-sentence', name: () => i18n.t('listen.previousSentence'), group: 'listen', keys: [',', 'mediatrackprevious'] },
  { id: 'next-paragraph', name: () => i18n.t('listen.nextParagraph'), group: 'listen', keys: ['d'] },
  { id: 'previous-paragraph', name: () => i18n.t('listen.previousParagraph'), group: 'listen', keys: ['u'] },
  { id: 'faster', name: () => i18n.t('listen.faster'), group: 'listen', keys: ['>'] },
  { id: 'slower', name: () => i18n.t('listen.slower'), group: 'listen', keys: ['<'] },
  { id: 'read-link', name: () => i18n.t('keys.readLink'), group: 'article', keys: ['v', 'alt+click'] },
  { id: 'copy-link', name: () => i18n.t('keys.copyLink'), group: 'article', keys: ['y'] },
  { id: 'pictures', name: () => i18n.t('picture.hide'), group: 'look', keys: ['i'], icon: 'picture', rank: 2 },
  { id: 'library', name: () => i18n.t('reader.library'), group: 'article', keys: ['l'], icon: 'library', rank: 5 },
  { id: 'export', name: () => i18n.t('keys.export'), group: 'article', keys: ['e'], icon: 'export', rank: 4 },
  { id: 'print', name: () => i18n.t('keys.print'), group: 'article', keys: ['mod+p'], icon: 'print', rank: 0 },
  { id: 'save', name: () => i18n.t('keys.save'), group: 'article', keys: ['s'] },
  { id: 'left-out', name: () => i18n.t('leftOut.title'), group: 'article', keys: ['o'], icon: 'left-out', rank: 3, panel: 'left-out' },
  { id: 'point', name: () => i18n.t('leftOut.point'), group: 'article', keys: ['x'], icon: 'point', rank: 2, panel: 'point' },
  { id: 'changes', name: () => i18n.t('changes.show'), group: 'article', keys: ['w'] },
  { id: 'take-back', name: () => i18n.t('leftOut.undo'), group: 'article', keys: ['mod+z'] },
  { id: 'keys', name: () => i18n.t('keys.title'), group: 'article', keys: ['?'], icon: 'keyboard', rank: 0, panel: 'keys' },
  { id: 'close', name: () => i18n.t('keys.close'), group: 'article', keys: ['escape'] },
] as const satisfies readonly Act[];

export type ActId = (typeof acts)[number]['id'];

/** What an act does here and now. */
export interface Doing {
  run(): void;
  /** For acts that switch something: shown as pressed. */
  on?: boolean;
  /** Shown, but cannot be done now. */
  off?: boolean;
}

export type Doings = Partial<Record<ActId, Doing>>;

/** Keys that scroll: they belong to reading, and do not bring the controls back. */
export const scrollingKeys: ReadonlySet<string> = new Set([' ', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** The act a key stands for, or null. Where the layout has no Latin letters, the key's place counts. */
export function actOf(press: KeyPress): ActId | null {
  if (press.altKey || press.isComposing) return null;
  const key = /^[\u0020-\u007e]+$/.test(press.key) ? press.key : press.code.replace(/^Key/, '');
  const wanted = (press.ctrlKey || press.metaKey ? 'mod+' : '') + key.toLowerCase();
  return acts.find(({ keys }) => (keys as readonly string[]).includes(wanted))?.id ?? null;
}

const namesOfKeys: Readonly<Record<string, string>> = {
  escape: 'Esc',
  '-': '−',
  mediaplaypause: '⏯',
  mediatracknext: '⏭',
  mediatrackprevious: '⏮',
};

/** Each key of an act as it is written on a keyboard. */
export const keyNames = ({ keys }: Pick<Act, 'keys'>): string[] =>
  keys.map((key) => {
    if (/(^|\+)click$/.test(key)) return key.replace('alt', 'Alt').replace('click', i18n.t('keys.click'));
    const mod = /Mac/.test(navigator.platform) ? '⌘' : `${i18n.t('keys.control')}+`;
    return namesOfKeys[key] ?? key.replace(/^mod\+/, mod).replace(/.$/, (last) => last.toUpperCase());
  });

/** What a tooltip says of an act: its name and its key. */
export function hintOf(id: ActId, name?: string): string {
  const act: Act | undefined = acts.find((one) => one.id === id);
  const [key] = act ? keyNames(act) : [];
  const words = name ?? act?.name() ?? '';
  return key ? `${words} (${key})` : words;
}
