import { i18n } from '#i18n';
import type { ArticleSummary } from '../../utils/article/article';
import { readingMinutes } from '../../utils/article/reading-time';
import { daysBefore, shortDate, siteOf } from '../format';
import { Icon } from '../Icon';
import { interfaceLanguage } from '../interface-language';

export interface ArticleRowProps {
  article: ArticleSummary;
  index: number;
  /** How many rows the whole list has, drawn or not. */
  count: number;
  /** Distance from the top of the list in CSS pixels. */
  top: number;
  /** The one row the Tab key stops at. */
  current: boolean;
  /** Milliseconds since 1970: what "today" is measured from. */
  now: number;
  href: string;
  /** Shows the link to the page it was read at. */
  withOriginal: boolean;
  onOpen(event: MouseEvent): void;
  onRemove(): void;
}

function savedOn(savedAt: number, now: number): string {
  const days = daysBefore(savedAt, now);
  if (days <= 0) return i18n.t('article.savedToday');
  return days === 1 ? i18n.t('article.savedYesterday') : shortDate(savedAt, now, interfaceLanguage().lang);
}

/** One saved article. The title is the link and covers the row, so that a click anywhere opens it and its name stays short. */
export function ArticleRow({ article, index, count, top, current, now, href, withOriginal, onOpen, onRemove }: ArticleRowProps) {
  const title = article.title || i18n.t('article.untitled');
  const tabIndex = current ? 0 : -1;
  return (
    <li class="row" data-index={index} aria-setsize={count} aria-posinset={index + 1} style={{ top: `${top}px` }}>
      <p class="row-text" dir={article.dir} lang={article.lang ?? undefined}>
        <a class="row-title" href={href} tabIndex={tabIndex} onClick={onOpen}>
          {title}
        </a>
        {article.excerpt && <span class="row-excerpt">{article.excerpt}</span>}
      </p>
      <p class="row-meta">
        <bdi class="row-site">{article.siteName ?? siteOf(article.url)}</bdi>
        <time dateTime={new Date(article.savedAt).toISOString()}>{savedOn(article.savedAt, now)}</time>
        <span>{i18n.t('reader.readingTime', readingMinutes(article.wordCount, article.lang))}</span>
      </p>
      <div class="row-actions">
        {withOriginal && (
          <a
            class="icon-button"
            href={article.url}
            target="_blank"
            rel="noopener noreferrer"
            tabIndex={tabIndex}
            title={i18n.t('library.original')}
            aria-label={i18n.t('library.originalOf', [title])}
          >
            <Icon name="external" />
          </a>
        )}
        <button
          type="button"
          class="icon-button"
          tabIndex={tabIndex}
          title={i18n.t('article.remove')}
          aria-label={i18n.t('article.removeNamed', [title])}
          onClick={onRemove}
        >
          <Icon name="remove" />
        </button>
      </div>
    </li>
  );
}
