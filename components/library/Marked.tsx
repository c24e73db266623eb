import type { JSX } from 'preact';

/** A text, and what of it is marked: from, to one past the end, in order. */
export interface MarkedText {
  text: string;
  marks: readonly (readonly [start: number, end: number])[];
}

/** A text with what was found in it marked. */
export function Marked({ text, marks }: MarkedText) {
  const parts: (string | JSX.Element)[] = [];
  let last = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(last, start), <mark key={start}>{text.slice(start, end)}</mark>);
    last = end;
  }
  parts.push(text.slice(last));
  return <>{parts}</>;
}
