import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ArticleSummary } from '../../utils/article/article';
import { ArticleRow } from './ArticleRow';
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
  hrefOf(id: string): string;
  /** A plain click or Enter. Clicks that ask for a new tab or window are left to the browser. */
  onOpen(id: string): void;
  onRemove(article: ArticleSummary): void;
}

const isPlainClick = (event: MouseEvent) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The row a key moves to, or null for a key that moves nowhere. */
function rowAfter(key: string, from: number, count: number): number | null {
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: count - 1, PageDown: from + 5, PageUp: from - 5 }[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1);
}

/**
 * Saved articles, windowed: only rows in view are drawn, so 10,000 cost what 20 do. One row at a time takes part in the Tab order;
 * the arrow keys, Home and End move to the others, and Delete removes.
 */
export function ArticleList(props: ArticleListProps) {
  const { articles, rowHeight, listRef, now, hrefOf, onOpen, onRemove } = props;
  const count = articles.length;
  const { first, end } = useVisibleRows(listRef, props.scroller, count, rowHeight);
  const [wanted, setCurrent] = useState(() => Math.max(0, props.startAt ? articles.findIndex(({ id }) => id === props.startAt) : 0));
  const current = Math.min(wanted, count - 1);
  const focusCurrent = useRef(Boolean(props.startAt));

  // The row may not have been drawn when the key was pressed: it is focused once it is.
  useLayoutEffect(() => {
    if (!focusCurrent.current) return;
    focusCurrent.current = false;
    const link = listRef.current?.querySelector<HTMLElement>(`[data-index="${current}"] a`);
    link?.focus({ preventScroll: true });
    link?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [articles, current, listRef]);

  const remove = (index: number) => {
    const article = articles[index];
    if (!article) return;
    // The next row comes to stand where this one was.
    focusCurrent.current = true;
    setCurrent(index);
    onRemove(article);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete') {
      event.preventDefault();
      remove(current);
      return;
    }
    const to = rowAfter(event.key, current, count);
    if (to === null) return;
    event.preventDefault();
    focusCurrent.current = true;
    setCurrent(to);
  };

  const onFocusIn = (event: FocusEvent) => {
    const row = (event.target as Element).closest('li');
    if (row) setCurrent(Number(row.dataset.index));
  };

  const indices = Array.from({ length: end - first }, (_, i) => first + i);
  // The current row stays drawn when scrolled away, or focus would fall back to the page.
  if (current >= 0 && current < first) indices.unshift(current);
  if (current >= end) indices.push(current);
  return (
    <ul
      ref={listRef}
      class="article-list"
      aria-label={i18n.t('list.name')}
      style={{ height: `${count * rowHeight}px`, '--row-height': `${rowHeight}px` }}
      onKeyDown={onKeyDown}
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
