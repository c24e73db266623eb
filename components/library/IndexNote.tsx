import { i18n } from '#i18n';
import { numberText } from '../numbers';
import type { Progress } from './use-search';

/** Texts that are indexed before anyone would notice. */
const unnoticed = 100;

/** Says how far the texts can be searched, where they cannot all be. */
export function IndexNote({ progress, isBroken }: { progress: Progress | null; isBroken: boolean }) {
  const isLong = progress !== null && progress.total - progress.done > unnoticed;
  return (
    <>
      {isBroken && (
        <p class="index-note problem" role="status">
          {i18n.t('list.searchBroken')}
        </p>
      )}
      {isLong && (
        <p class="index-note">
          {i18n.t('list.indexing', [numberText(progress.done), numberText(progress.total)])}
          <progress value={progress.done} max={progress.total} />
        </p>
      )}
    </>
  );
}
