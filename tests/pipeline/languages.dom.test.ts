import { describe, expect, test } from 'vitest';
import { readArticle } from '../../utils/pipeline/read-article';
import { showPage } from './fixture-pages';
import { type Story, stories } from './stories-by-language';

/** No class name says what anything is: the words alone have to. */
function pageOf({ lang, title, byline, date, heads, paragraphs, clutter }: Story): string {
  const [share, advertisement, readMore, newsletter, related, comments] = clutter;
  const [one, two, three, four, five] = paragraphs.map((text) => `<p>${text}</p>`);
  const teaser = (words: string) => `<li><a href="/a">${words}</a></li>`;
  return `<!doctype html><html lang="${lang}"${lang === 'ar' ? ' dir="rtl"' : ''}><head><title>${title}</title></head><body>
<main><article><h1>${title}</h1><p>${byline[0]}</p><p>${date}</p><div><a href="#">${share}</a></div>
${one}${two}<p><strong>${heads[0]}</strong></p><div>${advertisement}</div>${three}<p><a href="/b">${readMore}</a></p>
<p><strong>${heads[1]}</strong></p>${four}<div><p>${newsletter}</p><form><input type="email"><button>OK</button></form></div>${five}
</article><section><h3>${related}</h3><ul>${teaser(heads[0])}${teaser(heads[1])}${teaser(title)}</ul></section>
<section><h3>${comments}</h3><div><b>M. K.</b><p>${heads[1]}!</p></div></section></main></body></html>`;
}

describe.each(stories.map((story) => [story.lang, story] as const))('a page in %s', async (lang, story) => {
  const reading = readArticle(await showPage(pageOf(story)), 'https://islands.test/ferry');
  if (!reading.ok) throw new Error(`The page in ${lang} should be read: ${reading.reason}`);
  const { article } = reading;
  const body = new DOMParser().parseFromString(article.contentHtml, 'text/html').body;

  test('keeps its text, and nothing else', () => {
    const made = [...body.children].map((block) => block.textContent?.trim());
    const [one, two, three, four, five] = story.paragraphs;
    expect(made).toEqual([one, two, story.heads[0], three, story.heads[1], four, five]);
  });

  test('has its bold lines as headings', () => {
    expect(article.headings.map(({ text }) => text)).toEqual([...story.heads]);
  });

  test('has its title, byline, day, language and direction', () => {
    const { title, byline, publishedTime, dir } = article;
    expect([title, byline, publishedTime?.slice(0, 10), article.lang?.slice(0, 2), dir]).toEqual([
      story.title,
      story.byline[1],
      '2024-03-07',
      lang,
      lang === 'ar' ? 'rtl' : 'ltr',
    ]);
  });
});
