// Which blocks of a page belong to its article, told by the text that is known to be the article's.

/** @returns {string[]} the words of a text, in lower case */
export const words = (text) => (text ?? '').toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
/** @returns {number} of a list that holds something */
export const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;

/** Word F1 of a text against the one that should have come out: 0 to 1. */
export function wordF1(tokens, reference) {
  if (!reference.length) return tokens.length ? 0 : 1;
  if (!tokens.length) return 0;
  const count = new Map();
  for (const token of reference) count.set(token, (count.get(token) ?? 0) + 1);
  let both = 0;
  for (const token of tokens) {
    const left = count.get(token) ?? 0;
    if (left > 0) {
      both++;
      count.set(token, left - 1);
    }
  }
  const [p, r] = [both / tokens.length, both / reference.length];
  return p + r ? (2 * p * r) / (p + r) : 0;
}

/** 1 for a block whose words stand in the truth, 0 for one whose words do not, between for what stands there in part. */
export function labelBlocks(blocks, truth) {
  const tokens = words(truth);
  const joined = ` ${tokens.join(' ')} `;
  const lines = new Map();
  for (const line of truth.split(/\n+/)) {
    const key = words(line).join(' ');
    if (key) lines.set(key, (lines.get(key) ?? 0) + 1);
  }
  const shingles = new Set();
  for (let i = 0; i + 3 <= tokens.length; i++) shingles.add(tokens.slice(i, i + 3).join(' '));
  const labels = blocks.map(({ text }) => {
    const own = words(text);
    const key = own.join(' ');
    if (!own.length) return 0;
    if (own.length <= 3) return lines.has(key) ? 1 : 0;
    if (joined.includes(` ${key} `)) return 1;
    let hit = 0;
    for (let i = 0; i + 3 <= own.length; i++) if (shingles.has(own.slice(i, i + 3).join(' '))) hit++;
    return hit / Math.max(1, own.length - 2) >= 0.6 ? 1 : 0;
  });
  // A text that stands more often on the page than in the truth: the copies among the article's other blocks are meant.
  const byText = new Map();
  blocks.forEach(({ text }, index) => {
    const key = words(text).join(' ');
    if (labels[index] && key) byText.set(key, [...(byText.get(key) ?? []), index]);
  });
  for (const [key, indices] of byText) {
    const occurrences = Math.max(lines.get(key) ?? 0, joined.split(` ${key} `).length - 1, 1);
    if (indices.length <= occurrences) continue;
    const around = (index) => mean(labels.slice(Math.max(0, index - 4), index + 5));
    for (const index of [...indices].sort((a, b) => around(b) - around(a)).slice(occurrences)) labels[index] = 0;
  }
  return labels;
}
