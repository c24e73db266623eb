/**
 * What XHTML allows where, for the elements an article is made of. Browsers show anything; e-readers and EPUBCheck do not.
 * https://html.spec.whatwg.org/multipage/#toc-semantics
 */

/** Hold text and inline elements only. */
export const phrasingOnly = new Set(
  'abbr b bdi bdo cite code dfn em h2 h3 h4 h5 h6 i kbd mark p pre q rt ruby s samp small span strong sub sup u var'.split(' '),
);

export const blockElements = new Set(
  'blockquote caption dd div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre section table tbody td tfoot th thead tr ul'.split(' '),
);

/** How many parts a piece of a formula has: https://www.w3.org/TR/MathML3/chapter3.html#presm.reqarg */
// biome-ignore format: one line
export const mathsParts: Readonly<Record<string, number>> = { mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2, msubsup: 3, munderover: 3 };

/** Which elements may have an attribute; what is not here, none may, but for `everywhere`. */
export const attributeOwners: Readonly<Record<string, readonly string[]>> = {
  alt: ['img'],
  colspan: ['td', 'th'],
  height: ['img'],
  href: ['a'],
  reversed: ['ol'],
  rowspan: ['td', 'th'],
  scope: ['th'],
  src: ['img'],
  start: ['ol'],
  value: ['li'],
  width: ['img'],
};

export const everywhere: readonly string[] = ['dir', 'id', 'lang', 'title'];

/** What the value of an attribute must be; no rule, any text. */
export const attributeValues: Readonly<Record<string, RegExp>> = {
  colspan: /^[1-9]\d{0,2}$/,
  dir: /^(ltr|rtl|auto)$/,
  height: /^[1-9]\d{0,4}$/,
  id: /^cc-[\w-]{1,60}$/,
  // Language tags as BCP 47 writes them; https://www.rfc-editor.org/rfc/rfc5646 section 2.1, without the grandfathered ones.
  lang: /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*$/i,
  reversed: /^/,
  rowspan: /^[1-9]\d{0,3}$/,
  scope: /^(row|col|rowgroup|colgroup)$/,
  start: /^-?\d{1,6}$/,
  value: /^-?\d{1,6}$/,
  width: /^[1-9]\d{0,4}$/,
};

export const isLanguageTag = (lang: string): boolean => attributeValues.lang?.test(lang) ?? false;
