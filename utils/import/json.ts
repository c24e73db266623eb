import { type SourceFile, UnreadableFile } from './imported';
import { LARGEST_WHOLE } from './limits';

/**
 * What a JSON file holds.
 *
 * @throws UnreadableFile when it is no JSON, or too large to be held whole
 */
export async function readJson(file: SourceFile): Promise<unknown> {
  const blob = await file.blob();
  if (blob.size > LARGEST_WHOLE) throw new UnreadableFile('too-large');
  try {
    return JSON.parse((await blob.text()).replace(/^\ufeff/, ''));
  } catch (error) {
    // Not JSON, or nested deeper than the engine goes.
    if (error instanceof SyntaxError || error instanceof RangeError) throw new UnreadableFile('damaged');
    throw error;
  }
}

/** The records of a list, or of the one list that a record holds. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).find(Array.isArray) ?? [];
}
