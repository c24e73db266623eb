import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../utils/import/formats';
import type { ImportEntry } from '../../utils/import/imported';
import { openSource } from '../../utils/import/open-source';

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);
const archive = (name: string, files: Record<string, string>) =>
  file(
    name,
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]): [string, Zippable[string]] => [path, strToU8(text)]))) as BlobPart,
  );

async function read(chosen: File): Promise<{ id: string; entries: ImportEntry[] }> {
  const source = await openSource(chosen);
  const importer = await recognise(source);
  const entries: ImportEntry[] = [];
  for await (const entry of importer.read(source, true)) entries.push(entry);
  return { id: importer.id, entries };
}

/** What matters of an entry in one line. */
function brief(entry: ImportEntry): string {
  if (entry.kind === 'fault') return `${entry.fault} at ${entry.where}`;
  const { url, title, savedAt, marks, html } = entry.item;
  const { state, favourite, tags, progress } = marks;
  const parts = [url, title, savedAt === null ? '-' : new Date(savedAt).toISOString().slice(0, 10), state, favourite && 'favourite'];
  return [...parts, tags.length > 0 && tags.join('+'), progress > 0 && progress, html].filter(Boolean).join(' | ');
}

const briefs = async (chosen: File) => {
  const { id, entries } = await read(chosen);
  return { id, entries: entries.map(brief) };
};

describe('Pocket', () => {
  const rows = [
    'Élan,https://news.test/a,1700000000,été|long read,unread',
    '"A, ""quoted"" title",https://news.test/b,1600000000,,archive',
    'https://news.test/c,https://news.test/c,1500000000,,unread',
    'No address,,1500000000,,unread',
    'Script,javascript:alert(1),1500000000,,unread',
    '"Two\nlines",https://news.test/d,not a time,,unread',
  ];
  const expected = [
    'https://news.test/a | Élan | 2023-11-14 | unread | été+long read',
    'https://news.test/b | A, "quoted" title | 2020-09-13 | archived',
    'https://news.test/c | 2017-07-14 | unread',
    'no-address at part_000000.csv:5',
    'no-address at part_000000.csv:6',
    'https://news.test/d | Two\nlines | - | unread',
  ];

  test('its CSV in a zip, several parts, with tags, dates and read state', async () => {
    const head = 'title,url,time_added,tags,status\n';
    const zip = archive('pocket.zip', {
      'part_000001.csv': `${head}Last,https://news.test/z,1500000000,,unread\n`,
      'part_000000.csv': `${head}${rows.join('\n')}\n`,
    });
    expect(await briefs(zip)).toEqual({
      id: 'pocket_csv',
      entries: [...expected, 'https://news.test/z | Last | 2017-07-14 | unread'],
    });
  });

  test('its CSV by itself, with the column that some files have among the others, a byte order mark and Windows lines', async () => {
    const withCursor = rows.map((row) => row.replace(/,(1\d{9}|not a time),/, ',$1,cur,')).join('\r\n');
    const csv = file('part_000000.csv', `\ufefftitle,url,time_added,cursor,tags,status\r\n${withCursor}`);
    expect((await briefs(csv)).entries).toEqual(expected);
  });

  test('its older HTML', async () => {
    const html = `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
      <li><a href="https://news.test/a" time_added="1700000000" tags="sea,long read">A &amp; B</a></li></ul>
      <h1>Read Archive</h1><ul><li><a href="https://news.test/b" time_added="1600000000" tags="">https://news.test/b</a></li></ul></body></html>`;
    expect(await briefs(file('ril_export.html', html))).toEqual({
      id: 'pocket_html',
      entries: ['https://news.test/a | A & B | 2023-11-14 | unread | sea+long read', 'https://news.test/b | 2020-09-13 | archived'],
    });
  });
});

const omnivoreRecords = [
  {
    ...{ id: '1', slug: 'tide-1', title: 'Tide', description: 'd', author: 'Ada', url: 'https://news.test/tide', state: 'Active' },
    ...{ readingProgress: 40, thumbnail: null, labels: ['Sea', { name: 'Long' }], savedAt: '2023-11-14T10:00:00.000Z' },
    ...{ updatedAt: '2023-11-15T10:00:00.000Z', publishedAt: '2023-11-01' },
  },
  {
    slug: 'no-text',
    title: 'Link',
    url: 'https://news.test/link',
    state: 'Archived',
    readingProgress: 100,
    labels: [],
    savedAt: '2022-01-01',
  },
  { slug: 'gone', title: 'Gone', url: 'https://news.test/gone', state: 'Deleted' },
  ...['not a record', null, 7, []],
];
const omnivoreExpected = (text: string) => [
  `https://news.test/tide | Tide | 2023-11-14 | reading | Sea+Long | 0.4${text}`,
  'https://news.test/link | Link | 2022-01-01 | archived | 1',
  ...[4, 5, 6, 7].map((at) => `no-address at metadata_0_to_19.json:${at}`),
];

