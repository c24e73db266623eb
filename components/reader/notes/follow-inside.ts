/** Goes to a place in the text that a link leads to; the focus goes along, so that Tab goes on from there. */
export function goTo(target: Element): void {
  const isHeading = /^H[1-6]$/.test(target.tagName);
  target.scrollIntoView({ block: isHeading ? 'start' : 'center' });
  if (target instanceof HTMLElement) {
    const place = target.querySelector<HTMLElement>(':scope > a[href]') ?? target;
    if (!place.matches('a[href],button')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
  target.animate?.({ backgroundColor: ['var(--mark)', 'transparent'] }, 1600);
}

/** The link within the article that an event comes from, and the place it leads to. */
export function insideLinkOf(event: Event, text: Element): { link: HTMLAnchorElement; target: Element | null } | null {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
  if (!link) return null;
  return { link, target: text.querySelector(`#${CSS.escape(link.getAttribute('href')?.slice(1) ?? '')}`) };
}
