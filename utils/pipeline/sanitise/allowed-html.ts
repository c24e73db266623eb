/** Everything an article may be made of. What is not here does not pass (THREATS: text blocks, tables, figures, links, ruby). */
export const allowedTags: readonly string[] = (
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins ' +
  'kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
).split(' ');

/** No `class`, `style`, `data-*`, `aria-*`: looks and behaviour are ours alone. */
export const allowedAttributes: readonly string[] =
  'alt cite colspan datetime dir height href id lang reversed rowspan scope src srcset start title value width'.split(' ');

/** Ids are ours (`cc-…`); links and pictures lead to the web or nowhere. */
export const linkSchemes: readonly string[] = ['http:', 'https:', 'mailto:'];
export const imageSchemes: readonly string[] = ['http:', 'https:'];
export const ownId = /^cc-[\w-]{1,60}$/;
