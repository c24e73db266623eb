import { browser } from 'wxt/browser';
import { sweepPositions } from '../library/positions';
import { sweep, withGone } from '../library/sweep';
import { libraryWriter } from '../library/writer';
import { articlesWithPictures, forgetPictures } from '../pictures/picture-store';
import { isWebPage, reviveReader } from './reader-in-tab';

/** Between two sweeps of the library. Milliseconds. */
const sweepEvery = 24 * 3_600_000;

/** Puts the detector into the pages that were open before the extension, or this version of it, was there. Twice in one page is harmless. */
export async function wakeOpenTabs(): Promise<void> {
  for (const { id, url, discarded } of await browser.tabs.query({})) {
    if (id === undefined || discarded || !isWebPage(url)) continue;
    try {
      await browser.scripting.executeScript({ target: { tabId: id }, files: ['/detector.js'] });
      if (import.meta.env.FIREFOX) await reviveReader(id);
    } catch (error) {
      console.debug('This page lets no script in', error);
    }
  }
}

/** Once in the life of a browser session with this extension; true the first time. */
export async function isFirstStart(): Promise<boolean> {
  const { started } = await browser.storage.session.get('started');
  if (started === undefined) await browser.storage.session.set({ started: true });
  return started === undefined;
}

/** Sweeps the library where the last time is a day ago. */
export async function sweepIfDue(): Promise<void> {
  const { sweptAt } = await browser.storage.local.get('sweptAt');
  if (typeof sweptAt === 'number' && Date.now() - sweptAt < sweepEvery) return;
  await sweep(libraryWriter());
  await sweepPositions(Date.now());
  await withGone(libraryWriter(), await articlesWithPictures(), forgetPictures);
  await browser.storage.local.set({ sweptAt: Date.now() });
}

/** Content scripts need nothing of the library, and a page may have taken over the process of one. Firefox has this for `session` only. */
export async function closeLibraryToPages(): Promise<void> {
  try {
    await browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch (error) {
    console.debug('This browser leaves local storage open to content scripts', error);
  }
}
