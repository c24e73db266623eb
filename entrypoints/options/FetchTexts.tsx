import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { counted, numberText } from '../../components/numbers';
import { Section } from '../../components/options/Section';
import { Progress } from '../../components/transfer/Progress';
import type { ArticleSummary } from '../../utils/article/article';
import { keyOf } from '../../utils/i18n/key-of';
import { listSummaries, watchSummaries } from '../../utils/library/saved-articles';
import { askForSites, fetchActs } from '../../utils/transfer/fetch-acts';
import { type FetchProgress, fetchTexts } from '../../utils/transfer/fetch-texts';

type FetchStep =
  | { step: 'idle' }
  | { step: 'refused' }
  | { step: 'fetching'; progress: FetchProgress }
  | { step: 'told'; progress: FetchProgress };

const isLink = ({ hasText }: ArticleSummary): boolean => !hasText;

/** The texts of articles that were brought in as links. Not shown where there are none. */
export function FetchTexts() {
  const [links, setLinks] = useState<readonly ArticleSummary[]>([]);
  const [now, setNow] = useState<FetchStep>({ step: 'idle' });
  const stop = useRef(new AbortController());
  useEffect(() => {
    listSummaries().then((all) => setLinks(all.filter(isLink)), console.error);
    return watchSummaries(({ saved, deleted }) => {
      const changed = new Set([...deleted, ...saved.map(({ id }) => id)]);
      setLinks((before) => [...before.filter(({ id }) => !changed.has(id)), ...saved.filter(isLink)]);
    });
  }, []);

  const start = async () => {
    if (!(await askForSites())) return setNow({ step: 'refused' });
    stop.current = new AbortController();
    const { signal } = stop.current;
    const onProgress = (progress: FetchProgress) => setNow({ step: 'fetching', progress });
    onProgress({ total: links.length, fetched: 0, faults: [] });
    setNow({ step: 'told', progress: await fetchTexts(links, fetchActs, { signal, onProgress }) });
  };

  if (links.length === 0 && now.step === 'idle') return null;
  return (
    <Section title={i18n.t('transfer.texts')} hint={i18n.t('transfer.textsHint')}>
      {now.step === 'fetching' ? (
        <Progress
          what={i18n.t('transfer.fetching')}
          far={i18n.t('transfer.progress', [numberText(now.progress.fetched + now.progress.faults.length), numberText(now.progress.total)])}
          share={(now.progress.fetched + now.progress.faults.length) / Math.max(1, now.progress.total)}
          onCancel={() => stop.current.abort()}
        />
      ) : (
        <>
          {now.step === 'refused' && (
            <p class="problem" role="status">
              {i18n.t('transfer.noAccess')}
            </p>
          )}
          {now.step === 'told' && <FetchReport progress={now.progress} />}
          {links.length > 0 && (
            <button type="button" class="button" onClick={start}>
              {i18n.t('transfer.fetch', ...counted(links.length))}
            </button>
          )}
        </>
      )}
    </Section>
  );
}

function FetchReport({ progress: { fetched, faults } }: { progress: FetchProgress }) {
  return (
    <div class="transfer-card">
      <p class="transfer-count" role="status">
        {i18n.t('transfer.fetched', ...counted(fetched))}
      </p>
      {faults.length > 0 && (
        <details class="faults">
          <summary>{i18n.t('transfer.unfetched', ...counted(faults.length))}</summary>
          <ul>
            {faults.map(({ url, fault }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {url}
                </a>{' '}
                {i18n.t(`transfer.textFault.${keyOf(fault)}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
