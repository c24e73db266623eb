/** What relative addresses on a page are relative to: its own address, or that which it names for them (`<base>`). */
export function readBase(page: Document, url: string): string {
  const named = URL.parse(page.querySelector('base[href]')?.getAttribute('href') ?? '', url);
  return named && /^https?:$/.test(named.protocol) ? named.href : url;
}
