import type { RefObject } from 'preact';
import { replaceMissing } from './media/frame-pictures';
import { goTo, insideLinkOf } from './notes/follow-inside';

interface Props {
  /** The element the text stands in: `useText` fills it. */
  container: RefObject<HTMLDivElement | null>;
  /** More of the text is on its way. */
  isBusy: boolean;
  /** A link within the text was clicked; true: it leads to a note, which is shown in place. */
  onReference(link: HTMLAnchorElement): boolean;
}

/** The article's text. */
export function ArticleBody({ container, isBusy, onReference }: Props) {
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
  return <div class="text" ref={container} aria-busy={isBusy} onClick={followInside} onErrorCapture={onError} />;
}
