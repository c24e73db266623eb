import { browser } from 'wxt/browser';

declare global {
  /** Lets the media of a frame play again. A `var`, since only those become members of globalThis. */
  var cleanCopyPlayOn: (() => void) | undefined;
}

/** Runs in a frame, and can use nothing from here: embedded players are documents of their own, where the reader does not reach. */
function quietFrame(quiet: boolean): void {
  globalThis.cleanCopyPlayOn?.();
  globalThis.cleanCopyPlayOn = undefined;
  if (!quiet || window === window.top) return;
  const pause = (event: Event) => {
    if (event.target instanceof HTMLMediaElement) event.target.pause();
  };
  for (const media of document.querySelectorAll<HTMLMediaElement>('video, audio')) if (!media.paused) media.pause();
  document.addEventListener('play', pause, true);
  globalThis.cleanCopyPlayOn = () => document.removeEventListener('play', pause, true);
}

/** Pauses what plays in the frames of a tab while its reader is open, and lets it play again. A frame that lets no script in plays on. */
export async function quietFrames(tabId: number, quiet: boolean): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: quietFrame, args: [quiet] });
  } catch (error) {
    console.debug('The frames could not be quieted', error);
  }
}
