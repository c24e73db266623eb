/** An address, taken apart: which page of which article. */
export interface PageAddress {
  /** The address without its page number: the same for all pages of an article. */
  base: string;
  /** 1 where the address names none. */
  number: number;
}

/** More pages than this no article has; a higher number is part of a name, such as a year or an id. */
export const mostPages = 99;

const pageWord = 'page|pagina|página|pag|seite|strona|side|sida|sayfa|sivu|part|teil|p|pg';
const parameter = new RegExp(`^(?:${pageWord}|pn|paged|page_?num(?:ber)?|page_?no|seitennr)$`, 'i');
/** Without a number at its end a path has none of the forms below, which take long to compile. */
const endsInNumber = /\d(?:\.\w{2,5})?\/?$/;
/** Last segment, or end of it: `/2`, `/page/2`, `/page-2`, `story-2.html`, `story,page-2.html`, `story_p2.html`. */
const segments: readonly RegExp[] = [
  new RegExp(`^(.*)/(?:${pageWord})[/_-]?([1-9]\\d?)/?$`, 'i'),
  /^(.+)\/([1-9]\d?)\/?$/,
  new RegExp(`^(.+?)[-_,.](?:${pageWord})[-_]?([1-9]\\d?)(\\.\\w{2,5})?/?$`, 'i'),
  /^(.+?)[-_,.]([1-9]\d?)(\.\w{2,5})$/,
];
/** Parameters that say where a visitor came from, not what the page is. */
const tracking = /^(utm_.*|fbclid|gclid|ref|source|cmp|mc_cid|mc_eid)$/i;

const trimSlash = (path: string) => path.replace(/\/+$/, '');

/** Reads the page number out of an address; null for what is no web address. */
export function readPageAddress(address: string): PageAddress | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  let number = 1;
  const rest: string[] = [];
  for (const [name, value] of url.searchParams) {
    if (tracking.test(name)) continue;
    if (number === 1 && parameter.test(name) && /^[1-9]\d?$/.test(value)) number = Number(value);
    else rest.push(`${name}=${value}`);
  }
  let path = url.pathname;
  // `?page=1` in a numbered path is the path's business, and the other way round: one of them counts.
  for (const form of number === 1 && endsInNumber.test(path) ? segments : []) {
    const [, before, digits, ending = ''] = form.exec(path) ?? [];
    if (before === undefined || digits === undefined) continue;
    path = before + ending;
    number = Number(digits);
    break;
  }
  return { base: `${url.host}${trimSlash(path)}?${rest.sort().join('&')}`, number };
}
