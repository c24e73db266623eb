/** Front pages are never opened by themselves: the root, also of a language or an edition (`/en/`, `/us/index.html`). */
export function isFrontPage(url: string): boolean {
  const path = URL.parse(url)?.pathname ?? '/';
  return /^(\/([a-z]{2}([-_][a-z]{2})?|home))?\/?((index|default|home)\.\w{2,5})?$/i.test(path);
}
