import { i18n } from '#i18n';
import { startPage } from '../../components/start-page';
import { appSettings } from '../../utils/settings/app-settings';
import { readerSettings } from '../../utils/settings/reader-settings';
import { Library } from './Library';

const app = await appSettings.read();
await startPage(i18n.t('library.title'), readerSettings, (settings) => <Library settings={settings} app={app} />);
