/**
 * What the user said of one kind of block on a site: always keep it, always leave it out, it is a heading, it is none.
 */
export interface SiteCorrection {
  kind: 'keep' | 'leave-out' | 'heading' | 'no-heading';
  /** Tag and class names that tell the blocks meant, as `aside.fact-box`; see `pipeline/correct/shapes.ts`. */
  shape: string;
  /** The start of the block it was said of, to know it again in the list. */
  sample: string;
  /** Milliseconds since 1970. */
  addedAt: number;
}

/** Two corrections of the same shape and kind are the same. */
export const sameCorrection = (one: Pick<SiteCorrection, 'kind' | 'shape'>, other: Pick<SiteCorrection, 'kind' | 'shape'>): boolean =>
  one.kind === other.kind && one.shape === other.shape;
