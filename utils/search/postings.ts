/**
 * Where a term stands in the documents of a segment, as a row of numbers: for each document, in order, its number, how often the term comes,
 * and each place, counted from the one before.
 */
export type Postings = number[];

/** Some terms of a segment, in order, with their postings; what one record of the index holds. */
export interface Block {
  /** Joined by line ends. */
  terms: string;
  /** Where each term's bytes end. */
  ends: Uint32Array;
  /** Postings in numbers of 7 bits a byte, lowest first, document numbers counted from the one before. */
  bytes: Uint8Array;
}

/** Bytes and terms at which a block is full: small enough to be read in a moment, large enough that there are few. */
const fullBytes = 16 * 1024;
const fullTerms = 400;

/** Makes blocks of terms that are handed in in order. */
export class BlockWriter {
  private terms: string[] = [];
  private ends: number[] = [];
  private bytes = new Uint8Array(2 * fullBytes);
  private length = 0;

  constructor(private readonly onBlock: (first: string, block: Block) => void) {}

  private number(value: number): void {
    if (this.length + 5 > this.bytes.length) {
      const longer = new Uint8Array(2 * this.bytes.length);
      longer.set(this.bytes);
      this.bytes = longer;
    }
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  add(term: string, postings: Postings): void {
    let last = 0;
    for (let i = 0; i < postings.length; ) {
      const doc = postings[i] ?? 0;
      const count = postings[i + 1] ?? 0;
      this.number(doc - last);
      this.number(count);
      last = doc;
      for (let j = i + 2; j < i + 2 + count; j++) this.number(postings[j] ?? 0);
      i += 2 + count;
    }
    this.terms.push(term);
    this.ends.push(this.length);
    if (this.length >= fullBytes || this.terms.length >= fullTerms) this.flush();
  }

  flush(): void {
    const [first] = this.terms;
    if (first === undefined) return;
    this.onBlock(first, { terms: this.terms.join('\n'), ends: Uint32Array.from(this.ends), bytes: this.bytes.slice(0, this.length) });
    this.terms = [];
    this.ends = [];
    this.length = 0;
  }
}

/** Called with each number of a document's places: the first, then each counted from the one before. */
export type OnPlace = (gap: number) => void;

/**
 * Reads the postings of the block's term with this index, making nothing: a word may stand in thousands of documents. Throws where the bytes
 * are damaged.
 *
 * @param onDocument called with each document's number and how often it has the term; answers with what is to hear of its places, if anything
 */
export function eachDocument({ ends, bytes }: Block, index: number, onDocument: (doc: number, count: number) => OnPlace | null): void {
  const end = ends[index];
  if (end === undefined || end > bytes.length) throw new Error(`A block of ${ends.length} terms has no bytes for term ${index}`);
  let at = index === 0 ? 0 : (ends[index - 1] ?? 0);
  const next = (): number => {
    let value = 0;
    for (let shift = 0; at < end; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw new Error('A block of the index ends within a number');
  };
  let doc = 0;
  while (at < end) {
    doc += next();
    const count = next();
    const onPlace = onDocument(doc, count);
    for (let i = 0; i < count; i++) {
      const gap = next();
      onPlace?.(gap);
    }
  }
}

/** All of them, to be written once more. */
export function readPostings(block: Block, index: number): Postings {
  const postings: Postings = [];
  const onPlace = (gap: number) => void postings.push(gap);
  eachDocument(block, index, (doc, count) => {
    postings.push(doc, count);
    return onPlace;
  });
  return postings;
}

/** The terms of some documents, gathered in memory. */
export class SegmentBuilder {
  private readonly byTerm = new Map<string, Postings>();
  docs = 0;

  /** @param tokens of one document, in order */
  add(tokens: readonly string[]): void {
    const doc = this.docs++;
    const places = new Map<string, number[]>();
    tokens.forEach((token, place) => {
      const known = places.get(token);
      if (known) known.push(place);
      else places.set(token, [place]);
    });
    for (const [token, at] of places) {
      let postings = this.byTerm.get(token);
      if (!postings) {
        postings = [];
        this.byTerm.set(token, postings);
      }
      postings.push(doc, at.length);
      let last = 0;
      for (const place of at) {
        postings.push(place - last);
        last = place;
      }
    }
  }

  write(writer: BlockWriter): void {
    for (const term of [...this.byTerm.keys()].sort()) writer.add(term, this.byTerm.get(term) ?? []);
    writer.flush();
  }
}
