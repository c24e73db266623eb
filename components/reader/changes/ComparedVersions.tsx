import type { ReaderChanges } from '../reader-props';
import { i18n } from '../words';

/** What is compared with what; a choice where there are several versions. */
export function ComparedVersions({ before, after, versions }: Pick<ReaderChanges, 'before' | 'after' | 'versions'>) {
  if (!versions)
    return (
      <p>
        <bdi>{before}</bdi> – <bdi>{after}</bdi>
      </p>
    );
  const { list, compared, onCompare } = versions;
  const choice = (side: 'from' | 'to', label: string) => (
    <label class="version-choice">
      <span>{label}</span>
      <select value={compared[side]} onChange={({ currentTarget }) => onCompare({ ...compared, [side]: currentTarget.value })}>
        {list.map(({ rev, name }) => (
          <option key={rev} value={rev}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      {choice('from', i18n.t('changes.from'))}
      {choice('to', i18n.t('changes.to'))}
    </>
  );
}
