import type { Removal } from '../reading';

/**
 * Reads the gap marks that stand in the finished body, writes on each removal how many top-level blocks stand before it, and takes the
 * marks away. Changes `body` and the removals' `at`.
 *
 * @param stages the removals of each stage that leaves marks, in the stage's own order
 */
export function placeRemovals(body: Element, stages: Record<string, readonly Removal[]>): void {
  const marks = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const gaps: Comment[] = [];
  while (marks.nextNode()) gaps.push(marks.currentNode as Comment);
  const blocksUpTo = new Map<Node, number>();
  let blocks = 0;
  for (let node = body.firstChild; node; node = node.nextSibling)
    blocksUpTo.set(node, node.nodeType === Node.ELEMENT_NODE ? ++blocks : blocks);
  for (const gap of gaps) {
    let top: Node = gap;
    while (top.parentNode && top.parentNode !== body) top = top.parentNode;
    const before = blocksUpTo.get(top) ?? 0; // a gap inside a list or table: after it
    const [, stage = '', index = ''] = /^cc-gap:(\w+):(\d+)$/.exec(gap.data) ?? [];
    const removal = stages[stage]?.[Number(index)];
    if (removal) removal.at = before;
  }
  for (const gap of gaps) gap.remove();
}
