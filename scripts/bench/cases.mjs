// @ts-check

/**
 * @param {'ours' | 'readability' | 'defuddle'} contender
 * @param {readonly import('./stored-pages.mjs').StoredPage[]} pages
 * @param {import('./run-contenders.mjs').Results} results
 * @returns {import('./quality-rows.mjs').Case[]} what the contender made of the pages, ready to be measured
 */
export const casesOf = (contender, pages, results) =>
  pages.flatMap((page) => {
    const result = results.get(page.id);
    const own = result?.[contender];
    return own ? [{ page, own, readability: result?.readability }] : [];
  });
