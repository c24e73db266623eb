import { attributeOf } from './safe-dom';

/** What the page says of itself to machines. */
export interface DeclaredFacts {
  /** `<meta>` contents by lower-case `property`, `name` or `itemprop`; the first of each. */
  meta: Map<string, string>;
  /** Types at the top level of JSON-LD, in `@graph` and as main entity. */
  ldTypes: Set<string>;
  /** Last words of the microdata types ("article" of "https://schema.org/Article"), lower case. */
  microdata: Set<string>;
  /** With a space at both ends. */
  bodyClass: string;
}

const MOST_BLOCKS = 20;
const MOST_LENGTH = 300_000;

function addTypes(value: unknown, types: Set<string>, depth: number): void {
  if (depth > 3 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 100)) addTypes(item, types, depth + 1);
    return;
  }
  const { '@type': type, '@graph': graph, mainEntity } = value as Record<string, unknown>;
  for (const name of Array.isArray(type) ? type : [type]) if (typeof name === 'string') types.add(name.replace(/^.*[/#:]/, ''));
  addTypes(graph, types, depth + 1);
  // A front page lists its stories as main entity's elements; those are not followed.
  addTypes(mainEntity, types, depth + 2);
}

function readLinkedData(page: Document): Set<string> {
  const types = new Set<string>();
  let blocks = 0;
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (++blocks > MOST_BLOCKS || text.length > MOST_LENGTH) continue;
    try {
      addTypes(JSON.parse(text), types, 0);
    } catch {
      // Line breaks inside strings, trailing commas: many sites. The first type is nearly always the page's own.
      const first = /"@type"\s*:\s*"(\w+)"/.exec(text)?.[1];
      if (first) types.add(first);
    }
  }
  return types;
}

/** Reads metadata, JSON-LD and microdata types. */
export function readDeclared(page: Document): DeclaredFacts {
  const meta = new Map<string, string>();
  for (const element of page.getElementsByTagName('meta')) {
    const key = (attributeOf(element, 'property') || attributeOf(element, 'name') || attributeOf(element, 'itemprop')).toLowerCase();
    const content = key && attributeOf(element, 'content').trim();
    if (content && !meta.has(key)) meta.set(key, content);
  }
  const microdata = new Set<string>();
  let seen = 0;
  for (const element of page.querySelectorAll('[itemtype]')) {
    if (++seen > 200) break;
    microdata.add(attributeOf(element, 'itemtype').replace(/^.*\//, '').trim().toLowerCase());
  }
  return {
    meta,
    ldTypes: readLinkedData(page),
    microdata,
    bodyClass: page.body ? ` ${attributeOf(page.body, 'class')} ` : '',
  };
}
