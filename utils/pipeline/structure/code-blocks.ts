/** Where pages write the language of a listing: Prism, highlight.js, GitHub, Rouge, SyntaxHighlighter, Pandoc. */
const languageName =
  /(?:^|\s)(?:lang(?:uage)?-|highlight-(?:source|text)-|brush:\s*|(?:hljs|sourceCode|highlight|src)\s+(?!language-|lang-))([a-z][a-z0-9+#.-]{0,20})(?=$|[\s;])/i;
/** Words that stand where a language would. */
const noLanguage = /^(none|no-?highlight|auto|undefined|hljs|line-?numbers|code|copy|wrap|shell-session-output)$/i;
/** Line numbers and buttons that stand in a listing and are not of it. */
const furniture =
  'button,[class*="copy" i]:not(pre,code),.lineno,.linenos,.linenumber,.line-number,.line-numbers-rows,.gutter,.lnt,.ln,.hljs-ln-numbers,.react-syntax-highlighter-line-number';
const lineBox = /^(div|p|li|tr|ol|ul)$/;

function findLanguage(listing: Element): string | null {
  const inner = listing.querySelector('code');
  const places = [inner, listing, listing.parentElement, listing.parentElement?.parentElement];
  for (const place of places) {
    if (!place) continue;
    const name =
      place.getAttribute('data-lang') ??
      place.getAttribute('data-language') ??
      languageName.exec((place.getAttribute('class') ?? '').slice(0, 200))?.[1];
    if (name && !noLanguage.test(name))
      return (
        name
          .toLowerCase()
          .replace(/[^a-z0-9+#._-]/g, '')
          .slice(0, 24) || null
      );
  }
  return null;
}

/** The text of a listing: each box for a line, and each `br`, ends a line. */
function textOf(listing: Element): string {
  let text = '';
  const endLine = () => {
    if (text && !text.endsWith('\n')) text += '\n';
  };
  const read = (parent: Node) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? '';
      else if (node.nodeName === 'BR') text += '\n';
      else if (lineBox.test((node as Element).localName ?? '')) {
        endLine();
        const before = text.length;
        read(node);
        if (text.length === before) text += '\n'; // an empty line
        endLine();
      } else read(node);
    }
  };
  read(listing);
  return text.replace(/\u200B/g, '').replace(/^\n+|\s+$/g, '');
}

/** A table that puts line numbers beside a listing gives way to the listing. */
function openLineTables(body: Element): void {
  for (const table of body.querySelectorAll('table:has(pre)')) {
    const listings = [...table.querySelectorAll('pre')].filter((pre) => !/^[\d\s]*$/.test(pre.textContent ?? ''));
    const code = listings[0]?.textContent ?? '';
    const rest = (table.textContent ?? '').replace(code, '');
    if (listings.length === 1 && listings[0] && /^[\d\s]*$/.test(rest)) table.replaceWith(listings[0]);
  }
}

/**
 * Listings as HTML recommends them: plain text in `<pre><code class="language-…">`, without the site's colours, line numbers and buttons.
 * A `pre` that is no code (a poem, a letter) and one with links stay as they are. Changes `body`.
 */
export function readCodeBlocks(body: Element): void {
  openLineTables(body);
  for (const listing of body.querySelectorAll('pre')) {
    const language = findLanguage(listing);
    const isCode = language !== null || listing.querySelector('code,span[class],.line') !== null;
    if (!isCode || listing.querySelector('a[href],img,math')) continue;
    for (const part of listing.querySelectorAll(furniture)) part.remove();
    const code = body.ownerDocument.createElement('code');
    code.textContent = textOf(listing);
    if (language) code.className = `language-${language}`;
    listing.replaceChildren(code);
  }
}
