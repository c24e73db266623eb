import { i18n } from '#i18n';
import type { ArticleSummary } from '../../utils/article/article';
import { readingMinutes } from '../../utils/article/reading-time';
import { daysBefore, oncePerLocale, shortDate, siteOf } from '../format';
import { Icon } from '../Icon';
import { interfaceLanguage } from '../interface-language';
import { Marked } from './Marked';
import type { Hit } from './use-snippets';

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
  /** What was found in it, where something was looked for. */
  hit: Hit | null;
  /** Whether it is among those chosen for an act; null where none can be chosen. */
  selected: boolean | null;
  onOpen(event: MouseEvent): void;
  onSelect(event: MouseEvent): void;
  onRemove(): void;
}

function savedOn(savedAt: number, now: number): string {
  const days = daysBefore(savedAt, now);
  if (days <= 0) return i18n.t('article.savedToday');
  return days === 1 ? i18n.t('article.savedYesterday') : shortDate(savedAt, now, interfaceLanguage().lang);
}

const percentFormat = oncePerLocale((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));

/** What the user did with it, in a word; nothing for what is still to be read. */
function Marks({ state, progress, tags, favourite }: ArticleSummary) {
  const percent = () => percentFormat(interfaceLanguage().lang).format(progress);
  return (
    <>
      {favourite && (
        <span class="row-favourite">
          <Icon name="favourite" size={14} />
          <span class="visually-hidden">{i18n.t('article.favourite')}</span>
        </span>
      )}
      {state === 'reading' && <span>{progress > 0 ? i18n.t('article.readTo', [percent()]) : i18n.t('article.started')}</span>}
      {state === 'archived' && <span>{i18n.t('article.archived')}</span>}
      {tags.length > 0 && (
        <span class="row-tags">
          <bdi>{tags.join(', ')}</bdi>
        </span>
      )}
    </>
  );
}

/** One saved article. The title is the link and covers the row, so that a click anywhere opens it and its name stays short. */
export function ArticleRow(props: ArticleRowProps) {
  const { article, index, count, top, current, now, href, withOriginal, hit, selected, onOpen, onSelect, onRemove } = props;
  const title = article.title || i18n.t('article.untitled');
  const tabIndex = current ? 0 : -1;
  const text = hit?.text ?? (article.excerpt ? { text: article.excerpt, marks: [] } : null);
  return (
    <li
      class="row"
      data-index={index}
      data-selected={selected ? 'true' : undefined}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ top: `${top}px` }}
    >
      {selected !== null && (
        <input
          type="checkbox"
          class="row-check"
          checked={selected}
          tabIndex={-1}
          aria-label={i18n.t('library.select', [title])}
          onClick={onSelect}
        />
      )}
      <p class="row-text" dir={article.dir} lang={article.lang ?? undefined}>
        <a class="row-title" href={href} tabIndex={tabIndex} onClick={onOpen}>
          {hit && article.title ? <Marked {...hit.title} /> : title}
        </a>
        {text && (
          <span class="row-excerpt">
            <Marked {...text} />
          </span>
        )}
      </p>
      <p class="row-meta">
        <bdi class="row-site">{article.siteName ?? siteOf(article.url)}</bdi>
        <time dateTime={new Date(article.savedAt).toISOString()}>{savedOn(article.savedAt, now)}</time>
        <span class="row-length">{i18n.t('reader.readingTime', readingMinutes(article.wordCount, article.lang))}</span>
        <Marks {...article} />
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
