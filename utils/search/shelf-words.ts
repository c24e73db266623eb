import { lastUpTo } from './sorted';
import { tokensOf } from './tokens';

/** What is searched of an article besides its text, as the list has it. */
export interface SearchedArticle {
  id: string;
  /** Null for one without a text. */
  rev: string | null;
  title: string;
  /** Byline, site, host and tags. */
  facts: string;
}

interface Slot {
  rev: string | null;
  /** Tokens between spaces, with one at each end: a phrase is found as a part of it. */
  title: string;
  facts: string;
  isThere: boolean;
}

const spaced = (tokens: readonly string[]): string => ` ${tokens.join(' ')} `;

/**
 * The articles there are, each with a number (its slot), and the words of their titles and facts, in memory. Says of every text of the index
 * whose it is, if anyone's.
 */
export class ShelfWords {
  readonly ids: string[] = [];
  readonly slots: Slot[] = [];
  /** Raised with every change. */
  version = 0;
  private readonly slotOf = new Map<string, number>();
  private words: Map<string, number[]> | null = null;
  private sorted: string[] | null = null;

  change(saved: readonly SearchedArticle[], deleted: readonly string[]): void {
    this.version++;
    this.words = null;
    this.sorted = null;
    for (const id of deleted) {
      const slot = this.slots[this.slotOf.get(id) ?? -1];
      if (slot) slot.isThere = false;
    }
    for (const { id, rev, title, facts } of saved) {
      let number = this.slotOf.get(id);
      if (number === undefined) {
        number = this.ids.push(id) - 1;
        this.slotOf.set(id, number);
      }
      this.slots[number] = { rev, title: spaced(tokensOf(title)), facts: spaced(tokensOf(facts)), isThere: true };
    }
  }

  /** The slot of the article whose text this is, or -1 where it has another one or is gone. */
  slotOfText(id: string, rev: string): number {
    const number = this.slotOf.get(id) ?? -1;
    const slot = this.slots[number];
    return slot?.isThere && slot.rev === rev ? number : -1;
  }

  /** Texts that the index should have. */
  texts(): [id: string, rev: string][] {
    return this.slots.flatMap(({ rev, isThere }, number) => (isThere && rev !== null ? [[this.ids[number] ?? '', rev]] : []));
  }

  /** Every word of titles and facts, with the slots that have it. */
  byWord(): Map<string, number[]> {
    if (this.words) return this.words;
    const words = new Map<string, number[]>();
    this.slots.forEach(({ title, facts, isThere }, number) => {
      if (!isThere) return;
      for (const word of `${title}${facts}`.split(' ')) {
        const slots = words.get(word);
        if (!slots) words.set(word, [number]);
        else if (slots.at(-1) !== number) slots.push(number);
      }
    });
    words.delete('');
    this.words = words;
    return words;
  }

  /** The words of titles and facts that begin with this, in order. */
  wordsFrom(beginning: string): string[] {
    this.sorted ??= [...this.byWord().keys()].sort();
    const start = lastUpTo(this.sorted, beginning);
    const from = this.sorted[start] === beginning ? start : start + 1;
    return this.sorted.slice(from, lastUpTo(this.sorted, `${beginning}\uffff`) + 1);
  }
}
