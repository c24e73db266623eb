import type { Box, BoxTree } from './boxes';
import type { Attempt, Sight } from './readability-sights';

const SHARE = /(\b|_)share(daddy)?(\b|_)/;
const SHORTEST_ARTICLE = 500;
const FEWEST_COMMAS = 10;

/** What a box holds besides letters, after what was dropped inside it. */
interface Counts {
  paragraphs: number;
  items: number;
  images: number;
  headings: number;
  listed: number;
  hasTable: boolean;
}

/** Whether Readability would drop a table, list or box as no part of the text. */
function isShady(sight: Sight, weight: number, letters: number, links: number, commas: number, counts: Counts): boolean {
  if (counts.hasTable) return false;
  if (weight < 0) return true;
  if (commas >= FEWEST_COMMAS) return false;
  const { paragraphs, images } = counts;
  const isList = sight.tag === 'ul' || counts.listed > 0.9 * letters;
  const density = letters ? links / letters : 0;
  return (
    (!sight.inFigure && images > 1 && paragraphs / images < 0.5) ||
    (!isList && counts.items - 100 > paragraphs) ||
    (!isList && !sight.inFigure && counts.headings < 0.9 * letters && letters < 25 && (images === 0 || images > 2) && density > 0) ||
    (!isList && weight < 25 && density > 0.2) ||
    (weight >= 25 && density > 0.5)
  );
}

/** The blocks left of the joined boxes, after what is surely no text was dropped. */
export function clean(
  tree: BoxTree,
  sights: readonly Sight[],
  joined: readonly Box[],
  top: Box,
  images: Float64Array,
  isLeft: (place: number) => boolean,
  attempt: Attempt,
): Set<number> {
  const { boxes } = tree;
  const roots = new Set(joined);
  const inside = new Uint8Array(boxes.length);
  for (const { place } of joined) inside[place] = 1;
  for (const { place, parent } of boxes) if (parent && inside[parent.place] && isLeft(place)) inside[place] = 1;
  const dropped = new Uint8Array(boxes.length);
  const counts: Counts[] = boxes.map(({ place }) => ({
    paragraphs: 0,
    items: 0,
    images: images[place] as number,
    headings: 0,
    listed: 0,
    hasTable: false,
  }));
  const [letters, links, commas] = [new Float64Array(boxes.length), new Float64Array(boxes.length), new Float64Array(boxes.length)];
  for (let place = boxes.length - 1; place >= 0; place--) {
    if (!inside[place]) continue;
    const box = boxes[place] as Box;
    const sight = sights[place] as Sight;
    const own = counts[place] as Counts;
    const { tag } = sight;
    if (box.block >= 0) {
      letters[place] = box.letters;
      links[place] = box.links;
      commas[place] = sight.commas;
    }
    if (tag === 'p' || (tag === 'div' && box.block >= 0)) own.paragraphs++;
    if (tag === 'li') own.items++;
    if (/^h[1-6]$/.test(tag)) own.headings += box.letters;
    if (tag === 'ul' || tag === 'ol') own.listed = letters[place] as number;
    if (tag === 'table' && box.block >= 0) own.hasTable = true;
    const weight = attempt.weighs ? sight.weight : 0;
    const isRoot = roots.has(box);
    const [l, k, c] = [letters[place] as number, links[place] as number, commas[place] as number];
    dropped[place] =
      (/^(aside|footer|button)$/.test(tag) && box !== top) ||
      (/^h[12]$/.test(tag) && weight < 0) ||
      (!isRoot && box.letters < SHORTEST_ARTICLE && SHARE.test(box.name)) ||
      (attempt.cleans && box.block < 0 && /^(table|ul|div|fieldset)$/.test(tag) && isShady(sight, weight, l, k, c, own))
        ? 1
        : 0;
    const { parent } = box;
    if (dropped[place] || !parent) continue;
    const above = counts[parent.place] as Counts;
    letters[parent.place] = (letters[parent.place] as number) + l;
    links[parent.place] = (links[parent.place] as number) + k;
    commas[parent.place] = (commas[parent.place] as number) + c;
    above.paragraphs += own.paragraphs;
    above.items += own.items;
    above.images += own.images;
    above.headings += own.headings;
    above.listed += own.listed;
    above.hasTable ||= own.hasTable;
  }
  const chosen = new Set<number>();
  for (const { place, parent, block } of boxes) {
    if (parent && dropped[parent.place]) dropped[place] = 1;
    if (inside[place] && !dropped[place] && block >= 0) chosen.add(block);
  }
  return chosen;
}
