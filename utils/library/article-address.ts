/** Parameters that say where a reader came from, never which article it is. */
const trackingParameter =
  /^(utm_\w+|(fb|g|dcl|ms|tw|yg|ttc|gb|wb)clid|gclsrc|gad_source|igshid|igsh|mc_[ce]id|mkt_tok|cmpid|ns_\w+|_ga|_gl|_hs(enc|mi)|smid|smtyp|at_(medium|campaign|link\w*|format|ptr_name)|oly_(enc|anon)_id|vero_(id|conv)|wt_?mc\w*|__twitter_impression|xtor|s_cid)$/i;

/**
 * The address under which two visits count as the same article: no fragment (but for `#!` and `#/` routes), no tracking parameters, the
 * rest in order; scheme, `www.` and a trailing slash make no difference.
 *
 * @returns null for what is no http(s) address
 */
export function articleAddress(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  for (const name of [...parsed.searchParams.keys()]) if (trackingParameter.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  const route = /^#[!/]/.test(parsed.hash) ? parsed.hash : '';
  const path = parsed.pathname.replace(/(?<=.)\/+$/, '');
  return `${parsed.host.replace(/^www\./, '')}${path}${parsed.search}${route}`;
}

/** Same page, whatever its fragment or tracking parameters. */
export const isSamePage = (a: string, b: string): boolean => articleAddress(a) === articleAddress(b);

/** Hexadecimal SHA-256 of a text. */
export async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The id an article has in the library: 128 bits of its address's digest. The same address thus always has the same id, "is it saved?" is
 * one read, and two saves of one page can never make two entries.
 *
 * @returns null for what is no http(s) address
 */
export async function articleId(url: string): Promise<string | null> {
  const address = articleAddress(url);
  return address === null ? null : (await digest(address)).slice(0, 32);
}

export const isArticleId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
