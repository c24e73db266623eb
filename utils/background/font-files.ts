import { browser } from 'wxt/browser';
import { bundledFaces, isBundled, isFontPath } from '../fonts/bundled-faces';
import { filesFor } from '../fonts/files-for';
import { readerSettings } from '../settings/reader-settings';
import { readSiteLooks } from '../settings/site-looks';
import { siteHost } from '../settings/site-rules';

/** So many bytes at a time: a call takes only so many arguments. */
const chunk = 0x8000;

/** A file of a bundled typeface in Base64, since messages of Chromium carry no bytes; null for any other path. */
export async function readFontFile(path: unknown): Promise<string | null> {
  if (!isFontPath(path)) return null;
  const bytes = new Uint8Array(await (await fetch(browser.runtime.getURL('/') + path)).arrayBuffer());
  let text = '';
  for (let start = 0; start < bytes.length; start += chunk) text += String.fromCharCode(...bytes.subarray(start, start + chunk));
  return btoa(text);
}

/**
 * The files of the user's own face that a text on a page would be set with, by their paths: none where the face is not one of ours.
 *
 * @param style the cut that is wanted: each is asked for by itself, so that none waits for the other
 */
export async function readTextFiles(page: string, text: unknown, style: unknown): Promise<Record<string, string>> {
  const host = siteHost(page);
  const [everywhere, here] = await Promise.all([readerSettings.read(), host === null ? null : readSiteLooks(host)]);
  const { font } = here ?? everywhere;
  if (!isBundled(font) || typeof text !== 'string') return {};
  const wanted = filesFor(bundledFaces[font], text).filter((file) => file.style === style);
  const files = await Promise.all(wanted.map(async ({ path }) => [path, (await readFontFile(path)) ?? ''] as const));
  return Object.fromEntries(files);
}
