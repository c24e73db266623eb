import { actGroups, acts } from './acts';
import { blank, i18n } from './words';

/** Asks while there is an answer for what an open reader may have to say later. */
export function rememberWords(): void {
  i18n.t('reader.extensionUpdated');
  i18n.t('reader.saving');
  i18n.t('reader.settingsFailed');
  i18n.t('reader.pageMovedOn');
  i18n.t('reader.showPage');
  i18n.t('reader.outline');
  i18n.t('reader.copyLinkTo', [blank]);
  i18n.t('reader.linkCopied', [blank]);
  i18n.t('reader.linkNotCopied');
  i18n.t('reader.toStart');
  i18n.t('listen.play');
  i18n.t('listen.pause');
  i18n.t('listen.stop');
  i18n.t('listen.speed');
  i18n.t('listen.speedNow', [blank]);
  i18n.t('listen.voice');
  i18n.t('listen.choose');
  i18n.t('listen.online');
  i18n.t('listen.looking');
  i18n.t('listen.noVoice', [blank]);
  i18n.t('listen.onlyOnline', [blank]);
  for (const trouble of ['blocked', 'network', 'taken', 'voice'] as const) i18n.t(`listen.trouble.${trouble}`);
  for (const key of ['hidden', 'shown', 'view', 'previous', 'next', 'larger', 'smaller', 'close'] as const) i18n.t(`picture.${key}`);
  for (const key of ['title', 'goTo', 'close'] as const) i18n.t(`note.${key}`);
  for (const key of ['click', 'control'] as const) i18n.t(`keys.${key}`);
  for (const key of ['copied', 'notCopied'] as const) i18n.t(`reader.${key}`);
  for (const { name } of [...acts, ...actGroups]) name();
  for (const key of ['title', 'putIn', 'takenOut', 'added', 'removed', 'edited', 'moved', 'next', 'previous', 'headlineName'] as const)
    i18n.t(`changes.${key}`);
  i18n.t('reader.themeNow', [blank]);
  i18n.t('reader.sizeNow', [blank]);
}
