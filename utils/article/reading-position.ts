/** Where someone stopped reading: by block, so that it holds in another window, another size of type, or once pictures have come. */
export interface ReadingPosition {
  /** Share of the text's characters that were read, 0 to 1. */
  progress: number;
  /** Index of the top-level block of the text that was being read. */
  block: number;
  /** Share of that block's height that was passed, 0 to 1. */
  within: number;
  /** Milliseconds since 1970. */
  at: number;
}

const share = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

/** Checks what a page sent or storage held; null where it is no position. */
export function parseReadingPosition(value: unknown): ReadingPosition | null {
  const { progress, block, within, at } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (!share(progress) || !share(within) || typeof at !== 'number' || !Number.isFinite(at)) return null;
  if (typeof block !== 'number' || !Number.isSafeInteger(block) || block < 0) return null;
  return { progress, block, within, at };
}
