// @ts-check
// `npm run explain -- <file or address> [--url ADDRESS]`: prints what each stage of the pipeline does to one page, and why.
// A file is HTML, gzipped or not; `--url` is the address it came from, else the one it names itself.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bench/bundle.mjs';
import { layTable } from './bench/print-table.mjs';
import { launch, openTab } from './bench/stored-page-tab.mjs';
import { readPage } from './bench/stored-pages.mjs';
import { giveUp } from './set-up.mjs';

/** @typedef {import('../tests/bench/explain-entry').Explanation} Explanation */

/** @param {string} file @param {string} html @returns {string} the address a stored page came from: its truth's, its own word, or a made-up one */
function addressOf(file, html) {
  const id = path.basename(file).replace(/\.html?(\.gz)?$/, '');
  const truth = path.join(path.dirname(path.resolve(file)), '../truth', `${id}.json`);
  const known = fs.existsSync(truth) ? JSON.parse(fs.readFileSync(truth, 'utf8')).url : undefined;
  const tag = /<link[^>]+rel=["']?canonical[^>]*>/i.exec(html)?.[0] ?? /<meta[^>]+og:url[^>]*>/i.exec(html)?.[0] ?? '';
  const own = /(?:href|content)=["']?(https?:\/\/[^"'\s>]+)/i.exec(tag)?.[1];
  return known ?? own ?? `https://page.invalid/2026/09/${encodeURIComponent(id)}`;
}

/** @param {string} wanted @param {string | undefined} url @returns {Promise<Explanation>} */
async function explain(wanted, url) {
  const online = /^https?:\/\//.test(wanted);
  if (!online && !fs.existsSync(wanted)) giveUp(`There is no file ${wanted}. Give an http(s) address or the path of an HTML file.`);
  const html = online ? null : readPage(wanted);
  const script = await bundle('explain');
  const browser = await launch({ online });
  try {
    const tab = await openTab(browser);
    await tab.show(html ? (url ?? addressOf(wanted, html.toString('utf8'))) : wanted, html);
    return JSON.parse(await tab.runApart('explain', script, 'JSON.stringify(globalThis.explainPage(document))'));
  } finally {
    await browser.close();
  }
}

/** @param {string} text @param {number} [most] */
const cut = (text, most = 90) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
/** @param {number} number */
const signed = (number) => (number >= 0 ? '+' : '') + number.toFixed(2);
/** @param {string} title */
const section = (title) => console.log(`\n${title}\n${'='.repeat(title.length)}`);

/** @param {Explanation} page */
function print({ url, detection, metadata, blocks, removals, headings, refused, outcome }) {
  console.log(url);
  section(`Detection: ${detection.level}, score ${detection.score.toFixed(3)}`);
  console.log(
    layTable([
      ['signal', 'value', 'weight'],
      ...[...detection.signals]
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .map(({ name, value, weight }) => [name, value.toFixed(2), signed(weight)]),
    ]),
  );

  section('Metadata, and where on the page it stands');
  for (const { field, value, sources } of metadata)
    console.log(`${field.padEnd(14)} ${cut(value)}\n${' '.repeat(15)}${sources.join(', ')}`);

  section('Removals');
  for (const { stage, rule, text, at } of removals)
    console.log(`${stage}/${rule}${at === null ? '' : ` before block ${at + 1}`}: ${cut(text)}`);

  section('Blocks: kept or not, Readability’s choice where it was asked, score, and what moved it most');
  for (const { tag, text, score, chosen, kept, strongest } of blocks) {
    const why = strongest.map(({ name, value, effect }) => `${name} ${Number(value.toFixed(2))} ${signed(effect)}`).join(', ');
    console.log(
      `${kept ? 'kept' : '   –'} ${chosen ? 'R' : ' '} ${signed(score).padStart(6)} <${tag}> ${cut(text)}\n${' '.repeat(14)}${why}`,
    );
  }

  section('Headings');
  for (const { level, kind, text } of headings) console.log(`${'  '.repeat(level - 2)}h${level} ${kind}: ${cut(text)}`);
  for (const { rule, text } of refused) console.log(`none, ${rule}: ${cut(text)}`);

  section('Outcome');
  console.log(outcome);
}

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } });
const [wanted = giveUp('npm run explain -- <file or address> [--url ADDRESS]')] = positionals;
print(await explain(wanted, options.url));
