import { LETTER } from '../letters';
import { PhraseIndex } from '../phrase-index';
import { collapse, decode, fold, readAround, readMeta } from './page-text';
import { asList, asText, own, type StructuredData } from './structured-data';

/** "By" and its like, at the start of a byline: the languages of `month-names.ts`. */
const leads = new PhraseIndex(
  [
    String.raw`(?:story|words|text|article|written|posted|published|reported|reviewed|authored|created|edited|texte?|texto|testo|tekst)\s+(?:by|por|par|von|di|door)|by|por|par|von|di|da|door|автор|текст|auteurs?|authors?|autor(?:a|en|es|in)?|autore|schrijver|بقلم|كتب(?:ت)?|作者|撰文|記者|记者|文|著者|執筆|लेखक`,
  ],
  String.raw`(?:\s*[:：|/]\s*|\s+)`,
);
const onlyLeads = new PhraseIndex(
  ['written by|article by|posted by|story by|words by|published by|by|por|par|von|di|door|автор|author|autor|auteur|بقلم|作者|लेखक|著者'],
  String.raw`\s*[:：]?$`,
);
const isOnlyLead = (text: string): boolean => onlyLeads.find(text.toLowerCase()) >= 0;
const withoutLead = (text: string): string => text.slice(Math.max(0, leads.endOf(text.toLowerCase())));

/** What stands after the names: a role, a date, a reading time. */
// (Letters as ranges, and no `u`: with them this rule alone takes milliseconds to compile.)
const tail =
  /\s*(?:[|•·–—]|\s-\s|,?\s+(?:on|updated|published|posted|last)\s+(?=[a-z\u00aa-\u1fff\u3040-\ud7ff]{3,9}\.?\s\d|\d)|\s+(?:is|was)\s+(?:an?|the)\s|,\s*(?:(?:senior|staff|chief|guest|lead|associate|managing|deputy|contributing|executive|news|founder|co-founder|ceo|cto|phd|ph\.d|md|rd|editor|writer|reporter|correspondent|contributor|author|freelance|digital|content|director|head of|professor|special to|associated press|reuters)(?=$|[^a-z\u00aa-\u1fff\u3040-\ud7ff])|[a-z\u00aa-\u1fff\u3040-\ud7ff]{3,9}\.?\s\d{1,2},?\s\d{4})|\s+\d{1,2}\s[a-z\u00aa-\u1fff\u3040-\ud7ff]{3,9}\.?\s\d{4}|\s+[a-z\u00aa-\u1fff\u3040-\ud7ff]{3,9}\.?\s\d{1,2},\s\d{4}|\s+\d{1,2}[/.:]\d{1,2}).*$/is;
/** What is in all that `tail` finds. */
const mayHaveTail = /[|•·–—,\d]|\s(?:-|on|updated|published|posted|last|is|was)\s/i;
const noName =
  /^(?:(?:.*\s)?admin(?:istrator)?|user|editor|author|guest|unknown|anonymous|null|undefined|none|n\/a|true|false|test|webmaster|root|wordpress|super ?admin|web ?admin|follow|share|comments?|subscribe|read more|profile|about|home|posts?|view all.*|full bio|learn more|(?:editorial )?polic(?:y|ies))$/i;

const onlyRole =
  /^(?:(?:senior|staff|chief|guest|lead|associate|managing|deputy|contributing|executive|news|political|sports|business|freelance|digital|special|national|foreign)\s)+(?:writer|reporter|editor|correspondent|contributor|columnist|producer)/i;

/** What stands before the first word. */
const notSpoken = new RegExp(`^[^0-9${LETTER}]+`);

