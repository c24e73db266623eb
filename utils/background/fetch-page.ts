import type { FetchAnswer, FetchFault } from '../messages';

/** Milliseconds after which a page counts as not coming. */
const patience = 30_000;
/** Bytes: more no page of an article has. */
const largest = 10_000_000;
/** Bytes within which a page must say its encoding: https://html.spec.whatwg.org/multipage/semantics.html#charset */
const encodingWithin = 1024;

/**
 * Whether an address is one of the web at large. A file that is imported may name any: none of them may make this machine speak to its own
 * router, or to itself.
 */
export function isPublic(url: string): boolean {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return false;
  const { hostname } = parsed;
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  return !isNumber && /^[^.].*\.[^.\d][^.]*\.?$/.test(hostname) && !/\.(localhost|local|internal|lan|home|arpa|onion)\.?$/.test(hostname);
}

/** Reads as many bytes as an answer may have; null where it has more. */
export async function bytesOf(response: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length;
    if (size > most) {
      await reader?.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** The words of a page, in the encoding that it, or who sent it, names. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, encodingWithin));
  const isMarked = /^(ï»¿|þÿ|ÿþ)/.test(start);
  const named = /charset\s*=\s*["']?([\w-]+)/i;
  const [, label = 'utf-8'] = (isMarked ? null : (named.exec(contentType) ?? named.exec(start))) ?? [];
  const encoding = start.startsWith('þÿ') ? 'utf-16be' : start.startsWith('ÿþ') ? 'utf-16le' : isMarked ? 'utf-8' : label;
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder().decode(bytes); // an encoding nobody knows
    throw error;
  }
}

function faultOf(status: number): FetchFault | null {
  if (status === 401 || status === 402 || status === 403) return 'sign-in';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status === 503) return 'busy';
  return status >= 200 && status < 300 ? null : 'unreachable';
}

/**
 * Asks for a page as a stranger would: without cookies, and without a word of where the request comes from. Nothing in it is run or loaded.
 */
export async function fetchPage(url: string): Promise<FetchAnswer> {
  if (!isPublic(url)) return { ok: false, reason: 'not-public' };
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal, headers: { accept: 'text/html' } });
    const reason = faultOf(response.status);
    if (reason) return { ok: false, reason };
    if (!isPublic(response.url)) return { ok: false, reason: 'not-public' };
    const type = response.headers.get('content-type') ?? '';
    if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) return { ok: false, reason: 'not-html' };
    const bytes = await bytesOf(response, largest);
    return bytes ? { ok: true, html: decodePage(bytes, type), url: response.url } : { ok: false, reason: 'too-large' };
  } catch (error) {
    console.info('A page could not be fetched', error);
    return { ok: false, reason: 'unreachable' };
  }
}
