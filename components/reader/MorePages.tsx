import { useId } from 'preact/hooks';
import { interfaceLanguage } from '../interface-language';
import type { FurtherPages } from './reader-props';
import { trusted } from './trusted';
import { i18n } from './words';

/** At the end of the text: that the article goes on, and what brings in the rest. Nothing is fetched before. */
export function MorePages({ missing, loading, problem, always, onFetch, onCancel, onAlways }: FurtherPages) {
  const title = useId();
  return (
    <section class="more-pages" aria-labelledby={title} aria-busy={loading !== null} {...interfaceLanguage()}>
      <p id={title}>{i18n.t('reader.pages.more', missing)}</p>
      <p class="more-pages-state" role="status">
        {loading ? i18n.t('reader.pages.fetching', [String(loading.number)]) : problem}
      </p>
      {loading && <progress aria-label={i18n.t('reader.pages.label')} max={loading.count} value={loading.number - 1} />}
      <div class="more-pages-acts">
        <button type="button" class="text-button" onClick={trusted(loading ? onCancel : onFetch)}>
          {loading ? i18n.t('reader.pages.cancel') : problem ? i18n.t('reader.pages.again') : i18n.t('reader.pages.fetch')}
        </button>
        <label>
          <input type="checkbox" checked={always} onClick={trusted(() => onAlways(!always))} />
          {i18n.t('reader.pages.always')}
        </label>
      </div>
    </section>
  );
}
