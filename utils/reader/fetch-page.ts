/** Milliseconds after which a page counts as not coming. */
const patience = 30_000;
/** Bytes: more no page of an article has. */
const largest = 10_000_000;

/** A page that came, as a document that was never shown and loads nothing; or why none came. */
export type FetchedPage = { ok: true; page: Document; url: string } | { ok: false; reason: 'sign-in' | 'unreachable' | 'cancelled' };

/**
 * Asks the page's own site for another page of it, as a click on its link would: same origin, same cookies. By XMLHttpRequest, since
 * that reads the page in the encoding it declares, which `fetch` does not.
 *
 * @param address of the origin this runs in
 */
export function fetchPage(address: string, signal: AbortSignal): Promise<FetchedPage> {
  const cancelled: FetchedPage = { ok: false, reason: 'cancelled' };
  const unreachable: FetchedPage = { ok: false, reason: 'unreachable' };
  if (signal.aborted) return Promise.resolve(cancelled);
  return new Promise((settle) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
    request.addEventListener('progress', ({ loaded }) => {
      if (loaded > largest) request.abort();
    });
    request.addEventListener('abort', () => settle(signal.aborted ? cancelled : unreachable));
    request.addEventListener('error', () => settle(unreachable));
    request.addEventListener('timeout', () => settle(unreachable));
    request.addEventListener('load', () => {
      const { status, responseURL } = request;
      const page = request.responseXML;
      if (/^40[123]$/.test(String(status))) settle({ ok: false, reason: 'sign-in' });
      else if (status !== 200 || !page || URL.parse(responseURL)?.origin !== URL.parse(address)?.origin) settle(unreachable);
      else settle({ ok: true, page, url: responseURL });
    });
    request.open('GET', address);
    request.responseType = 'document';
    request.timeout = patience;
    request.send();
  });
}
