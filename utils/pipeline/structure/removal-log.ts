import type { Removal } from '../reading';
import { collapse } from './text';

/** Counting further would take the square of a huge page's time. */
const MOST_COUNTED = 2000;

/** Takes blocks out of the article and keeps what is needed to say why and to put them back. */
export class RemovalLog {
  readonly removals: Removal[] = [];
  readonly #body: Element;

  constructor(body: Element) {
    this.#body = body;
  }

  /** How many of the article's top-level blocks stand before `element`; of so many, nobody sees the difference. */
  #position(element: Element): number {
    let top: Element = element;
    while (top.parentElement && top.parentElement !== this.#body) top = top.parentElement;
    let before = 0;
    for (let at = top.previousElementSibling; at && before < MOST_COUNTED; at = at.previousElementSibling) before++;
    return before;
  }

  /** Removes `element`; an empty one goes without a record. */
  remove(element: Element, rule: string): void {
    const text = collapse(element.textContent);
    if (text || element.querySelector('img'))
      this.removals.push({ stage: 'structure', rule, text: text.slice(0, 200), html: element.outerHTML, at: this.#position(element) });
    element.remove();
  }
}
