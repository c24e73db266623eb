// @ts-check
// What the library holds in the stores' pictures: articles that nobody wrote, in the form that wallabag exports.

/** Title, opening, site, how many paragraphs, tags, and marks. @type {readonly [string, string, string, number, string[], 'starred'?][]} */
const stories = [
  ['What the ice remembers', 'Twelve metres down, the core turns from white to blue.', 'northern-ledger.test', 30, ['science'], 'starred'],
  ['The last ferry pilot of Arnholm', 'He has made the crossing nineteen thousand times.', 'tidewater-courier.test', 14, ['sea']],
  ['How a town of four thousand bought its own railway', 'The vote was on a Tuesday, and it rained.', 'slow-lane.test', 22, ['towns']],
  [
    'Bread, before the ovens were lit',
    'At three in the morning the street belongs to the bakers.',
    'the-larder.test',
    9,
    ['food'],
    'starred',
  ],
  [
    'Why the swifts came late this year',
    'Nobody told the birds about the wind over the strait.',
    'northern-ledger.test',
    12,
    ['science', 'birds'],
  ],
  ['A map of every bench in the city', 'It began with a complaint about a bench that was not there.', 'slow-lane.test', 7, ['towns']],
  [
    'The orchestra that rehearses in a car park',
    'The acoustics, they say, are better than you would think.',
    'evening-post.test',
    11,
    ['music'],
  ],
  [
    'Letters from a lighthouse, found in a wall',
    'The plasterer thought at first that they were insulation.',
    'tidewater-courier.test',
    17,
    ['sea'],
  ],
];

const filler =
  'It took some years before anyone thought of asking, and by then the answer had been standing in plain sight for so long that people had hung their coats on it. ';

/** @returns {string} the text of the file */
export const shelfFile = () =>
  JSON.stringify(
    stories.map(([title, opening, site, paragraphs, tags, mark], at) => ({
      ...{ title, tags, domain_name: site, url: `https://${site}/${at + 1}`, language: 'en' },
      ...{ is_starred: mark === 'starred', is_archived: false },
      created_at: new Date(Date.now() - (at + 1) * 20 * 3_600_000).toISOString(),
      content: `<p>${opening}</p>${`<p>${filler.repeat(2)}</p>`.repeat(paragraphs)}`,
    })),
  );
