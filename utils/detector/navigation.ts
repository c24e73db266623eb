/** What of an address makes a page: an ordinary fragment does not. */
const pagePart = ({ pathname, search, hash }: Location): string => pathname + search + (/^#[!/]/.test(hash) ? hash : '');

/** How often to look where the browser has no navigation events. Milliseconds. */
const lookEvery = 1000;

/** Calls back each time the page moved on by the history API, until the signal aborts. */
export function onMovedOn(callback: () => void, signal: AbortSignal): void {
  let current = pagePart(location);
  const look = () => {
    const now = pagePart(location);
    if (now === current) return;
    current = now;
    callback();
  };
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  addEventListener('popstate', look, { signal });
  const timer = setInterval(() => document.hidden || look(), lookEvery);
  signal.addEventListener('abort', () => clearInterval(timer));
}
