import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, slipsAllowed } from '../../utils/search/distance';
import { hitTest, marksIn, snippetOf } from '../../utils/search/highlight';
import { plainText, textOfBody } from '../../utils/search/plain-text';
import { hasWords, isEmpty, parseQuery } from '../../utils/search/query';
import { fold, tokensOf } from '../../utils/search/tokens';

test.each([
  ['Élections', 'elections'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['ﬁnance', 'finance'],
  ['Ёлка', 'елка'],
  ['أَحْمَد', 'احمد'],
  ['שָׁלוֹם', 'שלום'],
  ['が', 'が'],
  ['ｶﾞ', 'ガ'],
  ['हिन्दी', 'हिन्दी'],
])('%s is searched as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['The ferry’s late, again.', ['the', 'ferry', 's', 'late', 'again']],
  ['COVID-19: l’été', ['covid', '19', 'l', 'ete']],
  ['選挙の日', ['選挙', '挙の', 'の日', '日']],
  ['AI選挙2024', ['ai', '選挙', '挙', '2024']],
  ['港', ['港']],
  ['…', []],
])('the tokens of “%s”', (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens);
});

test('a query of an unspaced script does not ask for the end of a run', () => {
  expect(tokensOf('選挙の', true)).toEqual(['選挙', '挙の']);
});

const word = (token: string, isPrefix = true) => ({ tokens: [token], isPrefix });
const nothing = { phrases: [], without: [], conditions: [] };

test.each([
  ['', nothing],
  ['Harbour élection', { ...nothing, phrases: [word('harbour'), word('election')] }],
  ['"exact words"', { ...nothing, phrases: [{ tokens: ['exact', 'words'], isPrefix: false }] }],
  ['"still typ', { ...nothing, phrases: [{ tokens: ['still', 'typ'], isPrefix: true }] }],
  ['ferry -strike', { ...nothing, phrases: [word('ferry')], without: [word('strike')] }],
  ['well-known', { ...nothing, phrases: [{ tokens: ['well', 'known'], isPrefix: true }] }],
  ['site:BBC.co.uk', { ...nothing, conditions: [{ not: false, is: { kind: 'site', value: 'bbc.co.uk' } }] }],
  ['tag:"Long Read"', { ...nothing, conditions: [{ not: false, is: { kind: 'tag', value: 'long read' } }] }],
  ['-is:archived', { ...nothing, conditions: [{ not: true, is: { kind: 'state', value: 'archived' } }] }],
  ['IS:favorite', { ...nothing, conditions: [{ not: false, is: { kind: 'state', value: 'favourite' } }] }],
  ['is:nothing', { ...nothing, phrases: [{ tokens: ['is', 'nothing'], isPrefix: true }] }],
  ['site:', { ...nothing, phrases: [word('site')] }],
  ['- " " --', nothing],
])('the query %s', (text, query) => {
  expect(parseQuery(text)).toEqual(query);
});

test('conditions alone look for no words', () => {
  expect(hasWords(parseQuery('is:unread'))).toBe(false);
  expect(isEmpty(parseQuery('is:unread'))).toBe(false);
  expect(isEmpty(parseQuery(' '))).toBe(true);
});

test.each([
  ['harbour', 'harbour', 0],
  ['harbuor', 'harbour', 1],
  ['harbor', 'harbour', 1],
  ['election', 'elektions', 2],
  ['tide', 'harbour', 3],
])('from %s to %s', (one, other, far) => {
  expect(distance(one, other, 2)).toBe(far);
});

/** By its definition, slowly. */
function slowDistance(one: string, other: string): number {
  if (!one || !other) return one.length + other.length;
  const same = one.at(-1) === other.at(-1) ? 0 : 1;
  const swapped = one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1) && one.length > 1;
  return Math.min(
    slowDistance(one.slice(0, -1), other) + 1,
    slowDistance(one, other.slice(0, -1)) + 1,
    slowDistance(one.slice(0, -1), other.slice(0, -1)) + same,
    swapped ? slowDistance(one.slice(0, -2), other.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

test('the distance is found without looking at what is further than asked', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, fc.constantFrom(1, 2), (one, other, most) => {
      expect(Math.min(distance(one, other, most), most + 1)).toBe(Math.min(slowDistance(one, other), most + 1));
    }),
    { numRuns: 500 },
  );
});

test('a short word is taken as it is typed', () => {
  expect([slipsAllowed('tea'), slipsAllowed('tide'), slipsAllowed('elections')]).toEqual([0, 1, 2]);
});

test('the words of a saved text, without its markup', () => {
  expect(plainText('<h2 id="cc-a">Tides &amp; times</h2><p>The <em>har</em>bour<br>is &lt;open&gt;.</p>')).toBe(
    'Tides & times\n\nThe harbour\nis <open>.',
  );
  expect(textOfBody('{"title":"A","contentHtml":"<p>b')).toBe('');
  expect(textOfBody(null)).toBe('');
});

test('hits are marked where they stand in the text as it is written', () => {
  const isHit = hitTest(parseQuery('elec'), ['tide']);
  const text = 'Élections, tides and the tide';
  expect(marksIn(text, isHit).map(([start, end]) => text.slice(start, end))).toEqual(['Élections', 'tide']);
  const unspaced = '今日の選挙は';
  expect(marksIn(unspaced, hitTest(parseQuery('選挙'), [])).map(([start, end]) => unspaced.slice(start, end))).toEqual(['選挙']);
});

test('a snippet stands where the words come together', () => {
  const filler = 'Nothing of note was said by anyone about it. '.repeat(20);
  const text = `The ferry left. ${filler}On Monday the ferry met the strike at noon. ${filler}`;
  const snippet = snippetOf(text, hitTest(parseQuery('ferry strike'), []));
  expect(snippet?.text).toContain('the ferry met the strike');
  expect(snippet?.text.startsWith('… ')).toBe(true);
  expect(snippet?.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['ferry', 'strike']);
  expect(snippetOf(text, hitTest(parseQuery('zeppelin'), []))).toBeNull();
});
