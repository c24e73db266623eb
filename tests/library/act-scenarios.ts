import type { ImportEntry, Importer } from '../../utils/import/imported';
import { articleId } from '../../utils/library/article-address';
import { summarise } from '../../utils/library/article-fields';
import { changeArticles, deleteArticles, replaceTags, restoreArticles } from '../../utils/library/change-articles';
import { removeVersion, restoreVersion } from '../../utils/library/change-versions';
import { giveText } from '../../utils/library/give-text';
import { endImport, importBatch, lastImport, startImport, undoImport } from '../../utils/library/import-articles';
import { freshMarks } from '../../utils/library/marks';
import { keyOf, parseMeta, versionsOf } from '../../utils/library/records';
import { saveArticle } from '../../utils/library/write-articles';
import type { Writer } from '../../utils/library/writer';
import { runImport } from '../../utils/transfer/import-run';
import { articleOf } from './scene';

export const urlOf = (name: string) => `https://harbour.test/${name}`;
const idOf = (name: string) => articleId(urlOf(name)) as Promise<string>;
export const names = ['a', 'b', 'c'];
const ids = await Promise.all(names.map(idOf));

export interface Told {
  ok: boolean;
  reasons: string[];
}
const toldOf = (result: { ok: boolean; reason?: string }): Told => ({ ok: result.ok, reasons: result.ok ? [] : [result.reason ?? ''] });
const toldOfBulk = ({ left }: { left: { reason: string }[] }): Told => ({
  ok: left.length === 0,
  reasons: left.map(({ reason }) => reason),
});

/** A file with links to these. */
function fileOf(...brought: string[]): Importer {
  async function* read(): AsyncGenerator<ImportEntry> {
    for (const name of brought) {
      const facts = { byline: null, siteName: null, publishedTime: null, lang: null, excerpt: '' };
      const marks = { ...freshMarks, tags: ['brought'] };
      yield {
        kind: 'item',
        item: { url: urlOf(name), title: name, savedAt: 1_600_000_000_000, marks, ...facts, html: null, backup: null },
      };
    }
  }
  return { id: 'pocket_csv', recognises: () => true, read };
}

/** An import from its file to its end; links, since texts are made in a document. */
async function bringLinks(writer: Writer, ...brought: string[]): Promise<Told> {
  const known = { idOf: articleId, isSaved: () => false };
  const how = { signal: new AbortController().signal, onProgress: async () => undefined };
  const end = await runImport(writer, fileOf(...brought), { name: 'pocket.zip', files: [] }, known, how);
  return { ok: end.state === 'done', reasons: end.state === 'failed' ? [end.reason] : [] };
}

/** What a backup brings, each with an earlier text, in a batch of its own. */
async function bring(writer: Writer, ...brought: string[]): Promise<Told> {
  const run = await startImport(writer, 'backup.zip');
  if (!run.ok) return toldOf(run);
  for (const [batch, name] of brought.entries()) {
    const article = articleOf(urlOf(name), `${name} imported`);
    const summary = summarise(article, await idOf(name), 1_600_000_000_000);
    const earlier = [{ json: JSON.stringify(articleOf(urlOf(name), 'as it was')), savedAt: 1_500_000_000_000 }];
    const marks = { ...freshMarks, tags: ['brought'] };
    const added = await importBatch(writer, run.value, batch, [{ summary, marks, json: JSON.stringify(article), earlier }]);
    if (!added.ok) return toldOf(added);
  }
  return toldOf(await endImport(writer, run.value));
}

async function revs(writer: Writer, name: string) {
  const key = keyOf.meta(await idOf(name));
  const meta = parseMeta((await writer.area.get(key))[key]);
  if (!meta) throw new Error(`${name} should be saved`);
  return versionsOf(meta);
}

/** What each article is before the act and after it, as `describeAll` says it; null: not listed. */
export type Look = Record<string, string | null>;
export interface Scenario {
  name: string;
  before?(writer: Writer): Promise<unknown>;
  act(writer: Writer): Promise<Told>;
  from: Look;
  to: Look;
}

