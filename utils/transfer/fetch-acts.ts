import { browser } from 'wxt/browser';
import { libraryWriter } from '../library/writer';
import { send } from '../messages';
import { everySite } from '../settings/site-rules';
import { type FetchActs, pause } from './fetch-texts';

/** The background asks for pages, this page reads them: the pipeline is loaded when the first has come. */
export const fetchActs: FetchActs = {
  fetchPage: (url) => send('ui-bg:fetch-page', { url }),
  async keep(link, html) {
    const { keepText } = await import('./keep-text');
    const fault = await keepText(libraryWriter(), link, html);
    if (fault === null) send('ui-bg:text-given', { id: link.id }).catch(console.warn); // the text is kept, whatever becomes of its pictures
    return fault;
  },
  pause,
};

/** Asks for the access that fetching needs, where the user withheld it. Only within a click, and before anything is waited for. */
export const askForSites = (): Promise<boolean> => browser.permissions.request({ origins: everySite });
