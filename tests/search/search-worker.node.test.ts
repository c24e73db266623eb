import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openIndex, readSegments } from '../../utils/search/index-store';
import type { FromSearch } from '../../utils/search/search-messages';
import { SearchWorker } from '../../utils/search/search-worker';

const bodies = new Map<string, string>();
let asked: string[] = [];
let worker: SearchWorker;
let found: Extract<FromSearch, { name: 'found' | 'failed' }>[] = [];
let progress: Extract<FromSearch, { name: 'progress' }>[] = [];
let number = 0;

function startWorker(): void {
  worker = new SearchWorker((message) => {
    if (message.name === 'bodies') {
      asked.push(...message.wanted.map(([id]) => id));
      const texts = message.wanted.map(([id, rev]) => bodies.get(`${id}:${rev}`) ?? null);
      setTimeout(() => worker.hear({ name: 'bodies', texts }));
    } else if (message.name === 'progress') progress.push(message);
    else found.push(message);
  });
}

const article = (id: string, title: string, text: string, rev = 'r1') => {
  bodies.set(`${id}:${rev}`, JSON.stringify({ title, contentHtml: `<p>${text}</p>` }));
  return { id, rev, title, facts: '' };
};
const save = (...saved: ReturnType<typeof article>[]) => worker.hear({ name: 'articles', saved, deleted: [] });

async function find(query: string): Promise<string[]> {
  found = [];
  await worker.hear({ name: 'find', number: ++number, query });
  const [answer] = found;
  return answer?.name === 'found' ? answer.ids : ['failed'];
}

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: (_: string, act: () => Promise<void>) => act() } });
  bodies.clear();
  asked = [];
  progress = [];
  startWorker();
});
afterEach(async () => {
  await deleteDB('search');
  vi.unstubAllGlobals();
});

test('words are found in titles and texts, the title first', async () => {
  await save(article('text', 'Elsewhere', 'The harbour was quiet.'), article('title', 'The harbour', 'Nothing.'));
  expect(await find('harbour')).toEqual(['title', 'text']);
  expect(await find('harb')).toEqual(['title', 'text']);
  expect(await find('harbour quiet')).toEqual(['text']);
  expect(await find('harbour -quiet')).toEqual(['title']);
  expect(await find('harbour elsewhere quiet')).toEqual(['text']);
  expect(await find('zeppelin')).toEqual([]);
});

test('exact words stand one after the other', async () => {
  await save(article('near', 'A', 'The ferry strike ended.'), article('far', 'B', 'A strike of the ferry crews.'));
  expect(await find('ferry strike')).toHaveLength(2);
  expect(await find('"ferry strike"')).toEqual(['near']);
  expect(await find('"ferry stri')).toEqual(['near']);
  expect(await find('"ferry stri"')).toEqual([]);
  expect(await find('-"ferry strike" strike')).toEqual(['far']);
});

test('a slip of the keys and missing accents are forgiven', async () => {
  await save(article('a', 'A', 'Les élections municipales'), article('b', 'B', 'The harbour'));
  expect(await find('elections')).toEqual(['a']);
  expect(await find('harbuor')).toEqual(['b']);
  expect(await find('municpales')).toEqual(['a']);
  expect(found[0]).toMatchObject({ variants: ['municipales'] });
});

test('scripts without spaces are found by any part', async () => {
  await save(article('ja', '港の話', '昨日の市議会議員選挙の結果が出た'), article('th', 'A', 'การเลือกตั้งเมื่อวานนี้'));
  expect(await find('選挙')).toEqual(['ja']);
  expect(await find('議員選挙')).toEqual(['ja']);
  expect(await find('議会選挙')).toEqual([]);
  expect(await find('港')).toEqual(['ja']);
  expect(await find('เลือกตั้ง')).toEqual(['th']);
});

test('the index follows: what is saved anew, deleted and restored', async () => {
  const [one, two] = [article('a', 'A', 'The first text.'), article('b', 'B', 'The other text.')];
  await save(one, two);
  await worker.hear({ name: 'articles', saved: [], deleted: ['a'] });
  expect(await find('text')).toEqual(['b']);
  asked = [];
  await save(one);
  expect(asked).toEqual([]); // its text was there still
  expect(await find('text')).toEqual(['a', 'b']);
  await save(article('b', 'B', 'Quite something else.', 'r2'));
  expect(asked).toEqual(['b']);
  expect(await find('other')).toEqual([]);
  expect(await find('something')).toEqual(['b']);
});

test('another page finds the index made, and makes only what is missing', async () => {
  const one = article('a', 'A', 'The first text.');
  await save(one);
  startWorker();
  asked = [];
  await save(one, article('b', 'B', 'The other text.'));
  expect(asked).toEqual(['b']);
  expect(await find('text')).toHaveLength(2);
});

test('many texts come in steps that are told, and small segments become large ones', async () => {
  const many = Array.from({ length: 1203 }, (_, index) => article(`n${index}`, `Number ${index}`, `Words of text${index} and all.`));
  await save(...many);
  expect(progress[0]).toEqual({ name: 'progress', done: 0, total: 1203 });
  expect(progress.at(-1)).toEqual({ name: 'progress', done: 1203, total: 1203 });
  expect(await find('words')).toHaveLength(1203);
  expect(await find('text1202')).toEqual(['n1202']);
  for (let index = 0; index < 40; index++) await save(article(`later${index}`, 'Later', `Word${index} of another day.`));
  const db = await openIndex();
  expect((await readSegments(db)).size).toBeLessThan(14);
  db.close();
  expect(await find('another day')).toHaveLength(40);
  expect(await find('word39')).toEqual(['later39']);
});

test('a text that is gone or damaged is passed over', async () => {
  bodies.set('bad:r1', '{"title":');
  await save({ id: 'bad', rev: 'r1', title: 'Broken', facts: '' }, { id: 'none', rev: 'r1', title: 'Missing', facts: '' });
  expect(await find('broken')).toEqual(['bad']);
  expect(await find('missing')).toEqual(['none']);
});

test('a damaged index is built anew', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await save(article('a', 'A', 'The first text.'));
  const db = await openIndex();
  await db.clear('blocks');
  db.close();
  expect(await find('first')).toEqual(['failed']);
  expect(await find('first')).toEqual(['a']);
  expect(warn).toHaveBeenCalled();
});

test('the index of another version is thrown away', async () => {
  (await openDB('search', 99, { upgrade: (db) => db.createObjectStore('other') })).close();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await save(article('a', 'A', 'The first text.'));
  expect(await find('first')).toEqual(['a']);
});
