import { browser } from 'wxt/browser';

/** Whether the extension was updated, switched off or removed since this script came into the page: no message gets through any more. */
export const isOrphan = (): boolean => browser.runtime?.id === undefined;
