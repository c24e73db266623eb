import { isArticleId } from './article-address';
import { record } from './article-fields';
import { type ArticleFault, judgeArticle, keysOf, type StoredArticle, type Verdict } from './judge-article';
import { allKeys, idsInStep } from './keys';
import { keyOf, parseMeta, parseTrash, revsOf, revTime } from './records';
import { orphanAge, sweep } from './sweep';
import { claimSchema, failureOf, type LibraryResult, readSchema, refuse, tryLocked, type Writer } from './writer';

/** An article with something wrong. */
export interface DamagedArticle {
  id: string;
  title: string;
  fault: ArticleFault;
}

export interface LibraryReport {
  /** How many articles were looked at: saved ones, and those in the trash. */
  articles: number;
  damaged: DamagedArticle[];
  /** Texts that belong to no article: left by saves that were cut short. */
  orphans: number;
  /** Whether the list of what there is, where the browser needs one, says what there is. */
  isListed: boolean;
}

/** What a repair took out of the library, as it was found there. */
interface AsideRecord {
  /** Milliseconds since 1970. */
  at: number;
  /** The values that could not be read, by their keys. */
  items: Record<string, unknown>;
}

/** How many articles one read asks for: a few megabytes. */
const batchSize = 50;

/** Which articles the keys are of, each with the revs of its bodies. */
function articlesIn(keys: readonly string[]): Map<string, string[]> {
  const articles = new Map<string, string[]>();
  for (const key of keys) {
    const [, kind, id = '', rev] = /^(meta|trash|body):([^:]+)(?::(.+))?$/.exec(key) ?? [];
    if (!isArticleId(id)) continue;
    const revs = articles.get(id) ?? [];
    if (kind === 'body' && rev !== undefined) revs.push(rev);
    articles.set(id, revs);
  }
  return articles;
}

/** Bodies that no record names, old enough to belong to no save that is under way. */
function orphansOf({ id, items, revs }: StoredArticle, now: number): string[] {
  const [metaKey, trashKey] = [keyOf.meta(id), keyOf.trash(id)];
  const meta = parseMeta(items[metaKey]);
  const trash = parseTrash(items[trashKey]);
  if ((metaKey in items && !meta) || (trashKey in items && !trash)) return [];
  const named = new Set([...revsOf(meta), ...revsOf(trash?.meta)]);
  return revs.filter((rev) => !named.has(rev) && now - (revTime(rev) ?? now) >= orphanAge);
}

/**
 * Looks at every article, every text and what is derived from them. Changes nothing. Rejects when storage cannot be read, when a later
 * version wrote the library, or when `signal` says so.
 */
export async function checkLibrary(
  { area, now }: Pick<Writer, 'area' | 'now'>,
  { signal, onProgress }: { signal: AbortSignal; onProgress(done: number, total: number): void },
): Promise<LibraryReport> {
  await readSchema(area);
  const keys = await allKeys(area);
  const articles = [...articlesIn(keys)];
  const report: LibraryReport = { articles: 0, damaged: [], orphans: 0, isListed: await idsInStep(area, keys) };
  for (let start = 0; start < articles.length; start += batchSize) {
    signal.throwIfAborted();
    onProgress(start, articles.length);
    const batch = articles.slice(start, start + batchSize);
    const items = await area.get(batch.flatMap(([id, revs]) => keysOf(id, revs)));
    for (const [id, revs] of batch) {
      const stored = { id, items, revs };
      if (keyOf.meta(id) in items || keyOf.trash(id) in items) report.articles++;
      report.orphans += orphansOf(stored, now()).length;
      const verdict = await judgeArticle(stored);
      if (verdict) report.damaged.push({ id, title: verdict.title, fault: verdict.fault });
    }
  }
  onProgress(articles.length, articles.length);
  return report;
}

/** Sets aside first, mends second: what was taken out is never nowhere. */
async function carryOut(
  { area, now }: Writer,
  id: string,
  { set, aside }: Verdict,
  items: Readonly<Record<string, unknown>>,
): Promise<void> {
  const asideKey = keyOf.aside(id);
  const before = record(record((await area.get(asideKey))[asideKey]).items);
  const there = aside.filter((key) => key in items);
  const taken = Object.fromEntries(there.map((key) => [key, items[key]]));
  await area.set({ [asideKey]: { at: now(), items: { ...before, ...taken } } satisfies AsideRecord });
  if (Object.keys(set).length > 0) await area.set(set);
  await area.remove(there.filter((key) => !(key in set)));
}

async function mendArticle(writer: Writer, id: string): Promise<LibraryResult<boolean>> {
  return tryLocked(writer, async () => {
    await claimSchema(writer);
    const revs = articlesIn(await allKeys(writer.area)).get(id) ?? [];
    const items = await writer.area.get(keysOf(id, revs));
    const verdict = await judgeArticle({ id, items, revs });
    if (verdict) await carryOut(writer, id, verdict, items);
    return { ok: true, value: verdict !== null };
  });
}

/**
 * Mends what a check found, judging each article anew: it may have been saved again since. Nothing is lost by it: what could not be read is
 * set aside. May be called again where it was cut short.
 *
 * @returns how many articles were mended
 */
export async function mendLibrary(writer: Writer, { damaged }: LibraryReport): Promise<LibraryResult<number>> {
  let mended = 0;
  for (const { id } of damaged) {
    const result = await mendArticle(writer, id);
    if (!result.ok) return result;
    if (result.value) mended++;
  }
  try {
    await sweep(writer);
    return { ok: true, value: mended };
  } catch (error) {
    console.error('The library could not be swept', error);
    return refuse(failureOf(error));
  }
}

/** What repairs have set aside, by article. */
export async function readAside({ area }: Pick<Writer, 'area'>): Promise<Record<string, unknown>> {
  const keys = (await allKeys(area)).filter((key) => key.startsWith(keyOf.aside('')));
  return area.get(keys);
}

/** Lets go of what was set aside, for good. */
export function removeAside(writer: Writer): Promise<LibraryResult<null>> {
  return tryLocked(writer, async () => {
    await claimSchema(writer);
    await writer.area.remove(Object.keys(await readAside(writer)));
    return { ok: true, value: null };
  });
}
