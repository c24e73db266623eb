/** An event handler that acts only on what the user really did: a page can make up events, but not trusted ones. */
export const trusted = (act: () => void) => (event: Event) => {
  if (event.isTrusted) act();
};
