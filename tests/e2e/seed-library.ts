import crypto from 'node:crypto';
import { articleAddress } from '../../utils/library/article-address';
import { newRev } from '../../utils/library/records';

const digest = (text: string) => crypto.createHash('sha256').update(text).digest('hex');

const story = (index: number) => ({
  version: 1,
  url: `https://site-a.test/news/${index}`,
  title: index === 3 ? 'Élections : la campagne s’achève' : `Story ${index} of the harbour`,
  standfirst: null,
  byline: 'Ada Reed',
  publishedTime: '2024-05-01',
  modifiedTime: null,
  siteName: 'The Harbour',
  lang: 'en',
  dir: 'ltr',
  excerpt: 'Nobody on the quay thought that anything had changed.',
  contentHtml: `<p>The text of story ${index}.</p><figure><img src="https://site-a.test/quay.jpg" alt="The quay"></figure>`,
  headings: [],
  wordCount: 900,
  completeness: { state: 'whole', share: 1, missing: null },
});

/**
 * What `storage.local` holds after `count` articles were saved, a minute apart, story 0 last.
 *
 * @returns the items, and the articles' ids, newest first
 */
export function savedLibrary(count: number, now = Date.now()): { items: Record<string, unknown>; ids: string[] } {
  const items: Record<string, unknown> = {};
  const ids = Array.from({ length: count }, (_, index) => {
    const { contentHtml: _html, headings: _headings, completeness: _completeness, version: _version, ...fields } = story(index);
    const json = JSON.stringify(story(index));
    const id = digest(articleAddress(fields.url) ?? '').slice(0, 32);
    const savedAt = now - index * 60_000;
    const rev = newRev(savedAt, 'seed');
    items[`body:${id}:${rev}`] = { v: 1, id, rev, json };
    items[`meta:${id}`] = { v: 1, id, ...fields, savedAt, rev, length: json.length, hash: digest(json) };
    return id;
  });
  return { items, ids };
}
