import { gfm } from '@joplin/turndown-plugin-gfm';
import Turndown from 'turndown';
import type { ExportArticle, ExportContext, ExportFile } from './export-article';
import { isoTime, titleOf } from './facts';
import { fileStem } from './file-name';
import { pictureExtension, placePictures } from './pictures';

/** A text as YAML: what JSON writes is a double-quoted scalar there, and nothing in it can end it. */
const scalar = (value: string): string => JSON.stringify(value.replace(/[\u2028\u2029\u0085]/g, ' '));

/** Front matter as Obsidian, Hugo, Jekyll and Zettlr read it. */
function frontMatter({ article, summary }: ExportArticle, title: string): string {
  const { standfirst, byline, siteName, publishedTime, modifiedTime, lang, dir, url } = article;
  const texts: [string, string | null][] = [
    ['title', title],
    ['description', standfirst],
    ['author', byline],
    ['site', siteName],
    ['source', url],
    ['published', publishedTime],
    ['modified', modifiedTime],
    ['saved', isoTime(summary.savedAt)],
    ['lang', lang],
    ['dir', dir === 'rtl' ? dir : null],
    ['state', summary.state],
  ];
  const lines = texts.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${scalar(value)}`]));
  if (summary.favourite) lines.push('favourite: true');
  if (summary.tags.length > 0) lines.push('tags:', ...summary.tags.map((tag) => `  - ${scalar(tag)}`));
  return ['---', ...lines, '---'].join('\n');
}

function converter(): Turndown {
  const turndown = new Turndown({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*', hr: '---' });
  turndown.use(gfm);
  // Turndown leaves "<" as it is, and "the <script> tag" would be one.
  turndown.escape = (text) => Turndown.prototype.escape.call(turndown, text).replaceAll('<', '\\<');
  turndown.keep(['sub', 'sup', 'ruby', 'kbd', 'mark']);
  turndown.addRule('caption', {
    filter: 'figcaption',
    replacement: (content) => {
      const words = content.trim().replace(/\s+/g, ' ');
      return words ? `\n\n*${words.replace(/(?<!\\)\*/g, '')}*\n\n` : '';
    },
  });
  turndown.addRule('picture', {
    filter: 'img',
    replacement: (_content, node) => {
      const [alt, source] = ['alt', 'src'].map((name) => ((node as Element).getAttribute(name) ?? '').replace(/\s+/g, ' ').trim());
      return source ? `![${turndown.escape(alt ?? '')}](${source.replace(/[\s()<>]/g, encodeURIComponent).replace(/[()]/g, escape)})` : '';
    },
  });
  // Markdown has no terms and descriptions; the term stands out, the description follows it.
  turndown.addRule('term', { filter: 'dt', replacement: (content) => (content.trim() ? `\n\n**${content.trim()}**\n\n` : '') });
  turndown.addRule('formula', {
    filter: (node) => node.nodeName.toLowerCase() === 'math',
    replacement: (content, node) => {
      const source = (node as Element)
        .getAttribute('alttext')
        ?.replace(/\s+/g, ' ')
        .replace(/<(?=[a-z/!?])/gi, '< ')
        .trim();
      return source && !source.includes('$') ? `$${source}$` : content;
    },
  });
  // Turndown fences only code that is marked as such within; a fence must be longer than any in the text.
  turndown.addRule('code block', {
    filter: (node) => node.nodeName === 'PRE' && node.firstElementChild?.nodeName !== 'CODE',
    replacement: (_content, node) => {
      const code = (node.textContent ?? '').replace(/\n$/, '');
      const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
      return `\n\n${fence}\n${code}\n${fence}\n\n`;
    },
  });
  return turndown;
}

/** One article as Markdown with front matter; its kept pictures lie in a folder beside it, the others are linked. */
export async function toMarkdown(entry: ExportArticle, context: ExportContext): Promise<ExportFile[]> {
  const { article, body } = entry;
  const stem = fileStem(article.title, context.words.untitled);
  const title = titleOf(entry, context);
  const pictures: ExportFile[] = [];
  await placePictures(entry, context.picture, (kept, url) => {
    if (!kept) return url;
    const name = `${stem} (pictures)/${pictures.length + 1}.${pictureExtension(kept.type)}`;
    pictures.push({ name, content: kept.bytes });
    return name.split('/').map(encodeURIComponent).join('/').replace(/[()]/g, escape);
  });
  const turndown = converter();
  const head = [`# ${turndown.escape(title)}`, article.standfirst === null ? '' : `*${turndown.escape(article.standfirst)}*`];
  const holder = body.ownerDocument.createElement('div');
  holder.append(body);
  const parts = [frontMatter(entry, title), ...head, turndown.turndown(holder)].filter(Boolean);
  return [{ name: `${stem}.md`, content: `${parts.join('\n\n')}\n` }, ...pictures];
}
