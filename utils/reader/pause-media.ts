/** The page itself and the open shadow roots in it: players are often elements of their own, and events of media do not leave their root. */
function rootsOf(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [root];
  for (const { localName, shadowRoot } of root.querySelectorAll('*'))
    if (localName.includes('-') && shadowRoot) roots.push(...rootsOf(shadowRoot));
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
