import type { CDPSession, Page } from 'playwright';

interface DomNode {
  nodeId: number;
  backendNodeId: number;
  localName?: string;
  shadowRootType?: 'user-agent' | 'open' | 'closed';
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

const hasDialog = (node: DomNode): boolean => node.localName === 'dialog' || (node.children ?? []).some(hasDialog);

/** The shadow root with the reader in it: the one at a top-level host which holds, or stands in, a dialog. */
function findReaderRoot(node: DomNode, inDialog = false): DomNode | undefined {
  const within = inDialog || node.localName === 'dialog';
  for (const root of node.shadowRoots ?? []) if (root.shadowRootType !== 'user-agent' && (within || hasDialog(root))) return root;
  for (const child of node.children ?? []) {
    const found = findReaderRoot(child, within);
    if (found) return found;
  }
  return undefined;
}

async function withReaderRoot<T>(page: Page, use: (cdp: CDPSession, root: DomNode) => Promise<T>): Promise<T | undefined> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const reader = findReaderRoot(root);
    return reader && (await use(cdp, reader));
  } finally {
    await cdp.detach();
  }
}

/**
 * Runs a function on the reader's shadow root, open or closed, as the debugger sees it.
 *
 * @param run must not use anything from outside itself
 * @param argument plain JSON
 * @returns what `run` returns (plain JSON), or undefined where no reader is open
 */
export function inReader<T, A = null>(page: Page, run: (root: ShadowRoot, argument: A) => T, argument?: A): Promise<T | undefined> {
  return withReaderRoot(page, async (cdp, root) => {
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function (argument) { return (${run.toString()})(this, argument); }`,
      arguments: [{ value: argument ?? null }],
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  });
}

/** What a person sees of the open reader. */
export interface ReaderText {
  title: string;
  text: string;
  headings: { level: number; text: string }[];
}

/** The open reader's words, or undefined where none is open. */
export const readReader = (page: Page): Promise<ReaderText | undefined> =>
  inReader(page, (root) => {
    const clean = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const article = root.querySelector('article') ?? root.querySelector('main') ?? root;
    return {
      title: clean(article.querySelector('h1')),
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen, in lines, is what is compared
      text: [...article.children].map((child) => (child as HTMLElement).innerText).join('\n'),
      headings: [...article.querySelectorAll('h2,h3,h4,h5,h6')].map((h) => ({ level: Number(h.tagName[1]), text: clean(h) })),
    };
  });

/** Clicks the first match of a selector in the reader with the mouse, also in a closed root. */
export async function clickInReader(page: Page, selector: string): Promise<void> {
  const at = await inReader(
    page,
    (root, wanted) => {
      const element = root.querySelector(wanted);
      element?.scrollIntoView({ block: 'center' });
      const box = element?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    selector,
  );
  if (!at) throw new Error(`The reader should hold "${selector}", but does not`);
  await page.mouse.click(at.x, at.y);
}

/** Waits until a condition holds; asks every 50 ms. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false | null>, timeout = 8000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits for the reader to show an article, and reads it. */
export const waitForReader = (page: Page): Promise<ReaderText> =>
  until('the reader shows an article', async () => {
    const reader = await readReader(page);
    return reader?.title ? reader : undefined;
  });

/** Waits for the reader to be gone. */
export const waitForNoReader = (page: Page): Promise<true> =>
  until('the reader is gone', async () => ((await inReader(page, () => true)) ? undefined : true));
