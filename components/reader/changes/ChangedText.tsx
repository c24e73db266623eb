import { Fragment } from 'preact';
import type { WordSpan } from '../../../utils/changes/words';
import { i18n } from '../words';

/** Words with what was put in and taken out of them: told by lines, tints, and to screen readers in words. */
export function ChangedText({ spans }: { spans: readonly WordSpan[] }) {
  return (
    <>
      {spans.map(({ state, text }, index) => {
        if (state === 'same') return <span key={index}>{text}</span>;
        const Mark = state === 'added' ? 'ins' : 'del';
        const words = text.trimEnd();
        return (
          <Fragment key={index}>
            <Mark>
              <span class="visually-hidden">{state === 'added' ? i18n.t('changes.putIn') : i18n.t('changes.takenOut')} </span>
              {words}
            </Mark>
            {text.slice(words.length)}
          </Fragment>
        );
      })}
    </>
  );
}
