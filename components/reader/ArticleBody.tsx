import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { prepareBody } from './prepare-body';

interface Props {
  /** From `sanitiseToFragment()`, and from nowhere else. */
  body: DocumentFragment;
  linksOpenTab: boolean;
  /** The element the text stands in: sections are looked up in it. */
  container: RefObject<HTMLDivElement | null>;
}

/** Follows a link within the article without touching the page's address or history. */
function followInside(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  const target = (event.currentTarget as Element).querySelector(`#${CSS.escape(link.getAttribute('href')?.slice(1) ?? '')}`);
  target?.scrollIntoView({ block: 'start' });
}

/** Puts what a picture shows, in words, where it did not load; nothing where the page said it shows nothing. */
function replaceMissing(event: Event): void {
  const picture = event.target;
  if (!(picture instanceof HTMLImageElement)) return;
  const words = picture.ownerDocument.createElement('span');
  words.className = 'missing-picture';
  words.textContent = picture.alt;
  if (picture.alt.trim()) picture.replaceWith(words);
  else picture.remove();
}

/** The article's text. The one place where its markup comes on screen: as nodes, never as a string. */
export function ArticleBody({ body, linksOpenTab, container }: Props) {
  useLayoutEffect(() => {
    if (!container.current || !body.hasChildNodes()) return;
    prepareBody(body, linksOpenTab);
    container.current.replaceChildren(body);
  }, [body, linksOpenTab, container]);
  // The keyboard reaches the links themselves; this only catches what they do.
  // biome-ignore lint/a11y/noStaticElementInteractions: see above
  // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
  return <div class="text" ref={container} onClick={followInside} onErrorCapture={replaceMissing} />;
}
