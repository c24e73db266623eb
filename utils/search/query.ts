import { fold, tokensOf } from './tokens';

/** Words that must stand one after the other; a single word is the usual case. */
export interface Phrase {
  tokens: string[];
  /** Whether the last one may be the beginning of a word. */
  isPrefix: boolean;
}

export const stateNames = ['unread', 'reading', 'archived', 'favourite'] as const;
export type StateName = (typeof stateNames)[number];

/** What only some articles are: each is a word of the query with an operator before it. */
export interface Condition {
  /** Whether "-" stood before it: those that are so are left out. */
  not: boolean;
  is: { kind: 'site' | 'tag'; value: string } | { kind: 'state'; value: StateName };
}

export interface Query {
  phrases: Phrase[];
  /** Phrases whose articles are left out. */
  without: Phrase[];
  conditions: Condition[];
}

/** Other spellings of what `is:` takes. */
const spellings: Readonly<Record<string, StateName>> = {
  unread: 'unread',
  reading: 'reading',
  started: 'reading',
  archived: 'archived',
  archive: 'archived',
  favourite: 'favourite',
  favorite: 'favourite',
};

/** `-`, an operator, then words in quotes (also ones that are still being typed) or a word. */
const parts = /(-?)(?:(site|tag|is):)?(?:["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|([^\s"“”„«»]+))/giu;

/**
 * Takes apart what was typed: words, "exact words", `site:`, `tag:`, `is:`, and `-` before any of them. What is no operator is a word;
 * never fails.
 */
export function parseQuery(text: string): Query {
  const query: Query = { phrases: [], without: [], conditions: [] };
  for (const [whole, minus, operator, quoted, closing, word] of text.matchAll(parts)) {
    const not = minus === '-';
    const value = (quoted ?? word ?? '').trim();
    const kind = operator?.toLowerCase();
    const state = kind === 'is' && Object.hasOwn(spellings, value.toLowerCase()) ? spellings[value.toLowerCase()] : undefined;
    if (state) query.conditions.push({ not, is: { kind: 'state', value: state } });
    else if ((kind === 'site' || kind === 'tag') && value) query.conditions.push({ not, is: { kind, value: fold(value) } });
    else {
      const tokens = tokensOf(kind === 'is' ? whole : value, true);
      const isPrefix = quoted === undefined || closing === '';
      if (tokens.length > 0) query[not ? 'without' : 'phrases'].push({ tokens, isPrefix });
    }
  }
  return query;
}

/** Whether nothing is asked for. */
export const isEmpty = ({ phrases, without, conditions }: Query): boolean => phrases.length + without.length + conditions.length === 0;

/** Whether words are looked for, and not conditions alone. */
export const hasWords = ({ phrases, without }: Query): boolean => phrases.length + without.length > 0;
