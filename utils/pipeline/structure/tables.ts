import { inFragment, takeChildren } from './take-children';

/** Tables that only place things side by side become plain blocks; tables of data stay, their header cells marked. */
export function unwrapLayoutTables(body: Element): void {
  const page = body.ownerDocument;
  // Inner tables first: what an outer one holds is then plain.
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    const rows = [...table.querySelectorAll('tr')];
    const widest = Math.max(0, ...rows.map((row) => row.childElementCount));
    const isDeclared = table.getAttribute('role') === 'presentation' || table.getAttribute('role') === 'none';
    const holdsBlocks = table.querySelector('p,h1,h2,h3,h4,ul,ol,figure,blockquote') !== null;
    const isData = !isDeclared && (table.querySelector('th,caption,thead') !== null || (rows.length > 1 && widest > 1 && !holdsBlocks));
    if (isData) continue;
    if (!isDeclared && widest > 1 && rows.length > 1 && (table.textContent ?? '').length < 400 * rows.length) continue;
    const blocks = rows.flatMap((row) =>
      [...row.children].map((cell) => {
        const block = page.createElement('div');
        block.append(takeChildren(cell));
        return block;
      }),
    );
    table.replaceWith(inFragment(page, blocks));
  }
}
