import { collapse, decode, fold, readAround, readMeta } from './page-text';
import { asList, asText, own, type StructuredData } from './structured-data';

/** "By" and its like, at the start of a byline: the languages of `month-names.ts`. */
const lead =
  /^(?:(?:story|words|text|article|written|posted|published|reported|reviewed|authored|created|edited|texte?|texto|testo|tekst)\s+(?:by|por|par|von|di|door)|by|por|par|von|di|da|door|автор|текст|auteurs?|authors?|autor(?:a|en|es|in)?|autore|schrijver|بقلم|كتب(?:ت)?|作者|撰文|記者|记者|文|著者|執筆|लेखक)(?:\s*[:：|/]\s*|\s+)/iu;
const onlyLead =
  /^(?:written by|posted by|story by|words by|published by|by|por|par|von|di|door|автор|author|autor|auteur|بقلم|作者|लेखक|著者)\s*[:：]?$/iu;
/** What stands after the names: a role, a date, a reading time. */
const tail =
  /\s*(?:[|•·–—]|\s-\s|,?\s+(?:on|updated|published|posted|last)\s+(?=\p{L}{3,9}\.?\s\d|\d)|\s+(?:is|was)\s+(?:an?|the)\s|,\s*(?:(?:senior|staff|chief|guest|lead|associate|managing|deputy|contributing|executive|news|founder|co-founder|ceo|cto|phd|ph\.d|md|rd|editor|writer|reporter|correspondent|contributor|author|freelance|digital|content|director|head of|professor|special to|associated press|reuters)(?=$|[^\p{L}])|\p{L}{3,9}\.?\s\d{1,2},?\s\d{4})|\s+\d{1,2}\s\p{L}{3,9}\.?\s\d{4}|\s+\p{L}{3,9}\.?\s\d{1,2},\s\d{4}|\s+\d{1,2}[/.:]\d{1,2}).*$/isu;
const noName =
  /^(?:admin(?:istrator)?|user|editor|author|guest|unknown|anonymous|null|undefined|none|n\/a|true|false|test|webmaster|root|wordpress|super ?admin|web ?admin|follow|share|comments?|subscribe|read more|profile|about|home|posts?|view all.*)$/i;

/** One name, clean, or null where it is none. */
export function cleanName(source: string): string | null {
  let name = collapse(decode(source))
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  if (/^https?:|^www\.|^\/|^[@#]/i.test(name)) return null;
  name = name
    .replace(lead, '')
    .replace(lead, '')
    .replace(/\([^()]{0,80}\)/g, ' ')
    .replace(/\S{1,80}@\S{1,80}/g, ' ')
    .replace(/(^|\s)@\w{2,30}/g, ' ')
    .replace(tail, '')
    .replace(/[\s,;:|/•·–—-]+$/u, '');
  name = collapse(name);
  if (name.length < 2 || name.length > 60 || noName.test(name) || !/\p{L}{2}/u.test(name) || name.split(' ').length > 7) return null;
  if (/https?:|\.(com|org|net|html?)(\/|$)/i.test(name) && / /.test(name)) return null;
  return name;
}

/** The names of a byline, in order, each once. */
function cleanNames(sources: readonly string[]): string | null {
  const names = new Map<string, string>();
  for (const source of sources) {
    for (const part of collapse(decode(source))
      .replace(lead, '')
      .split(/\s*(?:;|、|،|\s\/\s|\s(?:and|und|et|y|e|en|и|و|with)\s|\s?&\s|,\s(?=\p{Lu}\S*\s\p{Lu}))\s*/u)) {
      const name = cleanName(part);
      if (name && !names.has(fold(name))) names.set(fold(name), name);
    }
  }
  const all = [...names.values()];
  return all.length && all.length <= 12 ? all.join(', ') : null;
}

function readDeclared(data: StructuredData): string[] {
  for (const article of data.articles) {
    const names = asList(own(article, 'author')).flatMap((author): string[] => {
      if (typeof author === 'string') return [author];
      const node = asText(own(author, 'name')) ? author : (data.byId.get(asText(own(author, '@id')) ?? '') ?? author);
      return asList(own(node, 'name')).flatMap((name) => asText(name) ?? []);
    });
    if (names.length) return names;
  }
  return [];
}

const bylineSelector =
  '[itemprop~="author"] [itemprop~="name"],[itemprop~="author"],[rel~="author"],.author-name,.byline-name,.byline__name,.byline__author,.author__name,.entry-author,' +
  '.p-author,.post-author,.article-author,.byline,.c-byline,.post-byline,.article-byline,.author.vcard,.vcard .fn,[data-testid*="byline" i],[data-testid*="author-name" i],[class*="AuthorName"],[class*="author-name"],[class*="byline" i],.author';

/** Names in elements that sites mark as bylines, nearest the title; never those of a list of other articles, or of comments. */
function readMarked(page: Document, title: Element | null): string | null {
  const scopes: Element[] = [];
  for (let at = title?.parentElement ?? null, steps = 0; at && steps < 5 && at.localName !== 'body'; at = at.parentElement, steps++)
    scopes.push(at);
  scopes.push(page.body ?? page.documentElement);
  for (const scope of scopes) {
    for (const element of scope.querySelectorAll(bylineSelector)) {
      if (
        element.closest('aside,nav,footer,li li,[class*="comment" i],[class*="related" i],[class*="card" i] a') ||
        element.contains(title)
      )
        continue;
      const text = collapse(element.getAttribute('content') ?? element.textContent);
      if (!text || text.length > 160) continue;
      const links = [...element.querySelectorAll('a')]
        .map((link) => collapse(link.textContent))
        .filter((name) => cleanName(name) !== null && /\s/.test(name));
      const names = cleanNames(links.length ? links : [text]);
      if (names) return names;
    }
  }
  return null;
}

/** "By Name", or "By" with the name in the next run of text. */
function readNear(title: Element): string | null {
  const around = readAround(title, 3, 16);
  for (const [at, { text }] of around.entries()) {
    if (text.length > 120) continue;
    if (onlyLead.test(text)) {
      const names = around.slice(at + 1, at + 2).map((next) => next.text);
      const found = cleanNames(names);
      if (found) return found;
    } else if (/^(?:by|por|par|von|di|door|written by|words by|автор:?|بقلم:?|作者[:：]?|लेखक:?)\s*\p{L}/iu.test(text)) {
      const rest = text.replace(lead, '');
      const found = rest !== text && /^(\p{Lu}|\p{Lo})/u.test(rest) ? cleanNames([rest]) : null;
      if (found) return found;
    }
  }
  return null;
}

/** Who wrote it: names only, "A, B". Null when the page names nobody. */
export function readByline(page: Document, data: StructuredData, title: Element | null): string | null {
  const meta = readMeta(
    page,
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'og:article:author',
    'citation_author',
  );
  const labelled = ['1', '2', '3'].find((nth) =>
    /^(written by|author|verfasst von|escrito por|écrit par|scritto da|geschreven door|автор)/i.test(
      readMeta(page, `twitter:label${nth}`) ?? '',
    ),
  );
  const written = labelled ? readMeta(page, `twitter:data${labelled}`) : null;
  return (
    cleanNames(readDeclared(data)) ??
    (meta ? cleanNames([meta]) : null) ??
    (title ? readNear(title) : null) ??
    readMarked(page, title) ??
    (written ? cleanNames([written]) : null)
  );
}
