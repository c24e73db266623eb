import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The link to a page that the element stands in, or null. */
const linkOf = (element: Element | null | undefined): HTMLAnchorElement | null => {
  const link = element?.closest<HTMLAnchorElement>('a[href]') ?? null;
  return link && /^https?:$/.test(link.protocol) && !link.getAttribute('href')?.startsWith('#') ? link : null;
};

/**
 * Opens links of the text in a reader of their own: those that are clicked (or entered) with Alt, and the one with the focus.
 *
 * @returns what opens the link that has the focus
 */
export function useLinks(text: RefObject<HTMLElement | null>, onReadLink: (url: string) => void): () => void {
  const read = useRef(onReadLink);
  read.current = onReadLink;
  useEffect(() => {
    const box = text.current;
    const onClick = (event: MouseEvent) => {
      const link = event.altKey && event.isTrusted ? linkOf(event.target as Element) : null;
      if (!link) return;
      event.preventDefault(); // the browser would keep it as a file
      event.stopPropagation();
      read.current(link.href);
    };
    box?.addEventListener('click', onClick, true);
    return () => box?.removeEventListener('click', onClick, true);
  }, [text]);
  return () => {
    const root = text.current?.getRootNode() as ShadowRoot | Document | undefined;
    const link = linkOf(root?.activeElement);
    if (link && text.current?.contains(link)) read.current(link.href);
  };
}
