import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { formatDate } from '../../../utils/article/published-date';
import type { ArticleChanges } from '../../../utils/changes/compare-articles';
import { Icon } from '../../Icon';
import { interfaceLanguage } from '../../interface-language';
import { hintOf } from '../acts';
import type { KeysFirst } from '../keys-first';
import { trusted } from '../trusted';
import { i18n } from '../words';
import { Change, ChangedBlocks, ChangeOf } from './ChangedBlocks';
import { useChangeSteps } from './use-change-steps';

interface Props {
  /** Null where there is nothing to compare. */
  changes: ArticleChanges | null;
  /** What is compared with what, and the choice of it. */
  children: ComponentChildren;
  keysFirst: KeysFirst;
  lang: string | null;
  dir: 'ltr' | 'rtl';
}

function Updated({ before, after }: { before: string; after: string }) {
  const { lang } = interfaceLanguage();
  const [old, now] = [before, after].map((iso) => formatDate(iso, lang) ?? iso);
  if (old === now) return null; // the same day, as far as it is shown
  return (
    <p class="changes-updated" lang={lang}>
      <bdi>{i18n.t('changes.updated', [now ?? '', old ?? ''])}</bdi>
    </p>
  );
}

/** What differs between two versions of an article: headline and notes of the editors first, then the text, word by word. */
export function ChangesView({ changes, children, keysFirst, lang, dir }: Props) {
  const view = useRef<HTMLDivElement>(null);
  const { count, current, step } = useChangeSteps(view, keysFirst, changes);
  const blocks = changes?.blocks ?? [];
  const notices = blocks.filter(({ state, isNotice }) => isNotice && state !== 'same');
  const words = interfaceLanguage();
  return (
    <div class="changes" ref={view}>
      <div class="changes-head" {...words}>
        <div class="changes-about">{children}</div>
        <div class="changes-steps">
          <span class="changes-place" role="status">
            {count === 0
              ? i18n.t('changes.none')
              : current < 0
                ? i18n.t('changes.count', count)
                : i18n.t('changes.place', [String(current + 1), String(count)])}
          </span>
          {([-1, 1] as const).map((direction) => {
            const [id, icon] = direction === 1 ? (['next-section', 'down'] as const) : (['previous-section', 'up'] as const);
            const name = direction === 1 ? i18n.t('changes.next') : i18n.t('changes.previous');
            return (
              <button
                key={id}
                type="button"
                class="icon-button"
                title={hintOf(id, name)}
                aria-label={name}
                aria-disabled={count === 0}
                onClick={trusted(() => step(direction))}
              >
                <Icon name={icon} />
              </button>
            );
          })}
        </div>
      </div>
      <div class="article changes-text" lang={lang ?? undefined} dir={dir}>
        {changes?.title && <Change name={i18n.t('changes.headlineName')} kind="title" spans={changes.title} />}
        {notices.map((block, index) => (
          <div key={index} class="changes-notice">
            <ChangeOf block={block} />
          </div>
        ))}
        {changes?.byline && <Change name={i18n.t('changes.bylineName')} kind="byline" spans={changes.byline} />}
        {changes?.updated && <Updated {...changes.updated} />}
        <ChangedBlocks blocks={blocks.filter(({ state, isNotice }) => !isNotice || state === 'same')} />
      </div>
    </div>
  );
}
