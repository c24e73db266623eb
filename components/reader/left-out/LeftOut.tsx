import type { RefObject } from 'preact';
import type { LeftOutBlock, ReaderCorrections } from '../reader-props';
import { trusted } from '../trusted';
import { i18n } from '../words';
import { reasonOf } from './reasons';

interface Props {
  corrections: ReaderCorrections | null;
  /** The element the text stands in. */
  text: RefObject<HTMLDivElement | null>;
}

function Button({ words, onPress }: { words: string; onPress(): void }) {
  return (
    <button type="button" class="text-button" onClick={trusted(onPress)}>
      {words}
    </button>
  );
}

/** The blocks that are not in the text, each with the reason and what puts it back; and what the user changed, to be taken back. */
export function LeftOut({ corrections, text }: Props) {
  if (!corrections) return <p>{i18n.t('leftOut.pageOnly')}</p>;
  const { leftOut, made, onPutBack } = corrections;
  const show = (place: number) => {
    const block = text.current?.children[place];
    block?.scrollIntoView({ block: 'center' });
    block?.animate?.({ backgroundColor: ['var(--mark)', 'transparent'] }, 1600);
  };
  const line = ({ id, rule, text: words, place, isClear, canComeBack }: LeftOutBlock) => (
    <li key={id} class="left-out-block">
      <p class="left-out-reason">{reasonOf(rule)}</p>
      <p class="left-out-text" dir="auto">
        {words}
      </p>
      {/* One button with two meanings: the focus stays on it. */}
      {canComeBack && (
        <Button
          words={place >= 0 ? i18n.t('leftOut.show') : i18n.t('leftOut.putBack')}
          onPress={() => (place >= 0 ? show(place) : onPutBack(id, false))}
        />
      )}
      {canComeBack && place < 0 && isClear && <Button words={i18n.t('leftOut.alwaysKeep')} onPress={() => onPutBack(id, true)} />}
    </li>
  );
  const inColumn = leftOut.filter((block) => block.inColumn);
  const around = leftOut.filter((block) => !block.inColumn);
  return (
    <>
      {made.length > 0 && (
        <section class="left-out-group">
          <h3>{i18n.t('leftOut.changes')}</h3>
          <ul>
            {made.map(({ words, sample, always, onUndo }) => (
              <li key={words + sample} class="left-out-block">
                <p class="left-out-reason">{always ? `${words} (${i18n.t('leftOut.everywhere')})` : words}</p>
                <p class="left-out-text" dir="auto">
                  {sample}
                </p>
                <Button words={i18n.t('leftOut.takeBack')} onPress={onUndo} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {leftOut.length === 0 && <p>{i18n.t('leftOut.nothing')}</p>}
      {inColumn.length > 0 && (
        <section class="left-out-group">
          <h3>{i18n.t('leftOut.inArticle')}</h3>
          <ul>{inColumn.map(line)}</ul>
        </section>
      )}
      {around.length > 0 && (
        <section class="left-out-group">
          <h3>{i18n.t('leftOut.around')}</h3>
          <ul>{around.map(line)}</ul>
        </section>
      )}
    </>
  );
}
