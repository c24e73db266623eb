import { i18n } from '#i18n';
import { startPage } from '../../components/start-page';
import { readerSettings } from '../../utils/settings/reader-settings';
import { Popup } from './Popup';

await startPage(i18n.t('popup.title'), readerSettings, () => <Popup />);
