import type { Article } from '../../utils/article/article';
import { formatDate } from '../../utils/article/published-date';
import { readingMinutes } from '../../utils/article/reading-time';
import { Icon } from '../Icon';
import { interfaceLanguage } from '../interface-language';
import { i18n } from './words';

/** Host of an address without "www."; the address itself where it has none. */
const hostOf = (url: string): string => URL.parse(url)?.host.replace(/^www\./, '') || url;

function Day({ iso, locale }: { iso: string; locale: string }) {
  const text = formatDate(iso, locale);
  return text === null ? null : (
    <time dateTime={iso} dir="auto">
      {text}
    </time>
  );
}

/** The article's head: whose it is, its title and standfirst, who wrote it and when, how long it takes, where it stands. */
export function ArticleHead({ article, titleId, newTab }: { article: Article; titleId: string; newTab: boolean }) {
  const { lang } = interfaceLanguage();
  const host = hostOf(article.url);
  return (
    <header class="head">
      <p class="kicker" dir="auto">
        {article.siteName ?? host}
      </p>
      <h1 id={titleId}>{article.title}</h1>
      {article.standfirst && <p class="standfirst">{article.standfirst}</p>}
      <div class="facts" lang={lang}>
        {article.byline && (
          <span class="byline" dir="auto">
            {article.byline}
          </span>
        )}
        {article.publishedTime && <Day iso={article.publishedTime} locale={lang} />}
        <span class="reading-time" dir="auto">
          {i18n.t('reader.readingTime', readingMinutes(article.wordCount, article.lang))}
        </span>
        <a href={article.url} rel="noopener noreferrer" target={newTab ? '_blank' : undefined} title={i18n.t('reader.original', [host])}>
          <bdi>{host}</bdi>
          <Icon name="external" size={14} />
        </a>
      </div>
    </header>
  );
}
