import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OutlineHeading } from '../../utils/article/article';
import { Icon } from '../Icon';
import { interfaceLanguage } from '../interface-language';
import { numberText } from '../numbers';
import { hintOf } from './acts';
import type { ListenForKeys } from './reader-props';
import { trusted } from './trusted';
import { i18n } from './words';

interface Props {
  headings: readonly OutlineHeading[];
  /** Index of the section being read, -1 before the first. */
  current: number;
  onGoTo(index: number): void;
  onCopyLink(index: number): void;
  listenForKeys: ListenForKeys;
  /** `beside` the text, or `folded` above it where there is no room. */
  place: 'beside' | 'folded';
  lang: string | null;
  dir: 'ltr' | 'rtl';
}

/** Entries that one step of a key goes. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const entriesOf = (list: Element | null) => [...(list?.querySelectorAll<HTMLElement>('.outline-entry') ?? [])];

/** How deep each heading stands under those above it: a level that the article leaps over indents nothing. */
function nestingOf(headings: readonly OutlineHeading[]): number[] {
  const open: number[] = [];
  return headings.map(({ level }) => {
    while (open.length && (open.at(-1) ?? 0) >= level) open.pop();
    return open.push(level) - 1;
  });
}

/** One stop for Tab, however many entries there are; arrows go from one to the next. */
function useEntryKeys(list: RefObject<HTMLElement | null>, listenForKeys: ListenForKeys): void {
  useEffect(
    () =>
      listenForKeys((event) => {
        const step = steps[event.key];
        const root = list.current?.getRootNode() as ShadowRoot | Document | undefined;
        const entries = entriesOf(list.current);
        const at = entries.indexOf(root?.activeElement as HTMLElement);
        if (step === undefined || at < 0) return;
        event.preventDefault();
        entries[Math.min(entries.length - 1, Math.max(0, at + step))]?.focus();
      }),
    [list, listenForKeys],
  );
}

/** Keeps the section being read in sight where the outline is longer than the window. */
function useCurrentInSight(list: RefObject<HTMLElement | null>, current: number): void {
  useLayoutEffect(() => {
    const outline = list.current?.closest('.outline');
    const entry = list.current?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (!outline || !entry || outline.scrollHeight <= outline.clientHeight) return;
    const { top, bottom, height } = outline.getBoundingClientRect();
    const margin = height / 5;
    if (entry.top < top + margin || entry.bottom > bottom - margin) outline.scrollTop += entry.top - (top + height / 2);
  }, [list, current]);
}

/** Entries shown at a time, and those between the places where they change for others. No article but a book of them has more. */
const mostShown = 500;
const stride = 100;

/** Which entries are shown: all of them, or those around the section being read until others are asked for. */
function useShown(count: number, current: number): { from: number; to: number; show(index: number): void } {
  const [asked, setAsked] = useState<{ index: number; current: number } | null>(null);
  const middle = asked?.current === current ? asked.index : current;
  const start = Math.floor(Math.max(0, middle) / stride) * stride - stride;
  const from = Math.max(0, Math.min(start, count - mostShown));
  return { from, to: Math.min(count, from + mostShown), show: (index) => setAsked({ index, current }) };
}

/** Stands for the entries before or after those that are shown, and shows them. */
function More({ words, onShow }: { words: string; onShow(): void }) {
  return (
    <li>
      <button type="button" class="outline-entry outline-more" tabIndex={-1} onClick={trusted(onShow)} {...interfaceLanguage()}>
        {words}
      </button>
    </li>
  );
}

function Entries({ headings, current, onGoTo, onCopyLink, listenForKeys, lang, dir }: Omit<Props, 'place'>) {
  const list = useRef<HTMLOListElement>(null);
  const { from, to, show } = useShown(headings.length, current);
  useEntryKeys(list, listenForKeys);
  useCurrentInSight(list, current);
  const depths = nestingOf(headings);
  const reached = Math.min(to - 1, Math.max(from, current));
  return (
    <ol lang={lang ?? undefined} dir={dir} ref={list}>
      {from > 0 && <More words={i18n.t('reader.earlierSections', [numberText(from)])} onShow={() => show(from - 1)} />}
      {headings.slice(from, to).map(({ id, text }, at) => {
        const index = from + at;
        return (
          <li key={id} style={{ '--depth': Math.min(2, depths[index] ?? 0) }}>
            <button
              type="button"
              class="outline-entry"
              tabIndex={index === reached ? 0 : -1}
              aria-current={index === current ? 'location' : undefined}
              onClick={trusted(() => onGoTo(index))}
            >
              {text}
            </button>
            {/* By keyboard, the key of the act does the same for the section being read. */}
            <button
              type="button"
              class="outline-link"
              tabIndex={-1}
              title={hintOf('copy-link')}
              aria-label={i18n.t('reader.copyLinkTo', [text])}
              onClick={trusted(() => onCopyLink(index))}
            >
              <Icon name="link" size={16} />
            </button>
          </li>
        );
      })}
      {to < headings.length && <More words={i18n.t('reader.laterSections', [numberText(headings.length - to)])} onShow={() => show(to)} />}
    </ol>
  );
}

/** The sections of the article, with the one being read marked. Nothing where there are fewer than two. */
export function Outline({ place, ...entries }: Props) {
  if (entries.headings.length < 2) return null;
  if (place === 'beside')
    return (
      <nav class="outline" aria-label={i18n.t('reader.outline')}>
        <p class="outline-title" aria-hidden="true">
          {i18n.t('reader.outline')}
        </p>
        <Entries {...entries} />
      </nav>
    );
  return (
    <nav class="outline outline-folded" aria-label={i18n.t('reader.outline')}>
      <details>
        <summary>
          <Icon name="outline" size={18} />
          {i18n.t('reader.outline')}
          <span class="count">{entries.headings.length}</span>
          <Icon name="chevron" size={18} />
        </summary>
        <Entries {...entries} />
      </details>
    </nav>
  );
}

/** Puts the focus on the entry of the section being read, unfolding the outline where it is folded. */
export function focusOutline(view: Element | null): void {
  const folded = view?.querySelector<HTMLDetailsElement>('.outline details');
  if (folded) folded.open = true;
  view?.querySelector<HTMLElement>('.outline-entry[tabindex="0"]')?.focus();
}
