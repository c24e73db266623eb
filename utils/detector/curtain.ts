import { addStyles } from '../add-styles';

/** Hides a page of a site that is always read until it is known whether the reader opens. Stands in the isolated world of a tab. */
export interface Curtain {
  /** Hides the page, for a bounded time. */
  raise(): void;
  /** Keeps the page hidden until the reader, which is on its way, stands over it. */
  hold(): void;
  lift(): void;
}

declare global {
  // A `var`, since only those become members of globalThis.
  var cleanCopyCurtain: Curtain | undefined;
  /** Set before the curtain where the user's colours are not the system's. */
  var cleanCopyPaper: 'day' | 'night' | undefined;
}

/** From DOMContentLoaded on, in which late content may make the page an article. Milliseconds. */
export const curtainWait = 2500;
/** However slow the page is. Milliseconds. */
const longestWait = 8000;

/**
 * Clips the page away but leaves its layout and its visibility as they are, since detector and pipeline read them; what stands in the top
 * layer, such as the reader, is not clipped.
 */
const rules = (paper: typeof cleanCopyPaper) => {
  const cover = (colour: string) => `:root { clip-path: inset(50%) !important; background: ${colour} !important; }`;
  const [day, night] = [cover('#faf7f1'), cover('#1e1d1b')];
  if (paper) return paper === 'day' ? day : night;
  return `${day} @media (prefers-color-scheme: dark) { ${night} }`;
};

/** A curtain for the page. It lifts by itself, whatever becomes of the detector, the background and the reader. */
export function createCurtain(page: Document): Curtain {
  let takeOff: (() => void) | null = null;
  let timers: ReturnType<typeof setTimeout>[] = [];
  const forget = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  const lift = () => {
    takeOff?.();
    takeOff = null;
    forget();
  };
  const liftAfter = (delay: number) => timers.push(setTimeout(lift, delay));
  return {
    raise() {
      if (takeOff) return;
      takeOff = addStyles(page, [rules(globalThis.cleanCopyPaper)]);
      liftAfter(longestWait);
      if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', () => liftAfter(curtainWait), { once: true });
      else liftAfter(curtainWait);
    },
    hold() {
      if (!takeOff) return;
      forget();
      liftAfter(longestWait);
    },
    lift,
  };
}
