// @ts-check

/** The part of the domains that the block model did not learn from: what ships is also measured on it alone. */
export const HELD_BACK = 0;

/**
 * Domains are dealt to five parts by their name, so that a site is never learned from and measured on at once.
 *
 * @param {string} domain
 * @returns {number} 0 to 4
 */
export function partOf(domain) {
  let hash = 2166136261;
  for (const char of domain) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
  return hash % 5;
}
