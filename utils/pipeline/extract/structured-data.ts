/** A JSON object from the page. Read it with `own()` only. */
type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** A property of the object itself: pages can name theirs as they like. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && !forbidden.has(key) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** One value as a list; nothing is an empty one. */
export const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

export const asText = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim().slice(0, 1000) : null);

const articleType = /(Article|BlogPosting|NewsArticle|Posting|Report|Review|Recipe|HowTo)$/;
/** What sites call the page that an article stands on, where they name no article. */
const pageType = /^(WebPage|ItemPage|LearningResource|CreativeWork|Guide)$/;
/** Graphs of real pages hold tens of nodes; what is longer is not looked at. */
const mostNodes = 2000;
const longestScript = 500_000;

/** JSON as sites write it: in comment or CDATA marks, with raw line ends in strings. `undefined` when it cannot be read. */
function parseLoosely(source: string): unknown {
  const bare = source.replace(/^\s*(<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '').replace(/(-->|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '');
  for (const text of [
    bare,
    bare
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // The next form is tried; broken data is no data.
    }
  }
  return undefined;
}

/** What the page declares about itself in JSON-LD. */
export interface StructuredData {
  /** Nodes that are articles, the most likely first. */
  articles: readonly JsonObject[];
  /** Nodes that are the page itself. */
  pages: readonly JsonObject[];
  /** Nodes by `@id`. */
  byId: ReadonlyMap<string, JsonObject>;
  siteName: string | null;
}

/** Reads every JSON-LD script. Never throws: pages are free to be wrong. */
export function readStructuredData(page: Document): StructuredData {
  const articles: JsonObject[] = [];
  const pages: JsonObject[] = [];
  const byId = new Map<string, JsonObject>();
  let siteName: string | null = null;
  let seen = 0;
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
    const source = script.textContent ?? '';
    if (source.length > longestScript) continue;
    const queue: unknown[] = [parseLoosely(source)];
    for (let at = 0; at < queue.length && seen < mostNodes; at++, seen++) {
      const node = queue[at];
      if (Array.isArray(node)) queue.push(...node.slice(0, 200));
      if (!isObject(node)) continue;
      const types = asList(own(node, '@type')).filter((type) => typeof type === 'string');
      const id = asText(own(node, '@id'));
      if (id && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
      if (types.some((type) => articleType.test(type))) articles.push(node);
      else if (types.some((type) => pageType.test(type))) pages.push(node);
      if (types.includes('WebSite')) siteName ??= asText(own(node, 'name'));
      // The article stands at the top, in a graph, or as what a page is about; lists of other articles are not read.
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'publisher', 'author', 'isPartOf']) {
        const value = own(node, key);
        if (typeof value === 'object') queue.push(value);
      }
    }
  }
  const worth = (node: JsonObject) =>
    Number(own(node, 'headline') !== undefined) +
    Number(own(node, 'datePublished') !== undefined) +
    Number(own(node, 'author') !== undefined);
  articles.sort((a, b) => worth(b) - worth(a));
  return { articles, pages, byId, siteName: siteName ?? asText(own(own(articles[0], 'publisher'), 'name')) };
}
