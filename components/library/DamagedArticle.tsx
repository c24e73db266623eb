import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { ArticleSummary } from '../../utils/article/article';
import { EmptyState } from '../EmptyState';

/** A saved article whose text is not what was saved: says so, leads to the original, and shows what is left as plain text. */
export function DamagedArticle({ summary, text, children }: { summary: ArticleSummary; text: string | null; children: ComponentChildren }) {
  return (
    <main class="damaged">
      <EmptyState icon="warning" title={i18n.t('library.damaged')} hint={i18n.t('library.damagedHint')}>
        <a class="button primary" href={summary.url} target="_blank" rel="noopener noreferrer">
          {i18n.t('library.original')}
        </a>
        {children}
      </EmptyState>
      <article lang={summary.lang ?? undefined} dir={summary.dir}>
        <h1>{summary.title}</h1>
        {text && <p>{text}</p>}
      </article>
    </main>
  );
}
