import type { Line } from './player';
import { sentencesOf } from './sentences';

/** A sentence, and where it stands on screen. */
export interface Sentence extends Line {
  from: readonly [Text, number];
  to: readonly [Text, number];
}

/** What nobody would read out: code, the cells of tables (not their captions), controls, marks of notes, readings above signs. */
const unread = [
  'pre, thead, tbody, tfoot, tr, button, nav, select, textarea, input, audio, video, iframe, object',
  '[hidden], .missing-picture, .code-tools, .embed-host, details:not([open]) > :not(summary), del, rt, rp, annotation, annotation-xml',
  'sup:has(> a[href^="#"]), a[role="doc-noteref"], a[role="doc-backlink"]',
].join();

/** A mark of a note that leads nowhere: a raised figure after the end of a clause. Any other raised figure is part of what it follows. */
const isMark = (node: Node, before: string): boolean =>
  (node as Element).localName === 'sup' &&
  /^\s*\[?[\d*†‡§]{1,3}\]?\s*$/.test(node.textContent ?? '') &&
  /[\p{Po}\p{Pf}\p{Pe}"']$/u.test(before);

const heading = 'h1, h2, h3, h4, h5, h6';

/** What stands by itself: no sentence runs on from one into another. */
const block = `${heading}, p, li, ul, ol, dl, dt, dd, blockquote, figure, figcaption, caption, summary, details, div, section, article, aside, header, footer, table`;

interface Piece {
  node: Text;
  /** Where it begins in the text of its block. */
  at: number;
}

/** The text node and the offset in it for a place in the text of a block. `isEnd`: rather the end of one than the beginning of the next. */
function pointAt(pieces: readonly Piece[], place: number, isEnd: boolean): readonly [Text, number] {
  const piece = pieces.findLast(({ at }) => (isEnd ? at < place : at <= place)) ?? (pieces[0] as Piece);
  return [piece.node, Math.min(piece.node.data.length, place - piece.at)];
}

/**
 * The sentences to be read, in order.
 *
 * @param roots what is read, one after the other
 * @param lang of what says no language of its own
 */
export function readText(roots: readonly Element[], lang: string): Sentence[] {
  const sentences: Sentence[] = [];
  let blocks = 0;
  let home: Element | null = null;
  let text = '';
  let pieces: Piece[] = [];

  const finish = () => {
    if (!home || !pieces.length) return;
    const own = home.closest('[lang]')?.getAttribute('lang') || lang;
    const isHeading = home.matches(heading);
    for (const [start, end] of sentencesOf(text, own)) {
      const raw = text.slice(start, end);
      const first = start + raw.length - raw.trimStart().length;
      sentences.push({
        text: raw.replace(/\s+/g, ' ').trim(),
        lang: own,
        block: blocks,
        isHeading,
        from: pointAt(pieces, first, false),
        to: pointAt(pieces, start + raw.trimEnd().length, true),
      });
    }
    blocks++;
    text = '';
    pieces = [];
  };

  for (const root of roots) {
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && (node.matches(unread) || isMark(node, text)) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        const now = node.parentElement?.closest(block) ?? root;
        if (now !== home) finish();
        home = now;
        pieces.push({ node, at: text.length });
        text += node.data.replace(/\s/g, ' '); // where the source's lines end, no sentence does
      } else if ((node as Element).localName === 'br') text += '\n';
    }
    finish();
    home = null;
  }
  return sentences;
}

/** The part of the document that a sentence takes. */
export function rangeOf({ from, to }: Sentence): Range {
  const range = from[0].ownerDocument.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}