const saved = { a: 'a text, unread, sea', b: 'b text, unread, sea', c: 'c text, unread, sea' };
const each = (look: string | null): Look => Object.fromEntries(names.map((name) => [name, look === null ? null : `${name} ${look}`]));

export const scenarios: Scenario[] = [
  {
    name: 'archive several',
    act: async (w) =>
      toldOfBulk(
        await changeArticles(
          w,
          ids.map((id) => ({ id, change: { state: 'archived' } })),
        ),
      ),
    from: saved,
    to: each('text, archived, sea'),
  },
  { name: 'delete several', act: async (w) => toldOfBulk(await deleteArticles(w, ids)), from: saved, to: each(null) },
  {
    name: 'undo a delete of several',
    before: (w) => deleteArticles(w, ids),
    act: async (w) => toldOfBulk(await restoreArticles(w, ids)),
    from: each(null),
    to: saved,
  },
  {
    name: 'rename a tag',
    act: async (w) => toldOfBulk(await replaceTags(w, ['sea'], 'coast')),
    from: saved,
    to: each('text, unread, coast'),
  },
  {
    name: 'undo the rename of a tag',
    before: (w) => replaceTags(w, ['sea'], 'coast'),
    act: async (w) =>
      toldOfBulk(
        await changeArticles(
          w,
          ids.map((id) => ({ id, change: { addTags: ['sea'], removeTags: ['coast'] } })),
        ),
      ),
    from: each('text, unread, coast'),
    to: saved,
  },
  {
    name: 'bring a backup in',
    act: (w) => bring(w, 'd', 'e'),
    from: { ...saved, d: null, e: null },
    to: { ...saved, d: 'd imported, unread, brought', e: 'e imported, unread, brought' },
  },
  {
    name: 'bring links in',
    act: (w) => bringLinks(w, 'd', 'e'),
    from: { ...saved, d: null, e: null },
    to: { ...saved, d: 'no text, unread, brought', e: 'no text, unread, brought' },
  },
  {
    name: 'take an import back',
    before: (w) => bring(w, 'd', 'e'),
    act: async (w) => {
      const run = await lastImport(w.area);
      return run ? toldOf(await undoImport(w, run)) : { ok: false, reasons: ['failed'] };
    },
    from: { ...saved, d: 'd imported, unread, brought', e: 'e imported, unread, brought' },
    to: { ...saved, d: null, e: null },
  },
  {
    name: 'give a link its text',
    before: async (w) => {
      const key = keyOf.meta(ids[0] as string);
      await w.area.set({ [key]: { ...((await w.area.get(key))[key] as object), text: null } });
    },
    act: async (w) => toldOf(await giveText(w, ids[0] as string, articleOf(urlOf('a'), 'a fetched'))),
    from: { ...saved, a: 'no text, unread, sea' },
    to: { ...saved, a: 'a fetched, unread, sea' },
  },
  {
    name: 'remove a version',
    before: (w) => saveArticle(w, articleOf(urlOf('a'), 'a newer'), urlOf('a'), { keepEarlier: true }),
    act: async (w) => toldOf(await removeVersion(w, ids[0], (await revs(w, 'a')).at(-1)?.rev)),
    from: { ...saved, a: 'a newer, unread, sea' },
    to: saved,
  },
  {
    name: 'undo the removal of a version',
    before: async (w) => {
      await saveArticle(w, articleOf(urlOf('a'), 'a newer'), urlOf('a'), { keepEarlier: true });
      const newest = (await revs(w, 'a')).at(-1);
      removed = newest;
      await removeVersion(w, ids[0], newest?.rev);
    },
    act: async (w) => toldOf(await restoreVersion(w, ids[0], removed)),
    from: saved,
    to: { ...saved, a: 'a newer, unread, sea' },
  },
];
let removed: unknown;
