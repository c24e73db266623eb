import type { Article } from '../article/article';

/** A stage of the pipeline that may take something out. */
export type Stage = 'copy' | 'clean' | 'extract' | 'structure' | 'sanitise';

/** One block that was taken out: enough to say why, to show it, and to put it back. */
export interface Removal {
  stage: Stage;
  /** Name of the rule: a key of `clutter-rules.ts`, or of the stage's own rules. */
  rule: string;
  /** Its text, white space collapsed, cut to 200 characters. */
  text: string;
  /** The block as it stood on the copy. NOT sanitised: it must pass `sanitise()` before it is shown. */
  html: string;
  /**
   * Where it belongs: how many top-level blocks of the article's `contentHtml` stand before it.
   * `null` for what stood outside the article's column.
   */
  at: number | null;
}

/**
 * Text of the comment node that a stage leaves where a removed block stood; `placeRemovals` reads it.
 *
 * @param index the removal's place in the list that the stage returns
 */
export const gapMark = (stage: Stage, index: number): string => `cc-gap:${stage}:${index}`;

/** Why the detector thinks what it thinks. */
export interface FiredSignal {
  name: string;
  value: number;
  /** Added to the score. */
  weight: number;
}

/** The detector's answer. */
export interface Detection {
  /** The balanced level: "this page is an article". */
  isArticle: boolean;
  /** Logistic of the sum: 0 to 1. */
  score: number;
  /** `none` < `offer` (the button lights up) < `article` (balanced) < `automatic` (sure enough to open by itself). */
  level: 'none' | 'offer' | 'article' | 'automatic';
  /** Those that were looked at: what the address and the markup leave no doubt about is not looked for in the text. */
  signals: FiredSignal[];
}

/** The pages that an article is spread over, as one of them tells it. */
export interface ArticlePages {
  /** Which of them was read: 1 is the first. */
  number: number;
  /** How many there are, as far as this page says; 1 for an article on one page. */
  count: number;
  /** The other pages that this one links to: page number and absolute address of the same origin, in order. */
  addresses: [number: number, address: string][];
  /** What the page declares as its own address. */
  canonical: string | null;
}

/**
 * What became of a page. `body`: the article's `contentHtml` as nodes, for whoever shows it first. `shapes`: of each top-level block, what a
 * site's style sheet would tell it by; see `correct/shapes.ts`.
 */
export type Reading =
  | { ok: true; article: Article; body: DocumentFragment; removals: Removal[]; pages: ArticlePages; shapes: (string | null)[] }
  | { ok: false; reason: 'not-html' | 'no-body-found' | 'too-large' };
