/**
 * Quiets the page while the reader lies over it: what plays is paused, and stays paused should it start again; the page does not scroll.
 *
 * @returns what puts scroll position and focus back; playing is left to the user
 */
export function holdPage(page: Document): () => void {
  const view = page.defaultView;
  const root = page.documentElement;
  const { scrollX = 0, scrollY = 0 } = view ?? {};
  const focused = page.activeElement;
  const overflow = { value: root.style.getPropertyValue('overflow'), priority: root.style.getPropertyPriority('overflow') };
  const hadStyle = root.hasAttribute('style');

  const pause = (event: Event) => {
    if (event.target instanceof HTMLMediaElement) event.target.pause();
  };
  for (const media of page.querySelectorAll<HTMLMediaElement>('video, audio')) if (!media.paused) media.pause();
  page.addEventListener('play', pause, true);
  root.style.setProperty('overflow', 'hidden', 'important');

  return () => {
    page.removeEventListener('play', pause, true);
    root.style.removeProperty('overflow');
    if (overflow.value) root.style.setProperty('overflow', overflow.value, overflow.priority);
    if (!hadStyle && root.getAttribute('style') === '') root.removeAttribute('style');
    view?.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  };
}
