import type http from 'node:http';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pageOf, paragraph } from '../pipeline/paged-story';
import { type Chromium, startChromium } from './harness';
import { until, waitForReader } from './reader-dom';

const host = 'bay.test';
let chromium: Chromium;
/** Lets the slow page go. */
let release: () => void = () => undefined;

beforeAll(async () => {
  chromium = await startChromium();
  const next = (path: string, number: number): [string, string][] => [
    [path, '1'],
    [`${path}/${number}`, 'Next page'],
  ];
  const serve = (path: string, number: number, html: string) => chromium.serve(host, number === 1 ? path : `${path}/${number}`, html);
  for (const path of ['/walks', '/trap', '/loop', '/wall', '/slow']) serve(path, 1, pageOf(1, [[`${path}/2`, 'Next page']]));
  serve('/walks', 2, pageOf(2, next('/walks', 3)));
  serve('/walks', 3, pageOf(3, [['/walks/2', 'Previous page']]));
  serve('/trap', 2, pageOf(2, next('/trap', 3)));
  serve('/trap', 3, pageOf(3, [], { title: 'How to mend a leaking boat', byline: 'Tom Hale', canonical: 'http://bay.test/boats' }));
  serve(
    '/loop',
    2,
    pageOf(2, [
      ['/loop', '1'],
      ['/loop/2', '2'],
      ['/loop/3', '3'],
    ]),
  );
  serve('/loop', 3, pageOf(1, [['/loop/4', '4']]));
  chromium.serve(host, '/wall/2', { body: '', status: 302, headers: { location: '/login' } });
  chromium.serve(host, '/login', '<!doctype html><title>Sign in</title><form><input type="password"></form>');
  chromium.serve(host, '/slow/2', async (_request: http.IncomingMessage, response: http.ServerResponse) => {
    await new Promise<void>((settle) => {
      release = settle;
    });
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(2, []));
  });
});
afterAll(() => chromium.close());
beforeEach(() => chromium.server.requests.splice(0));

async function read(path: string): Promise<Page> {
  const page = await chromium.newPage(`http://${host}${path}`);
  await chromium.chooseMenu('read-page', page);
  await waitForReader(page);
  return page;
}

const asked = (path: string) => chromium.server.requests.filter((request) => request.startsWith(`${host}${path}/`));
const text = async (page: Page) => (await waitForReader(page)).text;
const fetchPages = (page: Page) => page.getByRole('button', { name: 'Read on here' }).click();

test('nothing is fetched before the click; then all pages come, in order, and are saved together', async () => {
  const page = await read('/walks');
  await page.getByText('This article goes on over one more page.').waitFor();
  expect(asked('/walks')).toEqual([]);
  await fetchPages(page);
  await page.getByText('All pages are here.').waitFor();
  expect(asked('/walks')).toEqual([`${host}/walks/2`, `${host}/walks/3`]);
  const { headings, text: shown } = await waitForReader(page);
  expect(headings.map((heading) => heading.text).filter((words) => words.startsWith('Part'))).toEqual(['Part 1', 'Part 2', 'Part 3']);
  expect(shown.split('The bay has been walked')).toHaveLength(2);
  await page.keyboard.press('s'); // the controls have stepped back by now
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  expect(JSON.stringify(await chromium.storage())).toContain(paragraph(34));
});

test('what was saved before follows, once the pages are there', async () => {
  chromium.serve(host, '/later', pageOf(1, [['/later/2', 'Next page']]));
  chromium.serve(host, '/later/2', pageOf(2, [], { from: 50 }));
  const page = await read('/later');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  await fetchPages(page);
  await until('the saved copy has the second page', async () => JSON.stringify(await chromium.storage()).includes(paragraph(54)));
});

test('another article at the end of the row is left out', async () => {
  const page = await read('/trap');
  await fetchPages(page);
  await page.getByText('What comes next is another article.').waitFor();
  expect(await text(page)).toContain(paragraph(24));
  expect(await text(page)).not.toContain(paragraph(30));
});

test('a row that runs in circles ends', async () => {
  const page = await read('/loop');
  await fetchPages(page);
  await page.getByText('The further pages hold nothing new.').waitFor();
  expect(asked('/loop')).toEqual([`${host}/loop/2`, `${host}/loop/3`]);
});

test('a wall is named as one, and can be tried again', async () => {
  const page = await read('/wall');
  await fetchPages(page);
  await page.getByText('The site asks you to sign in').waitFor();
  chromium.serve(host, '/wall/2', pageOf(2, []));
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('All pages are here.').waitFor();
});

test('a slow page says that it is coming, and can be called off', async () => {
  const page = await read('/slow');
  await fetchPages(page);
  await page.getByText('Fetching page 2').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Stopped.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await until('the page is asked for again', async () => asked('/slow').length === 2);
  release();
  await page.getByText('All pages are here.').waitFor();
});

test('once it is chosen, pages come by themselves', async () => {
  const first = await read('/walks');
  await first.getByRole('checkbox', { name: 'Always fetch all pages' }).check();
  await until('it is kept', async () => JSON.stringify(await chromium.storage('sync')).includes('"furtherPages":"fetch"'));
  const second = await read('/walks');
  await until('the last page is there', async () => (await text(second)).includes(paragraph(34)));
});
