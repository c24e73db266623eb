import type { ChangedBlock } from '../../../utils/changes/compare-articles';
import { interfaceLanguage } from '../../interface-language';
import { i18n } from '../words';
import { ChangedText } from './ChangedText';
import { foldBlocks } from './fold-blocks';

const names: Readonly<Record<Exclude<ChangedBlock['state'], 'same'>, () => string>> = {
  added: () => i18n.t('changes.added'),
  removed: () => i18n.t('changes.removed'),
  edited: () => i18n.t('changes.edited'),
  moved: () => i18n.t('changes.moved'),
};

interface ChangeProps extends Pick<ChangedBlock, 'spans'> {
  name: string;
  kind: ChangedBlock['kind'] | 'title' | 'byline';
}

/** One change, with the name of what happened. The steps from change to change stop here. */
export function Change({ name, kind, spans }: ChangeProps) {
  return (
    <section class="change" data-kind={kind} tabIndex={-1} aria-label={name}>
      <p class="change-name" lang={interfaceLanguage().lang} aria-hidden="true">
        <bdi>{name}</bdi>
      </p>
      <p class="change-text">
        <ChangedText spans={spans} />
      </p>
    </section>
  );
}

export const ChangeOf = ({ block }: { block: ChangedBlock }) =>
  block.state === 'same' ? null : <Change name={names[block.state]()} kind={block.kind} spans={block.spans} />;

/** A text with its changes; what did not change is folded, and opens where it stands. */
export function ChangedBlocks({ blocks }: { blocks: readonly ChangedBlock[] }) {
  return (
    <>
      {foldBlocks(blocks).map((stretch, index) => {
        if (stretch.kind === 'changed') return <ChangeOf key={index} block={stretch.block} />;
        return (
          <details key={index} class="unchanged">
            <summary lang={interfaceLanguage().lang}>
              <bdi>{i18n.t('changes.unchanged', stretch.blocks.length)}</bdi>
            </summary>
            {stretch.blocks.map(({ kind, spans }, place) => (
              <p key={place} class="change-text" data-kind={kind}>
                <ChangedText spans={spans} />
              </p>
            ))}
          </details>
        );
      })}
    </>
  );
}
