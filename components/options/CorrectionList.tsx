import { i18n } from '#i18n';
import type { SiteCorrection } from '../../utils/article/site-correction';
import { Icon } from '../Icon';

export interface CorrectionListProps {
  sites: readonly { host: string; corrections: readonly SiteCorrection[] }[];
  onRemove(host: string, correction: SiteCorrection): void;
  /** The same shape, but with another word said of it. */
  onChange(host: string, before: SiteCorrection, after: SiteCorrection): void;
}

const words: Record<SiteCorrection['kind'], () => string> = {
  keep: () => i18n.t('options.correction.keep'),
  'leave-out': () => i18n.t('options.correction.leaveOut'),
  heading: () => i18n.t('options.correction.heading'),
  'no-heading': () => i18n.t('options.correction.noHeading'),
};

/** A block that was left out by itself can only be kept; of one that is in the text, the rest can be said. */
const choices = (kind: SiteCorrection['kind']): SiteCorrection['kind'][] =>
  kind === 'keep' ? ['keep'] : ['leave-out', 'heading', 'no-heading'];

/** What is remembered of each site's blocks. */
export function CorrectionList({ sites, onRemove, onChange }: CorrectionListProps) {
  if (!sites.length) return <p class="option-empty">{i18n.t('options.correctionsEmpty')}</p>;
  return (
    <>
      {sites.map(({ host, corrections }) => (
        <section key={host} aria-label={host}>
          <h3 class="correction-host">
            <bdi>{host}</bdi>
          </h3>
          <ul class="site-list">
            {corrections.map((correction) => {
              const { kind, shape, sample } = correction;
              return (
                <li key={kind + shape}>
                  <span class="correction">
                    <select
                      aria-label={i18n.t('options.correctionOf', [sample || shape])}
                      value={kind}
                      disabled={kind === 'keep'}
                      onChange={(event) =>
                        onChange(host, correction, { ...correction, kind: event.currentTarget.value as SiteCorrection['kind'] })
                      }
                    >
                      {choices(kind).map((choice) => (
                        <option key={choice} value={choice}>
                          {words[choice]()}
                        </option>
                      ))}
                    </select>
                    <span dir="auto">{sample}</span>
                    <code>{shape}</code>
                  </span>
                  <button
                    type="button"
                    class="icon-button"
                    title={i18n.t('article.remove')}
                    aria-label={i18n.t('options.removeSite', [sample || shape])}
                    onClick={() => onRemove(host, correction)}
                  >
                    <Icon name="remove" />
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}
