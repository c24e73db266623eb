import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ArticleSummary } from '../../utils/article/article';
import { ArticleRow } from './ArticleRow';
import { isTyping } from './is-typing';
import type { Hit } from './use-snippets';
import { useVisibleRows } from './use-visible-rows';

export interface ArticleListProps {
  articles: readonly ArticleSummary[];
  /** In CSS pixels; what the style sheet sets the rows for. */
  rowHeight: number;
  listRef: RefObject<HTMLUListElement | null>;
  /** The element the list scrolls in; none for the page itself. */
  scroller?: RefObject<HTMLElement | null>;
  now: number;
  /** Id of the article whose row has the focus to begin with. */
  startAt?: string | null;
  withOriginal?: boolean;
  /** One line each. */
  isCompact?: boolean;
  hrefOf(id: string): string;
  /** A plain click or Enter. Clicks that ask for a new tab or window are left to the browser. */
  onOpen(id: string): void;
  onRemove(article: ArticleSummary): void;
  /** Whether the list hears its keys wherever the focus is in the page. */
  hearsPage?: boolean;
  /** Another key, pressed at this row; answers whether it means something. */
  onKey?(key: string, index: number): boolean;
  /** Ids of the chosen ones; without, none can be chosen. */
  selected?: ReadonlySet<string>;
  /** `isRange`: all from the last chosen one to this. */
  onSelect?(index: number, isRange: boolean): void;
  hitOf?(article: ArticleSummary): Hit | null;
  /** Told which rows are drawn. */
  onVisible?(articles: readonly ArticleSummary[]): void;
}

const isPlainClick = (event: MouseEvent) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The row a key moves to, or null for a key that moves nowhere. */
function rowAfter(key: string, from: number, count: number): number | null {
  const steps = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 5, PageUp: -5 };
  const ends = { Home: 0, End: count - 1 };
  const to = Object.hasOwn(steps, key) ? from + steps[key as keyof typeof steps] : ends[key as keyof typeof ends];
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1);
}

/**
 * Saved articles, windowed: only rows in view are drawn, so 10,000 cost what 20 do. One row at a time takes part in the Tab order;
 * the arrow keys, j and k, Home and End move to the others, and Delete removes.
 */
export function ArticleList(props: ArticleListProps) {
  const { articles, rowHeight, listRef, now, hrefOf, onOpen, onRemove } = props;
  const count = articles.length;
  const { first, end } = useVisibleRows(listRef, props.scroller, count, rowHeight);
  const [wanted, setCurrent] = useState(() => Math.max(0, props.startAt ? articles.findIndex(({ id }) => id === props.startAt) : 0));
  const current = Math.min(wanted, count - 1);
  const [moves, setMoves] = useState(0);
  /** Whether the current row takes the focus once it is drawn; after an act only where the focus was in the list, or is lost. */
  const focusCurrent = useRef<'move' | 'act' | null>(props.startAt ? 'move' : null);

  // The row may not have been drawn when the key was pressed: it is focused once it is.
  useLayoutEffect(() => {
    const why = focusCurrent.current;
    focusCurrent.current = null;
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body || listRef.current?.contains(focused);
    if (!why || (why === 'act' && !isFree)) return;
    const link = listRef.current?.querySelector<HTMLElement>(`[data-index="${current}"] a`);
    link?.focus({ preventScroll: true });
    link?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [articles, current, moves, listRef]);

  const remove = (index: number) => {
    const article = articles[index];
    if (!article) return;
    // The next row comes to stand where this one was.
    focusCurrent.current = 'act';
    setCurrent(index);
    onRemove(article);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const isElsewhere = event.target instanceof Element && !listRef.current?.contains(event.target) && event.target !== document.body;
    if (isElsewhere && !/^[a-zX#?]$/.test(event.key)) return; // what is focused there has its own use for them
    const inList = listRef.current?.contains(document.activeElement) ?? false;
    const to = rowAfter(event.key, current, count);
    if (event.key === 'Delete') remove(current);
    else if (to !== null) {
      focusCurrent.current = 'move';
      setCurrent(inList ? to : current);
      setMoves((moves) => moves + 1);
    } else if (props.onKey?.(event.key, current)) focusCurrent.current = 'act';
    else return;
    event.preventDefault();
  };
  const heard = useRef(onKeyDown);
  heard.current = onKeyDown;
  useLayoutEffect(() => {
    const target: EventTarget | null = props.hearsPage ? window : listRef.current;
    const hear = (event: Event) => heard.current(event as KeyboardEvent);
    target?.addEventListener('keydown', hear);
    return () => target?.removeEventListener('keydown', hear);
  }, [props.hearsPage, listRef]);

  const onFocusIn = (event: FocusEvent) => {
    const row = (event.target as Element).closest('li');
    if (row) setCurrent(Number(row.dataset.index));
  };

  const { onVisible } = props;
  useLayoutEffect(() => onVisible?.(articles.slice(first, end)), [articles, first, end, onVisible]);

  const indices = Array.from({ length: end - first }, (_, i) => first + i);
  // The current row stays drawn when scrolled away, or focus would fall back to the page.
  if (current >= 0 && current < first) indices.unshift(current);
  if (current >= end) indices.push(current);
  return (
    <ul
      ref={listRef}
      class="article-list"
      data-compact={props.isCompact ? 'true' : undefined}
      aria-label={i18n.t('list.name')}
      style={{ height: `${count * rowHeight}px`, '--row-height': `${rowHeight}px` }}
      onFocusIn={onFocusIn}
    >
      {indices.map((index) => {
        const article = articles[index];
        return (
          article && (
            <ArticleRow
              key={article.id}
              article={article}
              index={index}
              count={count}
              top={index * rowHeight}
              current={index === current}
              now={now}
              href={hrefOf(article.id)}
              hit={props.hitOf?.(article) ?? null}
              selected={props.selected ? props.selected.has(article.id) : null}
              onSelect={(event) => props.onSelect?.(index, event.shiftKey)}
              withOriginal={props.withOriginal ?? false}
              onOpen={(event) => {
                if (!isPlainClick(event)) return;
                event.preventDefault();
                onOpen(article.id);
              }}
              onRemove={() => remove(index)}
            />
          )
        );
      })}
    </ul>
  );
}
