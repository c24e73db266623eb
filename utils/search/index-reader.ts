import { type IndexDb, readSegments, type Segment } from './index-store';
import { type Block, eachDocument, type OnPlace } from './postings';
import type { ShelfWords } from './shelf-words';
import { lastUpTo } from './sorted';

/** The end of all terms that begin with a prefix, in the order of strings. */
const after = '\uffff';

/** A term of the index in one segment. `slots` gives the article of each document number, -1 for none. */
export interface Found {
  term: string;
  block: Block;
  index: number;
  segment: number;
  slots: Int32Array;
}

/** Looks terms up. Holds the list of segments in memory, and of their blocks none. */
export class IndexReader {
  private segments = new Map<number, Segment>();
  private slots = new Map<number, Int32Array>();
  private slotsVersion = -1;

  constructor(
    private readonly db: IndexDb,
    private readonly shelf: ShelfWords,
  ) {}

  /** To be called before a row of look-ups: another page may have changed the index. */
  async refresh(): Promise<void> {
    const keys = await this.db.getAllKeys('segments');
    const isSame = keys.length === this.segments.size && keys.every((key) => this.segments.get(key)?.texts.length);
    if (!isSame) this.segments = await readSegments(this.db);
    if (isSame && this.slotsVersion === this.shelf.version) return;
    this.slotsVersion = this.shelf.version;
    this.slots = new Map();
    for (const [key, { texts }] of this.segments)
      this.slots.set(
        key,
        Int32Array.from(texts, ([id, rev]) => this.shelf.slotOfText(id, rev)),
      );
  }

  /** Terms equal to a token, or that begin with it, in every segment. */
  async find(token: string, isPrefix: boolean): Promise<Found[]> {
    const end = isPrefix ? token + after : token;
    const { store } = this.db.transaction('blocks');
    const reads = [...this.segments].map(async ([segment, { firsts }]): Promise<Found[]> => {
      const first = Math.max(0, lastUpTo(firsts, token));
      const last = lastUpTo(firsts, end);
      if (last < first) return [];
      const blocks = await store.getAll(IDBKeyRange.bound([segment, first], [segment, last]));
      if (blocks.length !== last - first + 1) throw new Error(`Segment ${segment} should have blocks ${first} to ${last}`);
      const slots = this.slots.get(segment) ?? new Int32Array();
      return blocks.flatMap((block) => {
        const terms = block.terms.split('\n');
        const found: Found[] = [];
        for (let index = Math.max(0, lastUpTo(terms, token)); index < terms.length; index++) {
          const term = terms[index] ?? '';
          if (term > end) break;
          if (term >= token) found.push({ term, block, index, segment, slots });
        }
        return found;
      });
    });
    return (await Promise.all(reads)).flat();
  }
}

/** Calls back for each article that has the term: its slot, and how often; the answer is called with its places, see `eachDocument`. */
export function eachArticle({ block, index, slots }: Found, onArticle: (slot: number, count: number) => OnPlace | null): void {
  eachDocument(block, index, (doc, count) => {
    const slot = slots[doc] ?? -1;
    return slot >= 0 ? onArticle(slot, count) : null;
  });
}
