import fc from 'fast-check';

// Markup of any page: every kind of element, names that shadow a form's members, scripts of the world, shadow roots, and markup that no
// validator would pass. Text carries numbers of its own, so that each word can be found again.

/** Members of forms, elements and nodes that a form's fields can shadow. */
const clobbering = (
  'attributes children childNodes firstChild firstElementChild lastChild parentNode parentElement nextSibling localName tagName nodeName ' +
  'nodeType textContent innerHTML outerHTML className classList id style dataset shadowRoot ownerDocument isConnected getAttribute ' +
  'setAttribute removeAttribute hasAttribute getAttributeNames querySelector querySelectorAll closest matches contains remove replaceWith ' +
  'append before cloneNode childElementCount elements length action method submit checkVisibility nextElementSibling'
).split(' ');

const blocks = (
  'div p section article main header footer aside nav ul ol li dl dt dd blockquote figure figcaption table tbody tr td th caption h1 h2 h3 h4 h5 h6 ' +
  'pre details summary form fieldset legend center address hr hgroup menu dialog font'
).split(' ');
const inline =
  'span b strong i em a u s sub sup code mark q cite small time abbr ruby rt br wbr img kbd label button bdo del ins big tt'.split(' ');
const odd =
  'x-card news-text my-slot svg math iframe video audio canvas object picture select textarea input template noscript style xmp'.split(' ');
const hosts = 'x-card news-text div section article span'.split(' ');

const phrases = [
  'The ferry left the harbour at noon, and the wind had turned before anyone on the quay had noticed',
  'Die Brücke bleibt gesperrt, wie der Magistrat am Abend nach langer Aussprache mitteilte',
  'Le conseil a voté dans la nuit la reconstruction du vieux pont que l’on disait perdu',
  'Порт закрыт до утра, сообщили в управлении, и паром не выйдет раньше рассвета',
  'وصلت العبارة إلى الميناء بعد منتصف الليل وكان الضباب يغطي المدينة كلها',
  'नाव सुबह बंदरगाह से निकली और शाम तक वापस नहीं आई',
  '渡轮在中午离开港口，码头上没有人注意到风向已经改变',
  'フェリーは正午に港を出た。風が変わったことに誰も気づかなかった',
  'เรือข้ามฟากออกจากท่าเรือตอนเที่ยง',
  'Share this article',
  'Subscribe to our newsletter',
  'Related stories',
  'By Ada Reed',
  'Advertisement',
  '1 May 2024',
  'Photo: Ada Reed',
  'Q: Why did you stay?',
  'ON THE QUAY',
  '* * *',
];

const names = ['share', 'related', 'ad', 'caption', 'credit', 'byline', 'comments', 'footnote', 'accordion', 'sidebar', 'x'];
const addresses = ['/a', '#n1', '#cc-1', 'https://news.test/b', 'javascript:void 0', 'data:text/html,x', 'mailto:a@b.test', 'http://[', ''];
const styles = ['display:none', 'visibility:hidden', 'font-weight:700', 'font-size:30px', 'text-transform:uppercase', 'display:contents'];

/** An attribute, ready to be written. */
const attribute = fc.oneof(
  fc.constantFrom(...names).map((name) => ` class="${name}"`),
  fc.constantFrom(...names, 'n1', 'cc-1').map((name) => ` id="${name}"`),
  fc.constantFrom(...addresses).map((address) => ` href="${address}"`),
  fc.constantFrom(...addresses).map((address) => ` src="${address}"`),
  fc.constantFrom(...styles).map((style) => ` style="${style}"`),
  fc.constantFrom(' hidden', ' dir=rtl', ' lang=ar', ' open', ' role=heading aria-level=3', ' role=presentation', ' slot=a', ' start=3'),
  fc.constantFrom(' onclick="fail()"', ' onerror="fail()"', ' aria-hidden=true', ' contenteditable', ' width=1 height=1', ' colspan=99999'),
);

const field = fc
  .tuple(fc.constantFrom('input', 'textarea', 'button', 'select', 'fieldset', 'output'), fc.constantFrom(...clobbering))
  .map(([tag, name]) => (tag === 'input' ? `<input name="${name}">` : `<${tag} name="${name}"></${tag}>`));

/** Markup that parses into something else than it says. */
const broken = fc.constantFrom(
  ...['<p><div>', '</p>', '</b></i>', '<b><p>', '<a href="/1"><a href="/2">', '<table><b>', '<table><tr><td>', '</table>', '<ul><ul><li>'],
  ...[
    '<h2><p>',
    '<form><form>',
    '</form>',
    '<select><p>',
    '<li>',
    '<dd>',
    '<!-- -- >',
    '<!',
    '<%',
    '</',
    '<svg><p>',
    '<math><mi><p>',
    '<p',
  ],
  ...['<br><br>', '<hr>', '&#0;', '&nbsp;', '\u200b', '\u202e', '<svg><style><a>', '<math><annotation-xml encoding="text/html"><p>'],
  ...['<frameset>', '<body class="ad">', '<html lang="x">', '<title>', '<noscript><p>', '<plaintext>'].slice(0, 4),
);

/** Writes a number after each text, so that no two are the same. */
const text = fc.tuple(fc.constantFrom(...phrases), fc.boolean(), fc.nat(99_999)).map(([phrase, isLong, number]) => {
  const said = `${phrase} w${number}w. `;
  return isLong ? `${said}${phrase} v${number}v. ` : said;
});
const strange = fc.string({ unit: 'grapheme', maxLength: 20 }).map((signs) => signs.replace(/[<&\0]/g, ''));

const { markup } = fc.letrec<{ markup: string; element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...blocks) },
        { weight: 4, arbitrary: fc.constantFrom(...inline) },
        fc.constantFrom(...odd),
      ),
      fc.array(attribute, { maxLength: 2 }),
      fc.array(tie('markup'), { maxLength: 4 }),
    )
    .map(([tag, attributes, children]) => `<${tag}${attributes.join('')}>${children.join('')}</${tag}>`),
  markup: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: strange },
    { weight: 10, arbitrary: tie('element') },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: fc.constantFrom('<!-- note -->', '<!-- cc-gap:clean:0 -->', '<!--cc-gap:extract:1-->', '<![CDATA[x]]>') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(field, { minLength: 1, maxLength: 4 }), tie('markup'))
        .map(([fields, inside]) => `<form class="x" id="n1">${fields.join('')}${inside}</form>`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...hosts), tie('markup'), tie('markup'))
        .map(([host, shadow, light]) => `<${host}><template shadowrootmode="open">${shadow}<slot></slot></template>${light}</${host}>`),
    },
  ),
}));

const prose = fc.nat(99_999).map((number) => `<p>${phrases[0]}, which nobody had expected at all, p${number}p. ${phrases[0]}.</p>`);

/** The markup of a whole page: anything, with some plain paragraphs among it, so that often there is an article. */
export const anyPage = fc
  .tuple(
    fc.array(markup, { maxLength: 5 }),
    fc.array(prose, { maxLength: 5 }),
    fc.array(markup, { maxLength: 4 }),
    fc.array(prose, { maxLength: 2 }),
  )
  .map(
    (parts) =>
      `<!DOCTYPE html><html lang="en"><title>The ferry</title><body><article><h1>The ferry</h1>${parts.flat().join('')}</article></body>`,
  );
