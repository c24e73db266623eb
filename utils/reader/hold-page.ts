import { addStyles } from '../add-styles';
import { pauseMedia } from './pause-media';

/** Sets one style property over everything the page says; returns what puts back what was there. */
function overrideStyle(element: HTMLElement, property: string, value: string): () => void {
  const had = { value: element.style.getPropertyValue(property), priority: element.style.getPropertyPriority(property) };
  const hadStyle = element.hasAttribute('style');
  element.style.setProperty(property, value, 'important');
  return () => {
    element.style.removeProperty(property);
    if (had.value) element.style.setProperty(property, had.value, had.priority);
    if (!hadStyle && element.getAttribute('style') === '') element.removeAttribute('style');
  };
}

/**
 * Quiets the page while the reader lies over it: what plays is paused, and stays paused should it start again; the page neither scrolls
 * nor comes out of the printer with the article.
 *
 * @returns what puts scroll position and focus back; playing is left to the user
 */
export function holdPage(page: Document): () => void {
  const view = page.defaultView;
  const { scrollX = 0, scrollY = 0 } = view ?? {};
  const focused = page.activeElement;

  const letPlay = pauseMedia(page);
  const letScroll = overrideStyle(page.documentElement, 'overflow', 'hidden');

  let showAgain: (() => void)[] = [];
  const beforePrint = () => {
    if (showAgain.length) return;
    showAgain = [
      addStyles(page, ['@page { margin: 18mm 20mm; }']), // a sheet in a shadow root has no say in it
      overrideStyle(page.body, 'display', 'none'),
      overrideStyle(page.documentElement, 'display', 'block'),
      overrideStyle(page.documentElement, 'overflow', 'visible'),
    ];
  };
  const afterPrint = () => {
    for (const undo of showAgain.reverse()) undo();
    showAgain = [];
  };
  view?.addEventListener('beforeprint', beforePrint);
  view?.addEventListener('afterprint', afterPrint);

  return () => {
    letPlay();
    view?.removeEventListener('beforeprint', beforePrint);
    view?.removeEventListener('afterprint', afterPrint);
    afterPrint();
    letScroll();
    view?.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  };
}
