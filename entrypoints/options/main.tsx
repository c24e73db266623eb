import { i18n } from '#i18n';
import { startPage } from '../../components/start-page';
import { appSettings } from '../../utils/settings/app-settings';
import { readerSettings } from '../../utils/settings/reader-settings';
import { listSites } from '../../utils/settings/site-rules';
import { Options } from './Options';

const [app, sites] = await Promise.all([appSettings.read(), listSites()]);
await startPage(i18n.t('options.title'), readerSettings, (reader) => <Options reader={reader} app={app} sites={sites} />);
