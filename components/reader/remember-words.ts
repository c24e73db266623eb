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
  for (const { name } of [...acts, ...actGroups]) name();
  i18n.t('reader.themeNow', [blank]);
  i18n.t('reader.sizeNow', [blank]);
}
