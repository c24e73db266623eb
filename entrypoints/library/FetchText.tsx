import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ArticleSummary } from '../../utils/article/article';
import { keyOf } from '../../utils/i18n/key-of';
import { askForSites, fetchActs } from '../../utils/transfer/fetch-acts';
import type { TextFault } from '../../utils/transfer/fetch-texts';

async function fetchText(link: ArticleSummary): Promise<TextFault | null> {
  if (!(await askForSites())) return 'no-access';
  const answer = await fetchActs.fetchPage(link.url);
  return answer.ok ? fetchActs.keep(link, answer.html) : answer.reason;
}

/** Fetches the text of an article that was brought in as a link. */
export function FetchText({ link, onFetched }: { link: ArticleSummary; onFetched(): void }) {
  const [state, setState] = useState<TextFault | 'fetching' | null>(null);
  const start = async () => {
    if (state === 'fetching') return;
    setState('fetching');
    const fault = await fetchText(link).catch((error: unknown): TextFault => {
      console.error(error);
      return 'unreachable';
    });
    setState(fault);
    if (fault === null) onFetched();
  };
  return (
    <>
      <button type="button" class="button primary" aria-disabled={state === 'fetching'} onClick={start}>
        {state === 'fetching' ? i18n.t('library.fetchingText') : i18n.t('library.fetchText')}
      </button>
      <p class="problem" role="status">
        {state !== null && state !== 'fetching' ? i18n.t(`transfer.textFault.${keyOf(state)}`) : ''}
      </p>
    </>
  );
}