/** One name, clean, or null where it is none. */
export function cleanName(source: string): string | null {
  let name = collapse(decode(source))
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(notSpoken, '');
  if (/^https?:|^www\.|^\/|^[@#]/i.test(name)) return null;
  name = withoutLead(withoutLead(name)).replace(/\([^()]{0,80}\)/g, ' ');
  if (name.includes('@')) name = name.replace(/\S{1,80}@\S{1,80}/g, ' ').replace(/(^|\s)@\w{2,30}/g, ' ');
  if (mayHaveTail.test(name)) name = name.replace(tail, '');
  name = name.replace(/[\s,;:|/•·–—-]+$/u, '');
  name = collapse(name);
  if (isOnlyLead(name) || onlyRole.test(name) || /^articles? by/i.test(name) || /\b(19|20)\d{2}\b/.test(name)) return null;
  if (
    name.length < 2 ||
    name.length > 60 ||
    noName.test(name) ||
    !(/[a-z]{2}/i.test(name) || /\p{L}[\p{L}\p{M}]/u.test(name)) ||
    name.split(' ').length > 7
  )
    return null;
  if (/^[a-z]+([._][a-z]+)+$/.test(name)) return null;
  if (/https?:|\.(com|org|net|html?)(\/|$)/i.test(name) && / /.test(name)) return null;
  return name;
}

/** The names of a byline, in order, each once. */
function cleanNames(sources: readonly string[]): string | null {
  const names = new Map<string, string>();
  for (const source of sources) {
    const text = withoutLead(collapse(decode(source)));
    for (const part of text.split(/\s*(?:;|、|،|\s\/\s|\s(?:and|und|et|y|e|en|и|و|with)\s|\s?&\s|,\s(?=\p{Lu}\S*\s\p{Lu}))\s*/u)) {
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

/** Widest first; `isBylineMark` looks closer. */
const bylineSelector =
  '[itemprop~="author"] [itemprop~="name"],[itemprop~="author"],[rel~="author"],[class*="author" i],[class*="byline" i],.p-author,.vcard .fn,[data-testid*="byline" i],' +
  'a[href*="/author/"],a[href*="/authors/"],a[href*="/contributors/"],a[href*="/journalist"],a[href*="/autor/"],a[href*="/auteur/"]';
const exactClass =
  /(^|[\s_-])(author[_-]*name|byline([_-]*(name|author))?|(entry|post|article)[_-]+author|p-author|fn|authors?)(?=$|[\s]|_{1,2}[a-z0-9]{3,})/i;
const otherUse =
  /(img|image|avatar|photo|picture|bio|about|social|follow|title|role|job|desc|date|more|count|info|wrap|container|details|box)/i;

const aboutAuthor = /(bio|about|social|follow|title|role|job|desc|more|count)/i;
const longestName = 40;

/** Bylines stand at the top; pages of comments hold hundreds of authors. */
const mostMarks = 40;

/** Whether the mark is on the name itself, not on a box around it. */
function isBylineMark(element: Element): boolean {
  if (element.localName === 'a' || /author/.test(`${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('rel') ?? ''}`))
    return true;
  const className = (element.getAttribute('class') ?? '').slice(0, 200).replace(/(name)$/i, '-$1');
  if (exactClass.test(className) || /author-?_*name/i.test(className)) return true;
  if (element.childElementCount <= 1 && !otherUse.test(className)) return true;
  // A box that holds a name and at most a picture is as good as the name.
  const text = collapse(element.textContent);
  return text.length <= longestName && /^\p{Lu}\S* (\S+ )?\p{Lu}\S*$/u.test(text) && !aboutAuthor.test(className);
}

/** The element's words; where blocks inside it touch (name, then role), the first that is more than "By". */
function readFirstRuns(element: Element): string {
  if (!element.firstElementChild) return collapse(element.textContent);
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = collapse((node as Text).data);
    if (text && !isOnlyLead(text)) return text;
  }
  return '';
}

/** Names in elements that sites mark as bylines, nearest the title; never those of a list of other articles, or of comments. */
function readMarked(page: Document, title: Element | null): string | null {
  const scopes: Element[] = [];
  for (let at = title?.parentElement ?? null, steps = 0; at && steps < 5 && at.localName !== 'body'; at = at.parentElement, steps++)
    scopes.push(at);
  scopes.push(page.body ?? page.documentElement);
  for (const scope of scopes) {
    for (const element of [...scope.querySelectorAll(bylineSelector)].slice(0, mostMarks)) {
      if (
        element.closest('aside,nav,footer,li li,header nav,[class*="comment" i],[class*="related" i],[class*="card" i] a') ||
        element.contains(title) ||
        !isBylineMark(element)
      )
        continue;
      const text = element.getAttribute('content') ?? readFirstRuns(element);
      if (!text || text.length > 160) continue;
      const links = [...element.querySelectorAll('a')]
        .map((link) => readFirstRuns(link))
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
    if (isOnlyLead(text)) {
      const names = around.slice(at + 1, at + 2).map((next) => next.text);
      const found = cleanNames(names);
      if (found) return found;
      continue;
    }
    const rest = withoutLead(text);
    if (
      rest !== text &&
      /^(?:by|por|par|von|di|door|written by|words by|автор:?|بقلم:?|(?:作者|著者|執筆|撰文|記者|记者)[:：]?|लेखक:?)\s*\p{L}/iu.test(text)
    ) {
      const found = /^(\p{Lu}|\p{Lo})/u.test(rest) ? cleanNames([rest]) : null;
      if (found) return found;
    }
  }
  return null;
}

/** A label of its own, wherever it stands ("Author", "Article by"), and the name under it. */
function readLabelled(page: Document): string | null {
  for (const label of page.querySelectorAll('h2,h3,h4,h5,h6,dt')) {
    if (!isOnlyLead(collapse(label.textContent)) || label.closest('aside,nav,footer,li')) continue;
    const [next] = readAround(label, 0, 1);
    const names = next && next.text.length <= longestName ? cleanNames([next.text]) : null;
    if (names && /\s/.test(names)) return names;
  }
  return null;
}

/** One word of the letters that names of accounts are made of. */
const isAccount = (names: string) => /^[a-z\d._-]+$/i.test(names);

/** Who wrote it: names only, "A, B". Null when the page names nobody. A person's name goes before the site's own, and before that of an account. */
export function readByline(page: Document, data: StructuredData, title: Element | null, siteNames: readonly string[]): string | null {
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
  const folded = siteNames.map(fold).filter((name) => name.length > 3);
  const isSite = (name: string) =>
    folded.some((site) => [site, `the${site}`, `${site}team`, `${site}staff`].includes(fold(name)) || site === `the${fold(name)}`);
  const near = title ? readNear(title) : null;
  let second: string | null = null;
  const sources = [
    () => cleanNames(readDeclared(data)),
    () => (meta ? cleanNames([meta]) : null),
    () => near,
    () => readMarked(page, title),
    () => (written ? cleanNames([written]) : null),
    () => readLabelled(page),
  ];
  for (const read of sources) {
    const names = read();
    const people = names?.split(', ').filter((name) => !isSite(name)) ?? [];
    if (people.length && !(isAccount(people.join()) && near && !isAccount(near))) return people.join(', ');
    second ??= names;
  }
  return second;
}
