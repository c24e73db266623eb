import { expect, test } from 'vitest';
import { keepMaths } from '../../utils/pipeline/copy/maths';
import { sanitise } from '../../utils/pipeline/sanitise/sanitise';

function kept(html: string): string {
  const page = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html');
  keepMaths(page);
  return sanitise(page.body.firstElementChild as Element, 'https://news.test/a').html;
}

const square = '<math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>';
const mathMl = '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>';
const annotated = `${mathMl}<annotation encoding="application/x-tex">x^2</annotation></semantics></math>`;
const squareRow = '<math alttext="x^2"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>';

test.each<[renderer: string, html: string, expected: string]>([
  [
    'KaTeX',
    `so <span class="katex"><span class="katex-mathml">${annotated}</span><span class="katex-html" aria-hidden="true">x2</span></span>.`,
    `so ${squareRow}.`,
  ],
  [
    'KaTeX, displayed',
    `<span class="katex-display"><span class="katex"><span class="katex-mathml">${annotated}</span><span class="katex-html">x2</span></span></span>`,
    squareRow.replace('<math ', '<math display="block" '),
  ],
  [
    'MathJax 3 with assistive MathML',
    '<mjx-container class="MathJax" jax="CHTML"><mjx-math aria-hidden="true"><mjx-mi><mjx-c class="c1D465"></mjx-c></mjx-mi></mjx-math>' +
      '<mjx-assistive-mml><math><msup><mi>x</mi><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container>',
    square.replace(' alttext="x^2"', ''),
  ],
  [
    'MathJax 4, which keeps the source alone',
    '<mjx-container display="true"><mjx-math><mjx-mrow data-latex="x^2"></mjx-mrow></mjx-math></mjx-container>',
    '<pre><code class="language-tex">x^2</code></pre>',
  ],
  [
    'MathJax 2 with MathML on what it drew',
    '<span class="MathJax_Preview"></span><span class="MathJax" data-mathml="<math><msup><mi>x</mi><mn>2</mn></msup></math>">x2</span>' +
      '<script type="math/tex">x^2</script>',
    square,
  ],
  [
    'MathJax 2 with assistive MathML, displayed',
    '<div class="MathJax_Display"><span class="MathJax">x2<span class="MJX_Assistive_MathML"><math><mi>x</mi></math></span></span></div>' +
      '<script type="math/tex; mode=display">x</script>',
    '<math display="block" alttext="x"><mi>x</mi></math>',
  ],
  ['MathJax 2 that never ran', 'so <script type="math/tex">x^2</script>', 'so <code class="language-tex">x^2</code>'],
  ['MathML in a script', '<script type="math/mml"><math><mi>x</mi></math></script>', '<math><mi>x</mi></math>'],
  [
    'MediaWiki',
    `<span class="mwe-math-element"><span style="display:none" data-cc-hidden><math alttext="{\\displaystyle x^2}"><msup><mi>x</mi><mn>2</mn></msup></math></span><img class="mwe-math-fallback-image-inline" src="/x.svg"></span>`,
    square,
  ],
  ['words in a formula', '<math><mtext>if <b>and</b> when</mtext></math>', '<math><mtext>if and when</mtext></math>'],
])('%s', (_renderer, html, expected) => {
  expect(kept(html)).toBe(expected);
});

const payloads: readonly string[] = [
  '<math><mtext><img src=x onerror=hit()></mtext></math>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit()&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit()>',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=hit()></style></annotation-xml></math>',
  '<math><semantics><annotation-xml encoding="application/xhtml+xml"><iframe srcdoc="<script>hit()</script>"></iframe></annotation-xml></semantics></math>',
  '<math href="javascript:hit()"><mi xlink:href="javascript:hit()">x</mi></math>',
  '<math><maction actiontype="statusline#javascript:hit()"><mi>x</mi></maction></math>',
  '<math><mi><math><mi><svg><script>hit()</script></svg></mi></math></mi></math>',
  '<svg><desc><math><mi><style><a title="</style><img src=x onerror=hit()>">',
  '<math alttext="</math><img src=x onerror=hit()>"><mi>x</mi></math>',
  '<mi><img src=x onerror=hit()></mi><mtext><script>hit()</script></mtext>',
  '<math><mspace width="99999px" depth="expression(hit())" style="position:fixed"/></math>',
  '<math><mi class="language-js" id="cc-1" display="x" onclick="hit()">x</mi></math>',
  '<p display="block" form="x" frame="y"><code class="language-js evil" open>a</code></p>',
  '<math><mtext>&lt;img src=x onerror=hit()&gt;</mtext></math>',
];

test.each(payloads)('%s', async (payload) => {
  const { html } = sanitise(payload, 'https://news.test/a');
  // What is stored is parsed once more when it is shown, and must be the same then.
  expect(sanitise(html, 'https://news.test/a').html).toBe(html);
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.body.querySelectorAll('*')) {
    expect(element.localName).not.toMatch(/^(script|style|img|svg|iframe|mglyph|malignmark|annotation|semantics|maction)/);
    for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^(on|style|href|src|xlink|id|class|form|open)/);
    const inMaths = element.namespaceURI?.endsWith('MathML') ?? false;
    if (!inMaths) expect(element.hasAttribute('display')).toBe(false);
    expect(element.getAttribute('width') ?? '').not.toMatch(/\d{4}/);
    if (inMaths && element.localName !== 'math') expect(element.parentElement?.namespaceURI).toBe(element.namespaceURI);
  }
});

test('neighbours of a formula stay, and so does what it means', () => {
  const { html, text } = sanitise(
    '<p>The area <math display="block"><mi>π</mi><msup><mi>r</mi><mn>2</mn></msup></math> of it</p>',
    'https://news.test/a',
  );
  expect(html).toBe('<p>The area <math display="block"><mi>π</mi><msup><mi>r</mi><mn>2</mn></msup></math> of it</p>');
  expect(text).toBe('The area πr2 of it');
});
