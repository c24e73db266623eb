import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { replaceMissing } from './media/frame-pictures';
import { watchFrames } from './media/scroll-frames';
import { goTo, insideLinkOf } from './notes/follow-inside';
import { prepareBody } from './prepare-body';

interface Props {
  /** From `sanitiseToFragment()`, and from nowhere else. */
  body: DocumentFragment;
  linksOpenTab: boolean;
  /** The element the text stands in: sections are looked up in it. */
  container: RefObject<HTMLDivElement | null>;
  /** A link within the text was clicked; true: it leads to a note, which is shown in place. */
  onReference(link: HTMLAnchorElement): boolean;
}

/** The article's text. The one place where its markup comes on screen: as nodes, never as a string. */
export function ArticleBody({ body, linksOpenTab, container, onReference }: Props) {
  useLayoutEffect(() => {
    if (!container.current || !body.hasChildNodes()) return;
    prepareBody(body, linksOpenTab);
    container.current.replaceChildren(body);
  }, [body, linksOpenTab, container]);
  useLayoutEffect(() => (container.current ? watchFrames(container.current) : undefined), [body, container]);
  // Follows a link within the article without touching the page's address or history.
  const followInside = (event: MouseEvent) => {
    const inside = insideLinkOf(event, event.currentTarget as Element);
    if (!inside) return;
    event.preventDefault();
    if (!onReference(inside.link) && inside.target) goTo(inside.target);
  };
  const onError = ({ target }: Event) => {
    if (target instanceof HTMLImageElement) replaceMissing(target);
  };
  // The keyboard reaches the links themselves; this only catches what they do.
  // biome-ignore lint/a11y/noStaticElementInteractions: see above
  // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
  return <div class="text" ref={container} onClick={followInside} onErrorCapture={onError} />;
}
