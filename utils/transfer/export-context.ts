import { i18n } from '#i18n';
import type { ExportContext } from '../export/export-article';
import { readPicture } from '../pictures/picture-store';

/** What an export needs of this machine: the pictures that are kept, and the words of the interface. */
export const exportContext = (): ExportContext => ({
  picture: (url, id) => readPicture(id, url),
  words: { untitled: i18n.t('article.untitled'), original: i18n.t('transfer.originalAt'), contents: i18n.t('transfer.contents') },
  locale: i18n.t('@@ui_locale').replaceAll('_', '-'),
  now: Date.now(),
});
