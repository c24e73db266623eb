// By the prototype: a form's members may be shadowed by the names of its inputs.
const shadowOf = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get as (this: Element) => ShadowRoot | null;

/** The page itself and the open shadow roots in it: players are often elements of their own, and events of media do not leave their root. */
function rootsOf(page: Document): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [page];
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) {
      const shadow = shadowOf.call(element);
      if (shadow) roots.push(shadow); // and looked into in its turn
    }
  return roots;
}

/**
 * Pauses what plays in a page, and what starts to play from now on.
 *
 * @returns what lets it play again; it is left to the user to start it
 */
export function pauseMedia(page: Document): () => void {
  const pause = (event: Event) => {
    if (event.target instanceof HTMLMediaElement) event.target.pause();
  };
  const roots = rootsOf(page);
  for (const root of roots) {
    for (const media of root.querySelectorAll<HTMLMediaElement>('video, audio')) if (!media.paused) media.pause();
    root.addEventListener('play', pause, true);
  }
  return () => {
    for (const root of roots) root.removeEventListener('play', pause, true);
  };
}
