import { render } from 'preact';
import { i18n } from '../words';
import { CodeTools } from './CodeTools';
import { makeFrame } from './scroll-frames';

/** The language that a listing says it is written in. */
export const languageOf = (code: Element): string | null => /^language-(.+)$/.exec(code.className)?.[1] ?? null;

/** Puts each listing in a frame with its tools above it; a `pre` without code (a poem, a letter) only scrolls. Changes `body`. */
export function frameCode(body: DocumentFragment): void {
  for (const listing of body.querySelectorAll('pre')) {
    const code = listing.childElementCount === 1 ? listing.querySelector(':scope > code') : null;
    makeFrame(listing, i18n.t(code ? 'reader.code' : 'reader.preformatted'));
    if (!code) continue;
    const page = listing.ownerDocument;
    const frame = page.createElement('div');
    frame.className = 'code-frame';
    const tools = page.createElement('div');
    tools.className = 'code-tools';
    listing.replaceWith(frame);
    frame.append(tools, listing);
    render(
      <CodeTools language={languageOf(code)} text={() => code.textContent ?? ''} onWrap={(on) => frame.toggleAttribute('data-wrap', on)} />,
      tools,
    );
  }
}
