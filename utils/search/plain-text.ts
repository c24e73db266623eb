const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' };

/** Words of a saved article's markup, as they are looked for and shown in lists: never markup again, whatever they hold. */
export const plainText = (html: string): string =>
  html
    .replace(/<\/?(?:p|div|li|h[1-6]|blockquote|figcaption|t[dhr]|pre|d[dt]|br)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity)
    .trim();

/** What of a stored article is searched: title, byline, standfirst and text; empty where it is damaged. */
export function textOfBody(json: string | null): string {
  try {
    const { title, byline, standfirst, contentHtml } = JSON.parse(json ?? '{}') as Record<string, unknown>;
    const texts = [title, byline, standfirst].filter((text) => typeof text === 'string');
    return [...texts, typeof contentHtml === 'string' ? plainText(contentHtml) : ''].join('\n');
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}
