import { attributeOf } from './safe-dom';

/** What the page says of itself to machines. */
export interface DeclaredFacts {
  /** Lower case; '' where the page does not say. */
  ogType: string;
  ogTitle: string;
  /** A meta element gives the day of publication. */
  isDated: boolean;
  /** Types at the top level of JSON-LD, in `@graph` and as main entity. */
  ldTypes: Set<string>;
  /** Last words of the microdata types ("article" of "https://schema.org/Article"), lower case. */
  microdata: Set<string>;
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

/** Names by which meta elements give the day of publication; what is looked for anywhere in them, and what is the start of them. */
const datedParts = ['published', 'publishdate', 'publish-date', 'publishtime', 'publication_date', 'pubdate', 'pub-date'];
const datedNames = ['date', 'dc.date', 'dcterms.date', 'dc.created', 'dcterms.created', 'sailthru.date'];
const isDate = (name: string) => datedNames.some((start) => name.startsWith(start)) || datedParts.some((part) => name.includes(part));
const MOST_METAS = 500;

/** What its meta elements say: one pass, since a selector with all these names takes longer than all the rest. */
function readMetas(page: Document): Pick<DeclaredFacts, 'ogType' | 'ogTitle' | 'isDated'> {
  const metas = { ogType: '', ogTitle: '', isDated: false };
  let seen = 0;
  for (const meta of page.getElementsByTagName('meta')) {
    if (++seen > MOST_METAS) break;
    for (const key of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(key)?.toLowerCase();
      if (!name) continue;
      if (name === 'og:type') metas.ogType ||= attributeOf(meta, 'content').trim().toLowerCase();
      else if (name === 'og:title') metas.ogTitle ||= attributeOf(meta, 'content').trim();
      else if (isDate(name)) metas.isDated ||= attributeOf(meta, 'content').trim() !== '';
    }
  }
  return metas;
}

/** Reads metadata, JSON-LD and microdata types. */
export function readDeclared(page: Document): DeclaredFacts {
  const microdata = new Set<string>();
  let seen = 0;
  for (const element of page.querySelectorAll('[itemtype]')) {
    if (++seen > 200) break;
    microdata.add(attributeOf(element, 'itemtype').replace(/^.*\//, '').trim().toLowerCase());
  }
  return {
    ...readMetas(page),
    ldTypes: readLinkedData(page),
    microdata,
    bodyClass: page.body ? attributeOf(page.body, 'class') : '',
  };
}