describe('Omnivore', () => {
  test('its zip with texts, progress and labels', async () => {
    const zip = archive('omnivore.zip', {
      'content/tide-1.html': '<p>The tide.</p>',
      'highlights/tide-1.md': '> tide',
      'metadata_0_to_19.json': JSON.stringify(omnivoreRecords),
      'metadata_20_to_39.json': '[]',
    });
    expect(await briefs(zip)).toEqual({ id: 'omnivore', entries: omnivoreExpected(' | <p>The tide.</p>') });
  });

  test('where one of its lists is damaged, that is told and the others come in', async () => {
    const zip = archive('omnivore.zip', {
      'metadata_0_to_19.json': JSON.stringify(omnivoreRecords.slice(0, 2)),
      'metadata_20_to_39.json': '[{"title": "cut sh',
    });
    expect((await briefs(zip)).entries).toEqual([...omnivoreExpected('').slice(0, 2), 'unreadable at metadata_20_to_39.json']);
  });

  test('its JSON by itself', async () => {
    expect((await briefs(file('metadata_0_to_19.json', JSON.stringify(omnivoreRecords)))).entries).toEqual(omnivoreExpected(''));
  });
});

test('Instapaper: folders, newer tags and selections', async () => {
  const csv = `URL,Title,Selection,Folder,Timestamp,Tags
https://news.test/a,A,,Unread,1700000000,"[""sea"",""deep""]"
https://news.test/b,B,Words,Archive,1600000000,[]
https://news.test/c,C,,Starred,1600000000,
https://news.test/d,D,,My folder,1600000000,`;
  expect(await briefs(file('instapaper-export.csv', csv))).toEqual({
    id: 'instapaper',
    entries: [
      'https://news.test/a | A | 2023-11-14 | unread | sea+deep',
      'https://news.test/b | B | 2020-09-13 | archived',
      'https://news.test/c | C | 2020-09-13 | unread | favourite',
      'https://news.test/d | D | 2020-09-13 | unread | My folder',
    ],
  });
});

test('wallabag: texts, tags, stars and times', async () => {
  const json = JSON.stringify([
    {
      ...{ is_archived: 1, is_starred: 0, tags: ['sea', { label: 'deep' }], id: 1, title: 'A', url: 'https://news.test/a' },
      ...{ content: '<p>Text</p>', created_at: '2023-11-14T10:00:00+0000', archived_at: '2023-11-15T10:00:00+0000', language: 'en_GB' },
    },
    { is_archived: false, is_starred: true, tags: [], title: 'B', url: 'https://news.test/b', created_at: '2020-09-13 10:00:00' },
    { title: 'C' },
  ]);
  const { id, entries } = await read(file('All articles.json', json));
  expect(id).toBe('wallabag');
  expect(entries.map(brief)).toEqual([
    'https://news.test/a | A | 2023-11-14 | archived | sea+deep | <p>Text</p>',
    'https://news.test/b | B | 2020-09-13 | unread | favourite',
    'no-address at All articles.json:3',
  ]);
  expect(entries[0]?.kind === 'item' && entries[0].item.lang).toBe('en-GB');
});

test('bookmarks: folders become tags, what is no page of the web is left', async () => {
  const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1><DL><p>
<DT><H3>To read</H3><DL><p><DT><A HREF="https://news.test/a" ADD_DATE="1700000000" TAGS="sea">A</A>
<DT><H3>Harbours</H3><DL><p><DT><A HREF="https://news.test/b" ADD_DATE="1600000000000000">B</A></DL><p></DL><p>
<DT><A HREF="javascript:alert(1)">Script</A><DT><A HREF="place:sort=8">Recent</A><DT><A HREF="https://news.test/c">C</A></DL>`;
  expect(await briefs(file('bookmarks.html', html))).toEqual({
    id: 'bookmarks',
    entries: [
      'https://news.test/a | A | 2023-11-14 | unread | sea+To read',
      'https://news.test/b | B | 2020-09-13 | unread | To read+Harbours',
      'https://news.test/c | C | - | unread',
    ],
  });
});
