import { strFromU8, unzipSync } from 'fflate';
import { marked } from 'marked';
import { afterEach, describe, expect, test } from 'vitest';
import { exportArticles } from '../../utils/export/exporters';
import { recognise } from '../../utils/import/formats';
import type { ImportedItem } from '../../utils/import/imported';
import { openSource } from '../../utils/import/open-source';
import { readText } from '../../utils/pipeline/read-text';
import { linkSchemes } from '../../utils/pipeline/sanitise/allowed-html';
import { sanitise, sanitiseToFragment } from '../../utils/pipeline/sanitise/sanitise';
import { all, bytesOf, context, exportArticle } from '../export/scene';
import { hostileTexts, payloads } from './payloads';

const base = 'https://news.test/a';
const families = Object.entries(payloads);
const each = families.flatMap(([family, list]) => list.map((markup) => [family, markup] as const));

const ran = () => Reflect.get(window.top ?? window, 'ran') ?? Reflect.get(window, 'ran');
afterEach(() => {
  expect(ran(), 'a payload ran').toBeUndefined();
  document.body.replaceChildren();
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

/** What is wrong with a tree that is shown: handlers, addresses that act, elements that load or ask. */
function harmIn(root: ParentNode, pictures: readonly string[] = ['http:', 'https:']): string[] {
  const harm: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (
      /^(script|style|iframe|object|embed|form|input|button|select|textarea|base|template|frame|portal|dialog|svg)$/.test(element.localName)
    )
      harm.push(element.localName);
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$|^ping$|^form|^popover|^contenteditable$|^autofocus$|^is$|^xlink/.test(name)) harm.push(`${name}=${value}`);
      if (name === 'href' && !value.startsWith('#') && !linkSchemes.includes(URL.parse(value)?.protocol ?? '')) harm.push(value);
      if (name === 'src' && !pictures.includes(URL.parse(value)?.protocol ?? '')) harm.push(value);
    }
  }
  return harm;
}

describe('the sanitiser', () => {
  test('there are enough of them', () => expect(each.length).toBeGreaterThan(120));

  test.each(each)('%s: %s', async (_family, markup) => {
    const { html } = sanitise(markup, base);
    expect(harmIn(new DOMParser().parseFromString(html, 'text/html').body)).toEqual([]);
    expect(sanitise(html, base).html).toBe(html);
    // Shown as the reader shows it, and as one would who did not look again.
    document.body.append(sanitiseToFragment(html, base));
    const carelessly = document.createElement('div');
    carelessly.append(document.createRange().createContextualFragment(html));
    document.body.append(carelessly);
    await settle();
  });

  test('it lets the words through that stand beside the harm', () => {
    for (const [, markup] of each) expect(sanitise(`<p>before</p>${markup}`, base).text, markup).toContain('before');
  });
});

describe('an import', () => {
  const read = async (name: string, content: string): Promise<ImportedItem[]> => {
    const source = await openSource(new File([content], name));
    const items: ImportedItem[] = [];
    for await (const entry of (await recognise(source)).read(source, true)) if (entry.kind === 'item') items.push(entry.item);
    return items;
  };

  test.each(families)('wallabag texts: %s', async (_family, list) => {
    const records = list.map((content, at) => ({ is_archived: 0, url: `https://news.test/${at}`, title: content, content }));
    const items = await read('wallabag.json', JSON.stringify(records));
    expect(items).toHaveLength(list.length);
    for (const item of items) {
      const article = readText(item.html ?? '', item);
      if (!article) continue;
      const shown = sanitiseToFragment(article.contentHtml, article.url);
      expect(harmIn(shown)).toEqual([]);
      document.body.append(shown);
    }
    await settle();
  });

  test('addresses: none that is not of the web is taken, in any kind of file', async () => {
    const bad = ['javascript:top.ran=1', 'data:text/html,x', 'file:///etc/passwd', 'chrome://settings', 'java\tscript:top.ran=1'];
    const files: [string, string][] = [
      ['part_000000.csv', `title,url,time_added,tags,status\n${bad.map((url) => `A,"${url}",1,,unread`).join('\n')}`],
      ['instapaper.csv', `URL,Title,Selection,Folder,Timestamp\n${bad.map((url) => `"${url}",A,,Unread,1`).join('\n')}`],
      ['wallabag.json', JSON.stringify(bad.map((url) => ({ is_archived: 0, url, title: 'A' })))],
      ['bookmarks.html', `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>${bad.map((url) => `<DT><A HREF="${url}">A</A>`).join('')}</DL>`],
    ];
    for (const [name, content] of files)
      expect(
        (await read(name, content)).map(({ url }) => url),
        name,
      ).toEqual([]);
  });
});

const hostileArticle = (list: readonly string[], words: string) =>
  exportArticle(
    { title: words, byline: words, standfirst: words, siteName: words, excerpt: words, lang: words, publishedTime: words },
    list.join('\n'),
  );

/** Opens a file in a frame that may run scripts, as a browser opens it from the disk. */
async function open(content: BlobPart, type: string): Promise<Document> {
  const frame = document.createElement('iframe');
  const url = URL.createObjectURL(new Blob([content], { type }));
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = url;
  document.body.append(frame);
  await loaded;
  await settle();
  URL.revokeObjectURL(url);
  if (!frame.contentDocument) throw new Error('The file did not open');
  return frame.contentDocument;
}

const cases = families.flatMap(([family, list], at) => [[family, list, hostileTexts[at % hostileTexts.length] as string] as const]);
const rest = hostileTexts.slice(families.length).map((words) => ['words', ['<p>x</p>'], words] as const);

describe.each([...cases, ...rest])('exports: %s', (_family, list, words) => {
  const write = async (format: 'html' | 'epub' | 'markdown') => {
    const file = await exportArticles(format, { articles: all(hostileArticle(list, words)), count: 1, title: words }, context);
    expect(file.name).not.toMatch(/[/\\<>:"|?*\u202e]|\p{Cc}|^\.\./u);
    return bytesOf(file.stream);
  };
  const quiet = { context: ['http:', 'https:', 'data:'] };

  test('a web page runs nothing', async () => {
    const page = await open(strFromU8(await write('html')), 'text/html');
    const [own, ...others] = page.querySelectorAll('style');
    own?.remove(); // the sheet that we wrote
    expect([...others, ...harmIn(page, quiet.context)]).toEqual([]);
    expect(page.body.textContent).not.toBe('');
  });

  test('a book runs nothing', async () => {
    const files = unzipSync(await write('epub'));
    for (const [name, bytes] of Object.entries(files)) {
      if (!/\.x?html$/.test(name)) continue;
      const page = await open(strFromU8(bytes), 'application/xhtml+xml');
      expect(page.querySelector('parsererror'), name).toBeNull();
      expect(
        harmIn(page, ['http:', 'https:', 'data:', 'blob:', '']).filter((harm) => !/^[\w./-]+$/.test(harm)),
        name,
      ).toEqual([]);
    }
  });

  test('Markdown holds no markup that acts', async () => {
    const bytes = await write('markdown');
    const text =
      bytes[0] === 0x50
        ? Object.values(unzipSync(bytes))
            .map((file) => strFromU8(file))
            .join('\n')
        : strFromU8(bytes);
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
    const page = new DOMParser().parseFromString(await marked.parse(body), 'text/html');
    expect(harmIn(page, ['http:', 'https:', 'data:', ''])).toEqual([]);
  });
});
