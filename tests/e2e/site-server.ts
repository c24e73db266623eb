import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Answers a request by hand. */
export type PageHandler = (request: http.IncomingMessage, response: http.ServerResponse) => void | Promise<void>;

/** What a made-up host serves under a path: HTML, HTML with circumstances, or a handler. */
export type ServedPage =
  | string
  | PageHandler
  | {
      body: string | Uint8Array;
      /** Over the default `text/html; charset=utf-8`. */
      headers?: Record<string, string>;
      status?: number;
      /** Milliseconds before the first byte. */
      delay?: number;
      /** Sent after `body`, each `after` milliseconds later: a page that streams. */
      more?: { after: number; body: string }[];
    };

/** A web server for any number of made-up hosts. */
export interface SiteServer {
  port: number;
  serve(host: string, path: string, page: ServedPage): void;
  /** Requests so far, as `host/path`, in order. */
  requests: string[];
  /** Cuts every connection and refuses new ones, or takes them again. */
  setOffline(offline: boolean): void;
  close(): Promise<void>;
}

async function respond(page: ServedPage, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  if (typeof page === 'function') return page(request, response);
  const { body, headers = {}, status = 200, delay = 0, more = [] } = typeof page === 'string' ? { body: page } : page;
  if (delay) await wait(delay);
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers });
  response.write(body);
  for (const part of more) {
    await wait(part.after);
    response.write(part.body);
  }
  response.end();
}

/** Starts the server on a free port of this machine. */
export async function startSiteServer(): Promise<SiteServer> {
  const pages = new Map<string, ServedPage>();
  const requests: string[] = [];
  let offline = false;
  const server = http.createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    requests.push(host + path);
    if (offline) return void request.socket.destroy();
    const page = pages.get(host + path);
    if (page === undefined) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('not served in this test');
    respond(page, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    serve: (host, path, page) => void pages.set(host + path, page),
    requests,
    setOffline(value) {
      offline = value;
      if (value) server.closeAllConnections();
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
