import { i18n } from '#i18n';
import { startPage } from '../../components/start-page';
import { readerSettings } from '../../utils/settings/reader-settings';
import { Library } from './Library';

await startPage(i18n.t('library.title'), readerSettings, (settings) => <Library settings={settings} />);
