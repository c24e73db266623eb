import { ARTICLE_VERSION } from '../article/article';
import { isHtml } from '../article/is-html';
import { removeClutter } from './clean/remove-clutter';
import { copyPage } from './copy/copy-page';
import { isTooDeep } from './copy/is-too-deep';
import { markShapes, readShapes } from './correct/shapes';
import { findBody } from './extract/find-body';
import { findGate } from './extract/find-gate';
import { findPages } from './extract/find-pages';
import { judgeCompleteness } from './extract/judge-completeness';
import { readBase } from './extract/read-base';
import { readMetadata } from './extract/read-metadata';
import type { Reading } from './reading';
import { sanitiseInSteps } from './sanitise/sanitise';
import { finish, type Steps } from './steps';
import { buildSections } from './structure/build-sections';
import { countWords } from './structure/count-words';
import { flatten } from './structure/flatten';
import { openingOf } from './structure/opening-of';
import { placeRemovals } from './structure/place-removals';

export interface ReadOptions {
  /** Settles for whatever text there is, where the page is no article. */
  anyway?: boolean;
  /** For a further page of an article, which was never laid out: what `copyPage` made of the page that led to it. */
  furtherPageOf?: Document | null;
}

/**
 * The whole way from page to Article, in steps between which it may pause. Works on a copy: the live page stays as it is, and what it
 * becomes meanwhile is not read.
 *
 * @param livePage the document as the tab shows it
 * @param url its address; http(s)
 */
export function* readInSteps(livePage: Document, url: string, { anyway = false, furtherPageOf = null }: ReadOptions = {}): Steps<Reading> {
  if (!isHtml(livePage.contentType)) return { ok: false, reason: 'not-html' };
  if (isTooDeep(livePage)) return { ok: false, reason: 'too-large' };
  const page = yield* copyPage(livePage, furtherPageOf);
  const base = readBase(page, url);
  const pages = yield* findPages(page, url, furtherPageOf !== null);
  const metadata = yield* readMetadata(page, url); // before clean: bylines and dates stand in blocks that clean takes out
  const gate = yield* findGate(page);
  const cleaned = yield* removeClutter(page);
  const found = yield* findBody(page, metadata, anyway);
  if (!found) return { ok: false, reason: 'no-body-found' };
  yield* markShapes(found.body); // before the site's own markup goes
  const sections = yield* buildSections(found.body, metadata); // before sanitise: it writes the ids the outline points at
  yield* flatten(found.body);
  placeRemovals(found.body, { clean: cleaned, extract: found.removals });
  const shapes = readShapes(found.body);
  const { html, body, text } = yield* sanitiseInSteps(found.body, base);
  const wordCount = yield* countWords(text, metadata.lang);
  return {
    ok: true,
    body,
    pages,
    shapes,
    removals: [...cleaned, ...found.removals, ...sections.removals],
    article: {
      version: ARTICLE_VERSION,
      url,
      title: metadata.title,
      standfirst: metadata.standfirst,
      byline: metadata.byline,
      publishedTime: metadata.publishedTime,
      modifiedTime: metadata.modifiedTime,
      siteName: metadata.siteName,
      lang: metadata.lang,
      dir: metadata.dir,
      excerpt: metadata.excerpt || openingOf(body),
      contentHtml: html,
      headings: sections.headings,
      wordCount,
      completeness: judgeCompleteness(found.completeness, gate, wordCount, pages.count),
    },
  };
}

/** The same at once. */
export const readArticle = (livePage: Document, url: string, options?: ReadOptions): Reading => finish(readInSteps(livePage, url, options));
