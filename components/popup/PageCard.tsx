import { i18n } from '#i18n';
import { readingMinutes } from '../../utils/article/reading-time';
import { Icon } from '../Icon';
import { Switch } from '../Switch';
import type { PageView } from './page-view';

export interface PageCardProps {
  page: PageView;
  /** An act is on its way: which one. */
  busy: 'reading' | 'saving' | null;
  /** Why the last act failed. */
  problem: string | null;
  onRead(anyway: boolean): void;
  onReadSelection(): void;
  onClose(): void;
  onSave(): void;
  onUnsave(): void;
  onAlwaysRead(on: boolean): void;
}

/** The page the popup was opened over, and what can be done with it. */
export function PageCard(props: PageCardProps) {
  const { page, problem } = props;
  return (
    <section class="page-card" aria-label={i18n.t('popup.thisPage')} aria-busy={page.kind === 'loading'}>
      {page.kind !== 'page' && <h1 class="visually-hidden">{i18n.t('popup.thisPage')}</h1>}
      {page.kind === 'loading' && <LoadingPage />}
      {page.kind === 'unknown' && <p class="page-message">{i18n.t('popup.partsUnread')}</p>}
      {page.kind === 'unavailable' && <p class="page-message">{i18n.t(`popup.unavailable.${page.why}`)}</p>}
      {page.kind === 'page' && <KnownPage {...props} page={page} />}
      <p class="problem" role="alert">
        {problem}
      </p>
    </section>
  );
}

/** As tall as what comes, so that nothing jumps. */
function LoadingPage() {
  return (
    <>
      <p class="visually-hidden">{i18n.t('popup.loading')}</p>
      <div class="placeholder placeholder-kicker" />
      <div class="placeholder placeholder-title" />
      <div class="placeholder placeholder-buttons" />
    </>
  );
}

function KnownPage(props: PageCardProps & { page: PageView & { kind: 'page' } }) {
  const { page, busy } = props;
  return (
    <>
      <p class="page-kicker">
        <bdi>{page.siteName ?? page.host}</bdi>
        {page.isArticle && page.wordCount !== null && (
          <span>{i18n.t('reader.readingTime', readingMinutes(page.wordCount, page.lang))}</span>
        )}
      </p>
      <h1 class="page-title" dir="auto">
        {page.title || page.host}
      </h1>
      {!page.isArticle && !page.reading && (
        <p class="page-message">
          {i18n.t('popup.notArticle')} <span>{i18n.t('popup.notArticleHint')}</span>
        </p>
      )}
      {page.changes && <p class="page-message">{page.changes}</p>}
      <div class="page-buttons">
        <ReadButton {...props} />
        {(page.isArticle || page.reading || page.saved) && <SaveButton {...props} saving={busy === 'saving'} />}
      </div>
      {page.isPrivate && (page.isArticle || page.reading || page.saved) && (
        <p class="page-private">{page.saved ? i18n.t('popup.savedPrivately') : i18n.t('popup.privateWindow')}</p>
      )}
      {page.selected && !page.reading && (
        <button type="button" class="button page-selection" onClick={props.onReadSelection}>
          {i18n.t('menu.readSelection')}
        </button>
      )}
      {page.host && (
        <Switch
          label={i18n.t('popup.alwaysRead', [page.host])}
          hint={i18n.t('popup.alwaysReadHint')}
          on={page.alwaysRead}
          onChange={props.onAlwaysRead}
        />
      )}
    </>
  );
}

function ReadButton({ page, busy, onRead, onClose }: PageCardProps & { page: PageView & { kind: 'page' } }) {
  if (page.reading) {
    return (
      <button type="button" class="button primary" onClick={onClose}>
        {i18n.t('popup.close')}
      </button>
    );
  }
  return (
    <button
      type="button"
      class={page.isArticle ? 'button primary' : 'button'}
      aria-disabled={busy === 'reading'}
      onClick={() => busy !== 'reading' && onRead(!page.isArticle)}
    >
      <Icon name="read" size={18} />
      {page.isArticle ? i18n.t('popup.read') : i18n.t('popup.readAnyway')}
    </button>
  );
}

function SaveButton({ page, saving, onSave, onUnsave }: PageCardProps & { page: PageView & { kind: 'page' }; saving: boolean }) {
  const words = saving ? i18n.t('popup.saving') : page.saved ? i18n.t('popup.saved') : i18n.t('popup.save');
  return (
    <button
      type="button"
      class="button save-button"
      aria-pressed={page.saved}
      title={page.saved ? i18n.t('popup.removeSaved') : undefined}
      aria-disabled={saving}
      onClick={() => !saving && (page.saved ? onUnsave() : onSave())}
    >
      <Icon name={page.saved ? 'saved' : 'save'} size={18} />
      {words}
    </button>
  );
}
