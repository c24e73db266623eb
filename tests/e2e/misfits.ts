/** Runs in a page: what sticks out of the window to a side, or is too small to be pressed: at least 24 pixels, or what stands in a line of text. */
export function misfits(): string[] {
  const root = document.documentElement.lastElementChild?.shadowRoot ?? document;
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const name = (element: Element) => `${element.localName}.${element.className} ${element.textContent?.trim().slice(0, 20)}`;
  const scroller = root.querySelector('.scroller') ?? document.documentElement;
  const faults = scroller.scrollWidth > scroller.clientWidth + 1 ? [`scrolls sideways: ${scroller.scrollWidth}`] : [];
  for (const element of root.querySelectorAll('button, select, summary, [role="dialog"], input:not([type="radio"], [type="checkbox"])')) {
    const { left, right, width, height } = element.getBoundingClientRect();
    if (!isShown(element) || width === 0 || element.closest('.scroll-frame, .visually-hidden')) continue;
    if (left < -1 || right > innerWidth + 1) faults.push(`sticks out: ${name(element)}`);
    if ((width < 24 || height < 24) && !element.closest('p, li > .text-button')) faults.push(`too small: ${name(element)}`);
  }
  return faults;
}
