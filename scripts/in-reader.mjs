// @ts-check
// A look into the reader's shadow root from outside, open or closed, as only a debugger can. Used by `npm start` and by the tests.

/**
 * @typedef {object} DomNode what CDP's `DOM.getDocument` gives
 * @property {number} backendNodeId
 * @property {string} [localName]
 * @property {'user-agent' | 'open' | 'closed'} [shadowRootType]
 * @property {DomNode[]} [children]
 * @property {DomNode[]} [shadowRoots]
 */

/** @param {DomNode} node @returns {boolean} */
const hasDialog = (node) => node.localName === 'dialog' || (node.children ?? []).some(hasDialog);

/**
 * The shadow root with the reader in it: one that holds a dialog, or stands in one.
 *
 * @param {DomNode} node
 * @param {boolean} inDialog
 * @returns {DomNode | undefined}
 */
function findReaderRoot(node, inDialog = false) {
  const within = inDialog || node.localName === 'dialog';
  for (const root of node.shadowRoots ?? []) if (root.shadowRootType !== 'user-agent' && (within || hasDialog(root))) return root;
  for (const child of node.children ?? []) {
    const found = findReaderRoot(child, within);
    if (found) return found;
  }
  return undefined;
}

/**
 * The same in a page of the web, where the host is a child of the root element. A page that is nested deep cannot be had whole.
 *
 * @param {import('playwright').CDPSession} cdp
 * @returns {Promise<DomNode | undefined>}
 */
async function findInPage(cdp) {
  const { root } = await cdp.send('DOM.getDocument', { depth: 2, pierce: true });
  const { children = [] } = /** @type {DomNode} */ (root);
  const hosts = children.flatMap((element) => element.children ?? []).filter((child) => child.shadowRoots);
  for (const { backendNodeId } of hosts) {
    const { node } = await cdp.send('DOM.describeNode', { backendNodeId, depth: 3, pierce: true });
    const found = findReaderRoot(/** @type {DomNode} */ (node));
    if (found) return found;
  }
  return undefined;
}

/**
 * Runs a function on the reader's shadow root.
 *
 * @template T, A
 * @param {import('playwright').Page} page
 * @param {(root: ShadowRoot, argument: A) => T | Promise<T>} run must not use anything from outside itself
 * @param {A} argument plain JSON
 * @returns {Promise<T | undefined>} what `run` returns (plain JSON), or undefined where no reader is open
 */
export async function inReader(page, run, argument) {
  const cdp = await page.context().newCDPSession(page);
  try {
    const reader = page.url().startsWith('chrome-extension:')
      ? findReaderRoot(/** @type {DomNode} */ ((await cdp.send('DOM.getDocument', { depth: -1, pierce: true })).root))
      : await findInPage(cdp);
    if (!reader) return undefined;
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: reader.backendNodeId });
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function (argument) { return (${run.toString()})(this, argument); }`,
      arguments: [{ value: argument }],
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await cdp.detach();
  }
}
