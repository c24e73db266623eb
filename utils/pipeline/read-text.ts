import { ARTICLE_VERSION, type Article } from '../article/article';
import { unwrapForms } from './copy/unwrap-forms';
import { sanitise } from './sanitise/sanitise';
import { finish } from './steps';
import { buildSections } from './structure/build-sections';
import { countWords } from './structure/count-words';
import { flatten } from './structure/flatten';
import { openingOf } from './structure/opening-of';
import { takeChildren } from './structure/take-children';

/** What is known of a text besides itself. */
export type TextFacts = Pick<Article, 'url' | 'title' | 'byline' | 'siteName' | 'publishedTime' | 'lang' | 'excerpt'>;

/** Languages written from right to left, where nothing else says so. */
const rightToLeft = /^(ar|dv|fa|he|ku-arab|ps|sd|ug|ur|yi)\b/i;

/**
 * The way of a text that another program has already taken out of its page: nothing is looked for and nothing left out; headings are made
 * real, wrappers go, and everything is sanitised.
 *
 * @param html markup that nobody has looked at
 * @returns null where no text is left
 */
export function readText(html: string, facts: TextFacts): Article | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  finish(unwrapForms(page));
  const body = page.createElement('div');
  body.append(takeChildren(page.body));
  page.body.append(body);
  const { headings } = finish(buildSections(body, { title: facts.title, standfirst: null, byline: facts.byline }));
  finish(flatten(body));
  const { html: contentHtml, text, body: sanitised } = sanitise(body, facts.url);
  if (!text) return null;
  const lang = facts.lang ?? (page.documentElement.lang || null);
  return {
    version: ARTICLE_VERSION,
    url: facts.url,
    title: facts.title,
    byline: facts.byline,
    siteName: facts.siteName,
    publishedTime: facts.publishedTime,
    standfirst: null,
    modifiedTime: null,
    lang,
    dir: page.documentElement.dir === 'rtl' || rightToLeft.test(lang ?? '') ? 'rtl' : 'ltr',
    excerpt: facts.excerpt || openingOf(sanitised),
    contentHtml,
    headings,
    wordCount: finish(countWords(text, lang)),
    completeness: { state: 'whole', share: 1, missing: null },
  };
}
