import fs from 'node:fs';
import path from 'node:path';
import type { ReaderText } from './reader-dom';
import type { ServedPage } from './site-server';

const root = path.resolve(import.meta.dirname, '../..');

/** What must come of a page, as its `expected.json` says. */
export interface Expected {
  title: string;
  siteName: string;
  byline: string;
  standfirst: string;
  /** The day. */
  publishedTime: string;
  headings: string[];
  mustContain: string[];
  mustNotContain: string[];
}

/** A stored article to serve. */
export interface TestArticle {
  host: string;
  path: string;
  html: string;
  expected: Expected;
  /** Served beside it. */
  pictures: string[];
}

const bundledFolder = path.join(root, 'tests/fixtures/bundled-article');

/** The article that `npm start` shows. */
export const bundledArticle: TestArticle = {
  host: 'tidewater-courier.test',
  path: '/2026/09/the-tide-mill-that-came-back-to-work/',
  html: fs.readFileSync(path.join(bundledFolder, 'page.html'), 'utf8'),
  expected: JSON.parse(fs.readFileSync(path.join(bundledFolder, 'expected.json'), 'utf8')),
  pictures: ['tide-mill.jpg', 'avatar.svg'].map((name) => path.join(bundledFolder, name)),
};

const seedPage = path.join(root, '../shared/seed/uae-times-now.html');

/** The bundled article and, where it lies beside the repository, the real page it takes after. */
export const testArticles: readonly TestArticle[] = [
  bundledArticle,
  ...(fs.existsSync(seedPage)
    ? [
        {
          host: 'uae-times-now.test',
          path: '/world/russian-foreign-minister-lavrov-to-visit-north-korea/',
          html: fs.readFileSync(seedPage, 'utf8'),
          expected: JSON.parse(fs.readFileSync(seedPage.replace('.html', '.expected.json'), 'utf8')),
          pictures: [],
        },
      ]
    : []),
];

const types: Record<string, string> = { '.jpg': 'image/jpeg', '.svg': 'image/svg+xml' };

/** Serves an article with its pictures; `headers` go with the page. */
export function serveArticle(
  browser: { serve(host: string, path: string, page: ServedPage): void },
  article: TestArticle,
  headers: Record<string, string> = {},
): void {
  browser.serve(article.host, article.path, { body: article.html, headers });
  for (const picture of article.pictures)
    browser.serve(article.host, article.path + path.basename(picture), {
      body: fs.readFileSync(picture),
      headers: { 'content-type': types[path.extname(picture)] ?? 'application/octet-stream' },
    });
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** What of the shown article is not as it must be; empty when all is. */
export function findFaults({ title, standfirst, published, text, headings }: ReaderText, expected: Expected): string[] {
  const shown = fold(text);
  const found = headings.map((heading) => heading.text.replace(/:$/, ''));
  return [
    ...(title === expected.title ? [] : [`title: ${title}`]),
    ...(shown.split(fold(expected.title)).length === 2 ? [] : ['the title is not shown once']),
    ...(standfirst === expected.standfirst ? [] : [`standfirst: ${standfirst}`]),
    ...(published.startsWith(expected.publishedTime) ? [] : [`published: ${published}`]),
    ...(shown.includes(fold(expected.byline)) ? [] : ['the byline is missing']),
    ...(shown.includes(fold(expected.siteName)) ? [] : ['the site is missing']),
    ...(JSON.stringify(found) === JSON.stringify(expected.headings) ? [] : [`headings: ${found.join(' | ')}`]),
    ...expected.mustContain.filter((wanted) => !shown.includes(fold(wanted))).map((wanted) => `lost: ${wanted}`),
    ...expected.mustNotContain.filter((clutter) => shown.includes(fold(clutter))).map((clutter) => `kept: ${clutter}`),
  ];
}
