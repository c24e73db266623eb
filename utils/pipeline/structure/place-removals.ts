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
  const orderOf = new Map<Node, number>([...body.children].map((block, index) => [block, index]));
  let before = 0;
  for (const gap of gaps) {
    let top: Node = gap;
    while (top.parentNode && top.parentNode !== body) top = top.parentNode;
    if (top === gap) {
      const next = gap.nextElementSibling;
      before = next ? (orderOf.get(next) ?? before) : body.children.length;
    } else before = (orderOf.get(top) ?? before) + 1; // inside a list or table: after it
    const [, stage = '', index = ''] = /^cc-gap:(\w+):(\d+)$/.exec(gap.data) ?? [];
    const removal = stages[stage]?.[Number(index)];
    if (removal) removal.at = before;
  }
  for (const gap of gaps) gap.remove();
}
