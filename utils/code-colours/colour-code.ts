import highlighter from 'highlight.js/lib/core';
import { languages } from './languages';

for (const [name, grammar] of Object.entries(languages)) highlighter.registerLanguage(name, grammar);

/** A piece of code; `kind` names its colour, '' where it has none. */
export interface CodePart {
  kind: string;
  text: string;
}

/** Names of the colours, by the highlighter's names for what they colour: few, so that code stays quiet. */
const kinds: readonly [kind: string, scopes: RegExp][] = [
  ['comment', /^hljs-(comment|quote|doctag|formula)$/],
  ['keyword', /^hljs-(keyword|selector-tag|name|tag|built_in|operator)$/],
  ['string', /^hljs-(string|regexp|char|link|symbol|code)$/],
  ['number', /^hljs-(number|literal|bullet)$/],
  ['title', /^hljs-(title|section|type|class)$/],
  ['name', /^hljs-(attr|attribute|property|variable|template-variable|meta|selector-\w+)$/],
  ['addition', /^hljs-addition$/],
  ['deletion', /^hljs-deletion$/],
];

/** Code put into a string is code again. */
const plain = /^hljs-(subst|params)$/;

function kindOf(element: Element, around: string): string {
  const scope = element.classList[0] ?? '';
  return plain.test(scope) ? '' : (kinds.find(([, scopes]) => scopes.test(scope))?.[0] ?? around);
}

/**
 * Cuts code into parts that mean something.
 *
 * @param language as the page names it
 * @returns the whole code, in order; null for a language that is not among ours
 */
export function colourCode(code: string, language: string): CodePart[] | null {
  if (!highlighter.getLanguage(language)) return null;
  const { value } = highlighter.highlight(code, { language, ignoreIllegals: true });
  // In a document of its own, from which only text is taken; a line break at the start would be the parser's.
  const { body } = new DOMParser().parseFromString(`<body><pre>\n${value}</pre>`, 'text/html');
  const parts: CodePart[] = [];
  const read = (parent: Element, kind: string) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.ELEMENT_NODE) read(node as Element, kindOf(node as Element, kind));
      else if (parts.at(-1)?.kind === kind) (parts.at(-1) as CodePart).text += node.nodeValue ?? '';
      else parts.push({ kind, text: node.nodeValue ?? '' });
    }
  };
  if (body.firstElementChild) read(body.firstElementChild, '');
  return parts;
}
