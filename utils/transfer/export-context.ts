import { i18n } from '#i18n';
import type { ExportContext } from '../export/export-article';

/** What an export needs of the interface. Pictures are not kept, so none has bytes. */
export const exportContext = (): ExportContext => ({
  picture: async () => null,
  words: { untitled: i18n.t('article.untitled'), original: i18n.t('transfer.originalAt'), contents: i18n.t('transfer.contents') },
  locale: i18n.t('@@ui_locale').replaceAll('_', '-'),
  now: Date.now(),
});
