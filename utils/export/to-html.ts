import type { ExportArticle, ExportContext, ExportFile } from './export-article';
import { factsOf, isWebAddress, titleOf } from './facts';
import { fileStem } from './file-name';
import { placePictures } from './pictures';
import { fileStyle } from './styles';

/** Base64 of bytes, in steps that fit on the stack. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(binary);
}

/** Nothing runs, nothing is asked for, and only our own style is taken, whatever the text holds. */
async function policy(style: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  return `default-src 'none'; style-src 'sha256-${base64(new Uint8Array(digest))}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

function add(parent: Element, name: string, text: string | null, attributes: Record<string, string> = {}): Element {
  const element = parent.ownerDocument.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== null) element.textContent = text;
  parent.append(element);
  return element;
}

/** What stands above an article's text: title, standfirst, and who, where and when. */
export function addHead(parent: Element, entry: ExportArticle, context: ExportContext): void {
  const header = add(parent, 'header', null);
  add(header, 'h1', titleOf(entry, context));
  if (entry.article.standfirst) add(header, 'p', entry.article.standfirst, { class: 'standfirst' });
  const facts = factsOf(entry.article, context.locale);
  if (facts) add(header, 'p', facts, { class: 'facts' });
}

/** What stands below it: where it came from. */
export function addFoot(parent: Element, { article }: ExportArticle, { words }: ExportContext): void {
  if (!isWebAddress(article.url)) return;
  const line = add(add(parent, 'footer', null), 'p', `${words.original} `);
  add(line, 'a', article.url, { href: article.url, rel: 'noopener noreferrer', dir: 'ltr' });
}

/** One article as one file that needs nothing else: no script, its style and its kept pictures inside. */
export async function toHtml(entry: ExportArticle, context: ExportContext): Promise<ExportFile[]> {
  const { article, body } = entry;
  await placePictures(entry, context.picture, (kept) => kept && `data:${kept.type};base64,${base64(kept.bytes)}`);
  const page = document.implementation.createHTMLDocument(titleOf(entry, context));
  page.documentElement.lang = article.lang ?? '';
  page.documentElement.dir = article.dir;
  const first = page.createElement('meta');
  first.setAttribute('charset', 'utf-8');
  page.head.prepend(first); // within the first bytes, where a browser looks for it
  add(page.head, 'meta', null, { 'http-equiv': 'Content-Security-Policy', content: await policy(fileStyle) });
  add(page.head, 'meta', null, { name: 'viewport', content: 'width=device-width' });
  add(page.head, 'meta', null, { name: 'referrer', content: 'no-referrer' });
  add(page.head, 'style', fileStyle);
  const main = add(page.body, 'article', null);
  addHead(main, entry, context);
  main.append(page.adoptNode(body));
  for (const link of main.querySelectorAll('a[href]')) link.setAttribute('rel', 'noopener noreferrer');
  addFoot(main, entry, context);
  return [
    { name: `${fileStem(article.title, context.words.untitled)}.html`, content: `<!DOCTYPE html>\n${page.documentElement.outerHTML}\n` },
  ];
}
