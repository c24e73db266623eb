import { browser } from 'wxt/browser';
import { type SiteCorrection, sameCorrection } from '../article/site-correction';
import { siteHost } from './site-rules';

/** Corrections of one site. One `storage.local` key a site. */
export interface SiteCorrections {
  /** As `siteHost` gives it. */
  host: string;
  corrections: SiteCorrection[];
}

const prefix = 'corrections:';
const VERSION = 1;
const mostOfSite = 200;
const mostSites = 2000;
const kinds: readonly SiteCorrection['kind'][] = ['keep', 'leave-out', 'heading', 'no-heading'];
const opposite: Readonly<Partial<Record<SiteCorrection['kind'], SiteCorrection['kind']>>> = {
  heading: 'no-heading',
  'no-heading': 'heading',
};
/** A tag with class names, or a look, and before it the box it stands in. */
const shapePattern = /^[a-z][a-z0-9]{0,20}[\w.>-]{0,150}( [a-z][a-z0-9]{0,20})?$/i;

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Null for what is no correction. */
export function parseCorrection(value: unknown): SiteCorrection | null {
  const { kind, shape, sample, addedAt } = object(value);
  if (!kinds.includes(kind as SiteCorrection['kind']) || typeof shape !== 'string' || !shapePattern.test(shape)) return null;
  return {
    kind: kind as SiteCorrection['kind'],
    shape,
    sample: typeof sample === 'string' ? sample.slice(0, 200).toWellFormed() : '',
    addedAt: typeof addedAt === 'number' && Number.isFinite(addedAt) ? addedAt : 0,
  };
}

const parseList = (value: unknown): SiteCorrection[] =>
  Array.isArray(value) ? value.slice(0, mostOfSite).flatMap((entry) => parseCorrection(entry) ?? []) : [];

const isHost = (host: string) => siteHost(`https://${host}/`) === host;

/** Of one host, as `siteHost` gives it. */
export async function readCorrections(host: string): Promise<SiteCorrection[]> {
  const key = prefix + host;
  const { v, list } = object((await browser.storage.local.get(key))[key]);
  return v === VERSION ? parseList(list) : [];
}

/** The hosts with corrections, kept by themselves: nobody lists all of `storage.local` for them. */
async function readHosts(): Promise<string[]> {
  const { [`${prefix}hosts`]: hosts } = await browser.storage.local.get(`${prefix}hosts`);
  return Array.isArray(hosts) ? hosts.filter((host): host is string => typeof host === 'string' && isHost(host)).slice(0, mostSites) : [];
}

/** All sites that have any, by name. */
export async function listCorrections(): Promise<SiteCorrections[]> {
  const sites = await Promise.all((await readHosts()).map(async (host) => ({ host, corrections: await readCorrections(host) })));
  return sites.filter(({ corrections }) => corrections.length).sort((a, b) => (a.host < b.host ? -1 : 1));
}

let lastWrite: Promise<unknown> = Promise.resolve();

/** One after the other: two at once would each write what the other did not know. */
function change(host: string, edit: (list: SiteCorrection[]) => SiteCorrection[]): Promise<void> {
  if (!isHost(host)) throw new Error(`Not a host: "${host.slice(0, 100)}"`);
  const write = async () => {
    const list = edit(await readCorrections(host)).slice(-mostOfSite);
    const others = (await readHosts()).filter((other) => other !== host);
    const items = { [prefix + host]: { v: VERSION, list }, [`${prefix}hosts`]: list.length ? [...others, host].sort() : others };
    await browser.storage.local.set(items);
    if (!list.length) await browser.storage.local.remove(prefix + host);
  };
  const result = lastWrite.then(write);
  lastWrite = result.catch(() => undefined); // the caller hears of it through `result`
  return result;
}

/** Adds one, in the place of what it contradicts. The background calls this and the next. */
export const addCorrection = (host: string, correction: SiteCorrection): Promise<void> =>
  change(host, (list) => [
    ...list.filter(
      (one) => !sameCorrection(one, correction) && !(one.shape === correction.shape && one.kind === opposite[correction.kind]),
    ),
    correction,
  ]);

export const removeCorrection = (host: string, correction: Pick<SiteCorrection, 'kind' | 'shape'>): Promise<void> =>
  change(host, (list) => list.filter((one) => !sameCorrection(one, correction)));

/** What `exportCorrections` writes. */
const fileKind = 'clean-copy-site-corrections';

export const exportCorrections = (sites: readonly SiteCorrections[]): string =>
  JSON.stringify({ kind: fileKind, v: VERSION, sites }, null, 2);

/** Reads what `exportCorrections` wrote; null when the text is no such file. Bad entries are left out. */
export function parseExport(text: string): SiteCorrections[] | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null; // said to the user as "not such a file"
  }
  const { kind, v, sites } = object(file);
  if (kind !== fileKind || v !== VERSION || !Array.isArray(sites)) return null;
  return sites.slice(0, mostSites).flatMap((site): SiteCorrections[] => {
    const { host, corrections } = object(site);
    const list = parseList(corrections);
    return typeof host === 'string' && isHost(host) && list.length ? [{ host, corrections: list }] : [];
  });
}

/** Calls back with all sites after each change until the returned function is called. */
export function watchCorrections(callback: (sites: SiteCorrections[]) => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(prefix))) listCorrections().then(callback, console.error);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
