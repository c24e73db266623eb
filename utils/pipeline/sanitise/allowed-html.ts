/** Everything an article may be made of. What is not here does not pass (THREATS: text blocks, tables, figures, links, ruby). */
export const allowedTags: readonly string[] = (
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins ' +
  'kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
).split(' ');

/** No `style`, `data-*`, `aria-*`: looks and behaviour are ours alone. */
export const allowedAttributes: readonly string[] =
  'alt cite class colspan datetime dir height href id lang reversed rowspan scope src srcset start title value width'.split(' ');

/** What leads somewhere or loads something does so on one element alone. */
export const onlyOn: Readonly<Record<string, string>> = { alt: 'img', href: 'a', src: 'img', srcset: 'img' };

/** The only classes: the language of code, as HTML recommends to write it, and what kind of thing a link stands for that was embedded. */
export const allowedClasses: Readonly<Record<string, RegExp>> = {
  code: /^language-[a-z0-9+#._-]{1,24}$/,
  p: /^embed-(video|audio|post|chart|map|other)$/,
};

/**
 * Formulas: presentation MathML without what holds other markup (`semantics`, `annotation`, `annotation-xml`), acts (`maction`), loads
 * (`mglyph`) or is read in more than one way (`malignmark`): those are what mutations are made of (THREATS 4).
 */
export const allowedMaths: readonly string[] = (
  'math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup ' +
  'mtable mtd mtext mtr munder munderover none'
).split(' ');

/** On formulas alone. `alttext` holds the source they were written in. */
export const mathsAttributes: readonly string[] = (
  'accent accentunder alttext columnalign columnlines columnspacing columnspan depth dir display displaystyle fence form frame height ' +
  'largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing rowspan rspace scriptlevel ' +
  'separator stretchy symmetric voffset width'
).split(' ');

/** Lengths of up to three digits, and words: nothing that could push a formula out of its place. */
export const mathsValue = /^(?!.*\d{4})[a-z0-9.%+\- ]{0,60}$/i;

/** Ids are ours (`cc-…`); links and pictures lead to the web or nowhere. */
export const linkSchemes: readonly string[] = ['http:', 'https:', 'mailto:'];
export const imageSchemes: readonly string[] = ['http:', 'https:'];
export const ownId = /^cc-[\w-]{1,60}$/;
