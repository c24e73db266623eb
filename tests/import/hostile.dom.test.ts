import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../utils/import/formats';
import type { ImportEntry } from '../../utils/import/imported';
import { openSource } from '../../utils/import/open-source';
import { type Survey, surveyFile, upToMost } from '../../utils/import/survey';

const bytesOf = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;
const zipFile = (name: string, files: Parameters<typeof zipSync>[0]) => new File([bytesOf(zipSync(files))], name);
const csv = (rows: string) => `title,url,time_added,tags,status\n${rows}`;

async function survey(file: File, signal = new AbortController().signal): Promise<Survey> {
  const source = await openSource(file);
  const known = { idOf: async (url: string) => url, isSaved: () => false };
  return surveyFile(await recognise(source), source, known, { signal, onCount: async () => undefined });
}

async function entries(file: File, most?: number): Promise<ImportEntry[]> {
  const source = await openSource(file);
  const found: ImportEntry[] = [];
  for await (const entry of upToMost((await recognise(source)).read(source, true), most)) found.push(entry);
  return found;
}

const reasonOf = (file: File) => survey(file).catch((error: { reason?: string }) => error.reason);

describe('a file that is none', () => {
  test.each([
    ['nothing at all', new File([], 'empty.csv'), 'unknown-format'],
    ['a picture', new File([new Uint8Array(5000).map((_, at) => at * 31)], 'part_000000.csv'), 'unknown-format'],
    ['a list of something else', new File(['name,price\nCod,9\n'], 'fish.csv'), 'unknown-format'],
    ['an archive cut short', new File([bytesOf(zipSync({ 'a.csv': strToU8(csv('')) })).slice(0, 60)], 'a.zip'), 'damaged'],
    ['JSON cut short', new File(['[{"is_archived":1,"url":"https://news.test/a"'], 'wallabag.json'), 'damaged'],
    [
      'a backup of a later version',
      zipFile('b.zip', { 'clean-copy-backup.json': strToU8('{"format":"clean-copy/backup","version":9}') }),
      'unknown-format',
    ],
  ])('%s is refused in words', async (_, file, reason) => {
    expect(await reasonOf(file)).toBe(reason);
  });
});

describe('an archive that means harm', () => {
  test('folds gigabytes into little: refused before it is unfolded', async () => {
    const bomb = zipSync({ 'part_000000.csv': [new Uint8Array(40 * 1024 * 1024), { level: 9 }] });
    expect(await reasonOf(new File([bytesOf(bomb)], 'bomb.zip'))).toBe('bomb');
  });

  test('lies about what it unfolds to: stopped at what it said', async () => {
    const zip = zipSync({ 'part_000000.csv': [strToU8(csv('A,https://news.test/a,1,,unread\n'.repeat(5000))), { level: 9 }] });
    const view = new DataView(zip.buffer);
    for (let at = 0; at < zip.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true);
    }
    expect(await reasonOf(new File([bytesOf(zip)], 'liar.zip'))).toMatch(/bomb|damaged/);
  });

  test.each(['../../../etc/part_000000.csv', 'C:\\Windows\\part_000000.csv', '/part_000000.csv'])(
    'names a file %s: refused',
    async (path) => {
      expect(await reasonOf(zipFile('paths.zip', { [path]: strToU8(csv('A,https://news.test/a,1700000000,,unread')) }))).toBe('damaged');
    },
  );
});

describe('records that mean harm', () => {
  test('keys of prototypes change nothing, and are not taken for fields', async () => {
    const json = `[{"is_archived":0,"__proto__":{"url":"https://evil.test/","polluted":true},"constructor":{"prototype":{"polluted":true}},"title":"A","url":"https://news.test/a","tags":{"__proto__":["x"]}},
      {"is_archived":0,"__proto__":{"url":"https://evil.test/"}}]`;
    const found = await entries(new File([json], 'w.json'));
    expect(found.map((entry) => (entry.kind === 'item' ? entry.item.url : entry.fault))).toEqual(['https://news.test/a', 'no-address']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('fields of every wrong kind are as if they were not there', async () => {
    const odd: unknown[] = [null, true, -1, 1e308, [], {}, [[]], { toString: 1 }, 'x'.repeat(1000), '\ud800', Number.MAX_SAFE_INTEGER];
    const records = odd.flatMap((value) => [
      { is_archived: value, is_starred: value, title: value, url: 'https://news.test/a', tags: value, content: value, created_at: value },
      { is_archived: 0, url: value, tags: [value], published_by: value, language: value },
    ]);
    const found = await entries(new File([JSON.stringify(records)], 'w.json'));
    expect(found).toHaveLength(records.length);
    for (const entry of found)
      if (entry.kind === 'item') expect(entry.item.savedAt === null || entry.item.savedAt < Date.now() + 86_400_000).toBe(true);
  });

  test('JSON nested millions deep does not overflow', async () => {
    const deep = `{"is_archived":${'['.repeat(2_000_000)}`;
    expect(await reasonOf(new File([deep], 'w.json'))).toBe('damaged');
    const closed = `[{"is_archived":0,"url":"https://news.test/a","tags":${'['.repeat(200_000)}${']'.repeat(200_000)}}]`;
    expect(await reasonOf(new File([closed], 'w.json'))).toMatchObject({ items: 1 });
  });

  test('script in a page of bookmarks does not run', async () => {
    const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1><script>globalThis.ran = true</script><img src=x onerror="globalThis.ran = true">
      <DL><DT><A HREF="https://news.test/a" ONCLICK="globalThis.ran = true">A</A></DL>`;
    expect(await entries(new File([html], 'b.html'))).toHaveLength(1);
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
  });
});

describe('a file of a hundred megabytes', () => {
  const row = 'A harbour,https://news.test/a,1700000000,sea|deep,unread\n';
  const block = row.repeat(18_000);
  const large = (first: string) => new File([first, ...Array.from({ length: 100 }, () => block)], 'part_000000.csv');

  test('is read piece by piece, and no further than is taken', async () => {
    const found = await entries(large(csv('')), 20_000);
    expect(found).toHaveLength(20_001);
    expect(found.at(-1)).toEqual({ kind: 'fault', fault: 'too-many', where: '20000' });
  });

  test('with a quote that never closes is given up', async () => {
    expect(await reasonOf(large(csv('"')))).toBe('damaged');
  });

  test('is left when the user cancels', async () => {
    const stop = new AbortController();
    stop.abort(new Error('cancelled'));
    await expect(survey(large(csv('')), stop.signal)).rejects.toThrow('cancelled');
  });
});

test('a look tells what there is: repeated addresses once, tags whatever their case, faults with their row', async () => {
  const rows = ['A,https://news.test/a,1700000000,Sea,unread', 'A again,https://news.test/a,1700000000,Other,unread'];
  const file = new File(
    [csv([...rows, 'B,https://news.test/b,1700000000,sea|deep,archive', 'C,,1,,unread'].join('\n'))],
    'part_000000.csv',
  );
  expect(await survey(file)).toEqual({
    ...{ items: 3, withText: 0, archived: 1, favourites: 0, tags: 2, repeated: 1, saved: 0 },
    faults: { count: 1, first: [{ fault: 'no-address', where: 'part_000000.csv:5' }] },
  });
});
