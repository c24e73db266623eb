import { ArticleFinder, type Hits } from './find-articles';
import { IndexReader } from './index-reader';
import { addSegment, deleteIndex, type IndexDb, openIndex, readSegments, type TextKey, tidySegments } from './index-store';
import { textOfBody } from './plain-text';
import { SegmentBuilder } from './postings';
import { parseQuery } from './query';
import type { FromSearch, ToSearch } from './search-messages';
import { ShelfWords } from './shelf-words';
import { tokensOf } from './tokens';

/** Texts asked of the page at a time, and texts that make a segment: memory against the number of steps. */
const askedAtOnce = 25;
const perSegment = 500;

/** The library could not be read: the index stays as it is, and is brought up to date another time. */
class LibraryUnreadable extends Error {}

/** Searches and keeps the index, for one page. Pages share the index; one at a time changes it. */
export class SearchWorker {
  private readonly shelf = new ShelfWords();
  private opened: Promise<IndexDb> | null = null;
  private finder: ArticleFinder | null = null;
  private isKeeping = false;
  private isDue = false;
  private wasDamaged = false;
  private lastAsked = 0;
  private onBodies: ((texts: (string | null)[] | null) => void) | null = null;

  constructor(private readonly tell: (message: FromSearch) => void) {}

  async hear(message: ToSearch): Promise<void> {
    switch (message.name) {
      case 'articles':
        this.shelf.change(message.saved, message.deleted);
        return this.keep();
      case 'bodies':
        this.onBodies?.(message.texts);
        return;
      case 'find':
        this.lastAsked = message.number;
        await new Promise((resolve) => setTimeout(resolve)); // a later question may be waiting already
        if (this.lastAsked !== message.number) return;
        return this.answer(message.number, message.query);
    }
  }

  private async answer(number: number, query: string): Promise<void> {
    try {
      this.tell({ name: 'found', number, ...(await this.find(query)) });
    } catch (error) {
      console.warn('The search index is damaged, and is built anew', error);
      this.tell({ name: 'failed', number });
      await this.startAnew();
    }
  }

  private async find(query: string): Promise<Hits> {
    const db = await this.open();
    this.finder ??= new ArticleFinder(this.shelf, new IndexReader(db, this.shelf));
    return this.finder.find(parseQuery(query));
  }

  private async open(): Promise<IndexDb> {
    this.opened ??= openIndex().catch(async (error: unknown) => {
      console.warn('The search index could not be opened, and is built anew', error);
      await deleteIndex();
      return openIndex();
    });
    return this.opened;
  }

  /** Once: what fails again is not mended by building. */
  private async startAnew(): Promise<void> {
    if (this.wasDamaged) return;
    this.wasDamaged = true;
    (await this.opened)?.close();
    this.opened = null;
    this.finder = null;
    await deleteIndex();
    await this.keep();
  }

  /** Brings the index up to what is saved; called while it does so, it goes on until that is done, too. */
  private async keep(): Promise<void> {
    this.isDue = true;
    if (this.isKeeping) return;
    this.isKeeping = true;
    try {
      while (this.isDue) {
        this.isDue = false;
        await navigator.locks.request('search-index', () => this.bringUpToDate());
      }
    } catch (error) {
      console.error('The search index could not be kept', error);
      if (!(error instanceof LibraryUnreadable)) await this.startAnew();
    } finally {
      this.isKeeping = false;
    }
  }

  private async bringUpToDate(): Promise<void> {
    const db = await this.open();
    const known = new Set<string>();
    for (const { texts } of (await readSegments(db)).values()) for (const [id, rev] of texts) known.add(`${id}:${rev}`);
    const all = this.shelf.texts();
    const missing = all.filter(([id, rev]) => !known.has(`${id}:${rev}`));
    this.tell({ name: 'progress', done: all.length - missing.length, total: all.length });
    for (let start = 0; start < missing.length; start += perSegment) {
      await this.index(db, missing.slice(start, start + perSegment), all.length - missing.length + start, all.length);
      await tidySegments(db, ([id, rev]) => this.shelf.slotOfText(id, rev) >= 0);
    }
    this.tell({ name: 'progress', done: all.length, total: all.length });
  }

  private async index(db: IndexDb, texts: [id: string, rev: string][], done: number, total: number): Promise<void> {
    const builder = new SegmentBuilder();
    for (let start = 0; start < texts.length; start += askedAtOnce) {
      const bodies = await this.ask(texts.slice(start, start + askedAtOnce));
      for (const body of bodies) builder.add(tokensOf(textOfBody(body)));
      this.tell({ name: 'progress', done: done + start + bodies.length, total });
    }
    await addSegment(db, texts satisfies TextKey[], builder);
  }

  private ask(wanted: [id: string, rev: string][]): Promise<(string | null)[]> {
    return new Promise((resolve, reject) => {
      this.onBodies = (texts) => (texts ? resolve(texts) : reject(new LibraryUnreadable()));
      this.tell({ name: 'bodies', wanted });
    });
  }
}
