import { distance, slipsAllowed } from './distance';
import { eachArticle, type Found, type IndexReader } from './index-reader';
import type { Phrase, Query } from './query';
import type { ShelfWords } from './shelf-words';
import { isUnspaced } from './tokens';

/** What a hit in the title, in byline, site or tags, and a near miss count, where one in the text counts 1 at most. */
const inTitle = 8;
const inFacts = 4;
const nearMiss = 0.4;
/** What the beginning of a word counts. */
const begun = 0.6;

/** Letters from which on the beginnings of words are looked for in texts: fewer would be in every article. */
const shortestBeginning = 3;
/** Words that a mistyped one may stand for. */
const mostVariants = 12;

export interface Hits {
  /** Ids, the best first. */
  ids: string[];
  /** Words taken for mistyped ones, to be marked where they stand. */
  variants: string[];
}

/** By slot; 0 for no hit. */
type Scores = Float64Array;

/** Looks a query's words up among titles, facts and texts. */
export class ArticleFinder {
  private variants: string[] = [];

  constructor(
    private readonly shelf: ShelfWords,
    private readonly reader: IndexReader,
  ) {}

  async find({ phrases, without }: Query): Promise<Hits> {
    await this.reader.refresh();
    this.variants = [];
    const found = await Promise.all(phrases.map((phrase) => this.match(phrase, true)));
    const excluded = await Promise.all(without.map((phrase) => this.match(phrase, false)));
    const hits: [slot: number, score: number][] = [];
    this.shelf.slots.forEach(({ isThere }, slot) => {
      if (!isThere || found.some((scores) => !scores[slot]) || excluded.some((scores) => scores[slot])) return;
      hits.push([slot, found.reduce((sum, scores) => sum + (scores[slot] ?? 0), 0)]);
    });
    hits.sort(([slot, score], [otherSlot, other]) => other - score || slot - otherSlot);
    return { ids: hits.map(([slot]) => this.shelf.ids[slot] ?? ''), variants: this.variants };
  }

  private async match(phrase: Phrase, isForgiving: boolean): Promise<Scores> {
    const scores: Scores = new Float64Array(this.shelf.slots.length);
    const [token = ''] = phrase.tokens;
    if (phrase.tokens.length > 1) {
      this.phraseOnShelf(phrase, scores);
      await this.phraseInTexts(phrase, scores);
      return scores;
    }
    this.wordOnShelf(token, phrase.isPrefix, 1, scores);
    const isBeginning = phrase.isPrefix && (token.length >= shortestBeginning || isUnspaced(token));
    this.wordInTexts(token, await this.reader.find(token, isBeginning), 1, scores);
    if (isForgiving && phrase.isPrefix && !scores.some(Boolean)) await this.forgive(token, scores);
    return scores;
  }

  private wordOnShelf(token: string, isPrefix: boolean, weight: number, scores: Scores): void {
    for (const word of isPrefix ? this.shelf.wordsFrom(token) : [token]) {
      const worth = weight * (word === token ? 1 : begun);
      for (const slot of this.shelf.byWord().get(word) ?? []) {
        const isInTitle = this.shelf.slots[slot]?.title.includes(` ${word} `);
        scores[slot] = Math.max(scores[slot] ?? 0, worth * (isInTitle ? inTitle : inFacts));
      }
    }
  }

  /** The more often, and the rarer the word, the more it counts: BM25 without the lengths, which differ little. */
  private wordInTexts(token: string, found: readonly Found[], weight: number, scores: Scores): void {
    const counts = new Float64Array(scores.length);
    let articles = 0;
    for (const term of found)
      eachArticle(term, (slot, count) => {
        if (!counts[slot]) articles++;
        counts[slot] = (counts[slot] ?? 0) + count * (term.term === token ? 1 : begun);
        return null;
      });
    const rarity = Math.log(1 + scores.length / (articles + 1)) / Math.log(2 + scores.length);
    counts.forEach((count, slot) => {
      if (count) scores[slot] = (scores[slot] ?? 0) + (weight * rarity * count) / (count + 1.2) + 1e-6;
    });
  }

  private phraseOnShelf({ tokens, isPrefix }: Phrase, scores: Scores): void {
    const wanted = ` ${tokens.join(' ')}${isPrefix ? '' : ' '}`;
    this.shelf.slots.forEach(({ title, facts, isThere }, slot) => {
      if (!isThere) return;
      if (title.includes(wanted)) scores[slot] = inTitle;
      else if (facts.includes(wanted)) scores[slot] = inFacts;
    });
  }

  private async phraseInTexts({ tokens, isPrefix }: Phrase, scores: Scores): Promise<void> {
    /** Places where the phrase may begin, by article. */
    let starts: Map<number, Set<number>> | null = null;
    for (const [offset, token] of tokens.entries()) {
      const found: Found[] = await this.reader.find(token, isPrefix && offset === tokens.length - 1);
      const before: Map<number, Set<number>> | null = starts;
      const now = new Map<number, Set<number>>();
      for (const term of found)
        eachArticle(term, (slot) => {
          const may = before?.get(slot);
          if (before && !may) return null;
          let place = 0;
          return (gap) => {
            place += gap;
            if (may && !may.has(place - offset)) return;
            const places = now.get(slot);
            if (places) places.add(place - offset);
            else now.set(slot, new Set([place - offset]));
          };
        });
      starts = now;
      if (starts.size === 0) return;
    }
    for (const [slot, places] of starts ?? []) scores[slot] = (scores[slot] ?? 0) + places.size / (places.size + 1.2);
  }

  /** Where no article has a word: the nearest words there are, which share its first letter or stand in a title. */
  private async forgive(token: string, scores: Scores): Promise<void> {
    const most = isUnspaced(token) ? 0 : slipsAllowed(token);
    const [first] = token;
    if (most === 0 || first === undefined) return;
    const near = new Map<string, number>();
    const consider = (word: string) => {
      if (near.has(word)) return;
      const far = distance(token, word, most);
      if (far <= most) near.set(word, far);
    };
    for (const word of this.shelf.byWord().keys()) consider(word);
    const found = await this.reader.find(first, true);
    for (const { term } of found) consider(term);
    const nearest = Math.min(...near.values());
    const variants = [...near].flatMap(([word, far]) => (far === nearest ? [word] : [])).slice(0, mostVariants);
    for (const variant of variants) {
      this.variants.push(variant);
      this.wordOnShelf(variant, false, nearMiss, scores);
      const terms = found.filter(({ term }) => term === variant);
      this.wordInTexts(variant, terms, nearMiss, scores);
    }
  }
}
