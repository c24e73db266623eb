/** The page's address without its fragment. */
export const addressOf = (page: Document): string => page.location.href.split('#', 1)[0] ?? '';

/** Milliseconds between looks: pages change their address without telling other worlds. */
const interval = 1000;

/** Calls `onMoved` once when the page's address is no longer what it is now. Returns what stops it. */
export function watchAddress(page: Document, onMoved: () => void): () => void {
  const start = addressOf(page);
  const timer = setInterval(() => {
    if (addressOf(page) === start) return;
    clearInterval(timer);
    onMoved();
  }, interval);
  return () => clearInterval(timer);
}
