import { browser } from 'wxt/browser';
import { isFontPath } from '../fonts/bundled-faces';

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
