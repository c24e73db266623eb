import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle } from '../../utils/pipeline/read-article';
import { readText } from '../../utils/pipeline/read-text';
import { allowedAttributes, allowedMaths, allowedTags, mathsAttributes } from '../../utils/pipeline/sanitise/allowed-html';
import { sanitise } from '../../utils/pipeline/sanitise/sanitise';
import { anyPage } from './any-page';

const url = 'https://news.test/a';
/** The same pages each time; another seed finds others. A failure prints the page, made as small as it goes. */
const runs = { seed: 77, numRuns: 300 };

const frame = document.createElement('iframe');
frame.sandbox.add('allow-same-origin');
frame.style.cssText = 'width:1280px;height:900px';
document.body.append(frame);

async function show(markup: string): Promise<Document> {
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = markup;
  await loaded;
  if (!frame.contentDocument) throw new Error('The frame has no document');
  return frame.contentDocument;
}

/** All that a page is, its shadow roots included. */
function writeOut(page: Document): string {
  const shadows: string[] = [];
  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      const shadow = Reflect.get(Element.prototype, 'shadowRoot', element) as ShadowRoot | null;
      if (!shadow) continue;
      shadows.push(shadow.innerHTML);
      walk(shadow);
    }
  };
  walk(page);
  return [new XMLSerializer().serializeToString(page), page.documentElement.outerHTML, ...shadows].join('\n');
}

/** Nothing in them is drawn as text of the page. */
const notText =
  /^(script|style|noscript|template|iframe|object|select|textarea|video|audio|canvas|title|meter|progress|math|desc|metadata)$/;
const get = <Value>(owner: object, name: string, from: object): Value => Reflect.get(owner, name, from) as Value;

/** The words that a person sees on the page: by text node, letters and digits. */
function visibleWords(page: Document): string[] {
  const words: string[] = [];
  const stack: Node[] = [page.body];
  while (stack.length) {
    const node = stack.pop() as Node;
    if (node.nodeType === Node.TEXT_NODE) words.push(...((node as Text).data.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []));
    if (get<number>(Node.prototype, 'nodeType', node) !== Node.ELEMENT_NODE) continue;
    const element = node as Element;
    const name = get<string>(Element.prototype, 'localName', element);
    // Buttons and line numbers in listings of code are no text of theirs, and go unrecorded.
    if (name === 'button' && Element.prototype.closest.call(element, 'pre')) continue;
    if (notText.test(name) || (name === 'dialog' && !element.hasAttribute('open'))) continue;
    const isShown = Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
    const display = page.defaultView?.getComputedStyle(element).display;
    if (!isShown && display !== 'contents') continue;
    // A menu goes by its tag, and what its components draw is not even copied.
    const shadow = Element.prototype.closest.call(element, 'nav') ? null : get<ShadowRoot | null>(Element.prototype, 'shadowRoot', element);
    const slotted = name === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
    stack.push(...(slotted.length ? slotted : get<NodeList>(Node.prototype, 'childNodes', shadow ?? element)));
  }
  return words;
}

const wordsIn = (html: string) => new DOMParser().parseFromString(html, 'text/html').documentElement.textContent ?? '';

function onlyAllowed(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.body.querySelectorAll('*')].flatMap((element) => {
    const isMaths = element.namespaceURI?.endsWith('MathML');
    const tags = isMaths ? allowedMaths : allowedTags;
    const attributes = isMaths ? mathsAttributes : allowedAttributes;
    return [
      ...(tags.includes(element.localName) ? [] : [element.localName]),
      ...element.getAttributeNames().filter((name) => !attributes.includes(name)),
    ];
  });
}

test('for any page: nothing throws, nothing on the page changes, only what is allowed comes out, no word is lost, and again is the same', () =>
  fc.assert(
    fc.asyncProperty(anyPage, async (markup) => {
      const page = await show(markup);
      const before = writeOut(page);
      const words = visibleWords(page);
      readArticle(page, url);
      const reading = readArticle(page, url, { anyway: true });
      expect(writeOut(page)).toBe(before);
      if (!reading.ok) return;
      const { article, removals } = reading;
      const html = article.contentHtml;
      expect(onlyAllowed(html)).toEqual([]);
      const headings = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('h1,h2,h3,h4,h5,h6');
      expect([...headings].map(({ id, localName }) => `${localName} ${id}`)).toEqual(
        article.headings.map(({ id, level }) => `h${level} ${id}`),
      );
      const kept = [html, ...removals.map((removal) => removal.html)].map(wordsIn).join(' ');
      expect(words.filter((word) => !kept.includes(word))).toEqual([]);
      expect(sanitise(html, url).html).toBe(html);
      const again = readText(html, { ...article, title: '', byline: null });
      expect(wordsIn(again?.contentHtml ?? '').replace(/\s/g, '')).toBe(wordsIn(html).replace(/\s/g, ''));
    }),
    runs,
  ));

test('a form that calls itself a formula, and shadows every member there is', async () => {
  const names = [
    ...new Set([Node.prototype, Element.prototype, HTMLElement.prototype].flatMap((from) => Object.getOwnPropertyNames(from))),
  ];
  const fields = names.map((name) => `<input name="${name}">`).join('');
  const text = 'The ferry left the harbour at noon, and the wind had turned before anyone on the quay had noticed. '.repeat(4);
  const page = await show(`<body><article><h1>A</h1><form class="katex MathJax">${fields}<p>${text}</p><p>${text}</p></form></article>`);
  expect(readArticle(page, url)).toMatchObject({ ok: true });
});

test('a page nested deeper than the browser can copy is refused, and one that it can is read', async () => {
  const text = '<p>The ferry left the harbour at noon, and the wind had turned before anyone on the quay had noticed. </p>'.repeat(9);
  const nest = async (depth: number) => {
    const page = await show(`<body><article><h1>A</h1>${text}<div hidden></div></article></body>`);
    let box = page.querySelector('div') as Element;
    for (let at = 0; at < depth; at++) box = box.appendChild(page.createElement('div'));
    return readArticle(page, url);
  };
  expect(await nest(60_000)).toEqual({ ok: false, reason: 'too-large' });
  expect(await nest(1000)).toMatchObject({ ok: true });
});
