import type { Query } from './query';
import { eachToken } from './tokens';

/** Part of a text that is marked: from, to one past the end. */
export type Mark = readonly [start: number, end: number];

/** Some lines of an article's text around what was found, and the marks in them. */
export interface Snippet {
  text: string;
  marks: Mark[];
}

/** Letters before the first hit and in all, in UTF-16 units: two lines of a list. */
const before = 50;
const longest = 240;

/**
 * Tells which words a query finds.
 *
 * @param variants what was taken for mistyped words
 */
export function hitTest({ phrases }: Query, variants: readonly string[]): (token: string) => boolean {
  const whole = new Set(variants);
  const begun: string[] = [];
  for (const { tokens, isPrefix } of phrases) {
    for (const token of tokens) whole.add(token);
    const last = tokens.at(-1);
    if (isPrefix && last) begun.push(last);
  }
  return (token) => whole.has(token) || begun.some((beginning) => token.startsWith(beginning));
}

/** What to mark in a text; neighbouring marks are one. */
export function marksIn(text: string, isHit: (token: string) => boolean): Mark[] {
  const marks: [number, number][] = [];
  eachToken(text, (token, start, end) => {
    if (!isHit(token)) return;
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  });
  return marks;
}

/** The part of a text where most hits stand together; null where there is none. */
export function snippetOf(text: string, isHit: (token: string) => boolean): Snippet | null {
  const marks = marksIn(text, isHit);
  let best: Mark | null = null;
  let most = 0;
  marks.forEach((mark, index) => {
    const words = new Set<string>();
    for (let i = index; i < marks.length; i++) {
      const [start, end] = marks[i] as Mark;
      if (start - mark[0] > longest - 2 * before) break;
      words.add(text.slice(start, end).toLowerCase());
    }
    if (words.size <= most) return;
    most = words.size;
    best = mark;
  });
  if (!best) return null;
  const [at] = best as Mark;
  const wanted = Math.max(0, at - before);
  const gap = text.slice(wanted, at).search(/\s/);
  const start = wanted === 0 ? 0 : gap < 0 ? wanted : wanted + gap + 1;
  const lead = start > 0 ? '… ' : '';
  const part = text
    .slice(start, start + longest)
    .toWellFormed()
    .replace(/\s/g, ' ');
  const shift = lead.length - start;
  const within = marks.filter(([from, to]) => from >= start && to <= start + longest);
  return { text: lead + part, marks: within.map(([from, to]) => [from + shift, to + shift]) };
}
