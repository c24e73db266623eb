import type { ArticleChanges, ChangedBlock } from './compare-articles';

/** What changed, counted: enough for one line. */
export interface ChangeSummary {
  headline: boolean;
  standfirst: boolean;
  byline: boolean;
  /** Notes of the editors that came, went or were changed. */
  notices: number;
  paragraphs: number;
  headings: number;
  captions: number;
}

const paragraphKinds: ReadonlySet<ChangedBlock['kind']> = new Set(['paragraph', 'item', 'row']);

/** Counts what changed; null where nothing did. A new date alone is no change. */
export function summariseChanges({ title, byline, blocks }: ArticleChanges): ChangeSummary | null {
  const changed = blocks.filter(({ state }) => state !== 'same');
  const notices = changed.filter(({ isNotice }) => isNotice);
  const others = changed.filter(({ isNotice }) => !isNotice);
  const summary: ChangeSummary = {
    headline: title !== null,
    standfirst: others.some(({ kind }) => kind === 'standfirst'),
    byline: byline !== null,
    notices: notices.length,
    paragraphs: others.filter(({ kind }) => paragraphKinds.has(kind)).length,
    headings: others.filter(({ kind }) => kind === 'heading').length,
    captions: others.filter(({ kind }) => kind === 'caption').length,
  };
  return Object.values(summary).some(Boolean) ? summary : null;
}

const most = 10_000;

/** A summary that a page sent; null for what is none. */
export function parseChangeSummary(value: unknown): ChangeSummary | null {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const count = (name: keyof ChangeSummary): number => {
    const number = raw[name];
    return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? Math.min(most, number) : 0;
  };
  const summary: ChangeSummary = {
    headline: raw.headline === true,
    standfirst: raw.standfirst === true,
    byline: raw.byline === true,
    notices: count('notices'),
    paragraphs: count('paragraphs'),
    headings: count('headings'),
    captions: count('captions'),
  };
  return Object.values(summary).some(Boolean) ? summary : null;
}
