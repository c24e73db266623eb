// @ts-check
// The reader's pipeline runs once, right after its script has come into the page, and nearly all of its functions run then. Engines put off
// compiling a function until its first call, having skimmed it before; one in brackets they compile at once
// (https://v8.dev/blog/preparser#pife). Minifiers keep such brackets.
import fs from 'node:fs/promises';
import MagicString from 'magic-string';
import { parseAst, transformWithOxc } from 'vite';

/** What runs as a whole. */
const runsAtOnce = /[/\\]utils[/\\]pipeline[/\\].*\.ts$|[/\\]dompurify[/\\].*\.mjs$/;

/** @typedef {{ type: string, start: number, end: number, [key: string]: unknown }} Syntax */

/** @param {unknown} value @returns {value is Syntax} */
const isSyntax = (value) => typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

/** @param {Syntax} node @returns {Syntax[]} */
const childrenOf = (node) => Object.values(node).flat().filter(isSyntax);

/** The function that a statement declares by name. @param {Syntax} statement @returns {Syntax | null} */
function declaredBy({ type, ...statement }) {
  if (type === 'FunctionDeclaration') return /** @type {Syntax} */ ({ type, ...statement });
  return type === 'ExportNamedDeclaration' && isSyntax(statement.declaration) ? declaredBy(statement.declaration) : null;
}

/**
 * Puts every function of a module into brackets. A declared one becomes a `var` at the start of what it is declared in: it is hoisted.
 *
 * @param {string} code JavaScript, an ES module
 */
export function bracketFunctions(code) {
  const text = new MagicString(code);

  /** @param {Syntax[]} statements of a module or a function */
  const hoist = (statements) => {
    const top = statements.find(({ type, directive }) => type !== 'ImportDeclaration' && typeof directive !== 'string')?.start ?? 0;
    for (const statement of statements) {
      const declared = declaredBy(statement);
      if (!declared || !isSyntax(declared.id)) continue;
      text.prependRight(declared.start, `var ${declared.id.name}=(`).appendLeft(declared.end, ');');
      if (statement.start !== top) text.move(statement.start, statement.end, top);
    }
  };

  /** @param {Syntax} node @param {Syntax | null} parent */
  const visit = (node, parent) => {
    const { type, start, end, body } = node;
    const isMethod = parent?.type === 'MethodDefinition' || (parent?.type === 'Property' && (parent.method || parent.kind !== 'init'));
    if (type === 'ArrowFunctionExpression' || (type === 'FunctionExpression' && !isMethod))
      text.appendRight(start, '(').appendLeft(end, ')');
    if (type === 'Program') hoist(/** @type {Syntax[]} */ (body));
    else if (/Function/.test(type) && isSyntax(body) && body.type === 'BlockStatement') hoist(/** @type {Syntax[]} */ (body.body));
    for (const child of childrenOf(node)) visit(child, node);
  };
  visit(/** @type {Syntax} */ (/** @type {unknown} */ (parseAst(code))), null);
  return text;
}

/** For the builds that ship. @returns {import('vite').Plugin} */
export const compileEarly = () => ({
  name: 'compile-early',
  enforce: 'post',
  transform(code, id) {
    if (!runsAtOnce.test(id)) return null;
    const text = bracketFunctions(code);
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
});

/** The same for the benches, so that they time what ships. @returns {import('esbuild').Plugin} */
export const compileEarlyInBench = () => ({
  name: 'compile-early',
  setup({ onLoad }) {
    onLoad({ filter: runsAtOnce }, async ({ path }) => {
      const { code } = await transformWithOxc(await fs.readFile(path, 'utf8'), path);
      return { contents: bracketFunctions(code).toString(), loader: 'js' };
    });
  },
});
