import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ColourCode } from '../reader-props';
import { languageOf } from './frame-code';

interface Props {
  text: RefObject<HTMLElement | null>;
  /** What the text was set from, once it stands to its end. */
  whole: DocumentFragment | null;
  load(): Promise<ColourCode | null>;
}

/** Longer listings, in characters, are left plain: their colours would cost more than they tell. */
const longest = 60_000;

function colour(code: Element, parts: ReturnType<ColourCode>): void {
  if (!parts || parts.map(({ text }) => text).join('') !== code.textContent) return; // never another text than the article's
  code.replaceChildren(
    ...parts.map(({ kind, text }) => {
      if (!kind) return text;
      const span = code.ownerDocument.createElement('span');
      span.className = `code-${kind}`;
      span.textContent = text;
      return span;
    }),
  );
}

/** Colours the listings that say which language they are in, one after the other, once the text stands. */
export function CodeColours({ text, whole, load }: Props) {
  useEffect(() => {
    if (!whole) return;
    const listings = [...(text.current?.querySelectorAll('pre > code[class^="language-"]') ?? [])];
    let stopped = false;
    const run = async () => {
      const colourCode = listings.length ? await load() : null;
      if (!colourCode) return;
      for (const code of listings) {
        await new Promise((turn) => setTimeout(turn));
        if (stopped) return;
        const source = code.textContent ?? '';
        if (source.length <= longest) colour(code, colourCode(source, languageOf(code) ?? ''));
      }
    };
    run().catch((error: unknown) => console.warn('The code stays without colours', error));
    return () => {
      stopped = true;
    };
  }, [text, whole]);
  return null;
}
