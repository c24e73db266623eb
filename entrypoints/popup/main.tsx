import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { startPage } from '../../components/start-page';
import { readerSettings } from '../../utils/settings/reader-settings';
import { Popup } from './Popup';

// Firefox for Android, alone, has no commands. A width cannot tell: a popup begins narrow, and grows to what is in it.
document.documentElement.classList.toggle('whole-screen', !browser.commands);
await startPage(i18n.t('popup.title'), readerSettings, () => <Popup />);
