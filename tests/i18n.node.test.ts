import fs from 'node:fs';
import path from 'node:path';
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files';

const folder = 'utils/i18n/locales';
const files = fs.readdirSync(folder);

/** Longest description the extension stores take. */
const longestDescription = 132;

const textsOf = (message: ParsedMessage) => (message.type === 'plural' ? Object.values(message.plurals) : [message.message]);

/** What code counts on in a message: the forms of a plural, and the places (`$1`) its words are put into. */
function shapeOf(message: ParsedMessage): string {
  const forms = message.type === 'plural' ? `plural ${Object.keys(message.plurals).sort().join('/')}` : 'one form';
  const places = [...new Set(textsOf(message).flatMap((text) => text.match(/\$\d/g) ?? []))].sort();
  return [forms, ...places].join(' ');
}

const messagesOf = async (file: string) =>
  new Map((await parseMessagesFile(path.join(folder, file))).map((message) => [message.key.join('.'), message]));

const english = await messagesOf('en.yml');

test('every message has a name that Chromium takes', () => {
  const keys = fs.readFileSync(`${folder}/en.yml`, 'utf8').match(/^ *[^\s#:]+(?=:)/gm) ?? [];
  expect(keys.length).toBeGreaterThan(50);
  expect(keys.filter((key) => !/^\w+$/.test(key.trim()))).toEqual([]);
});

test.each(files)('%s has the plural forms and the places of the English words', async (file) => {
  const messages = await messagesOf(file);
  const wrong = [...messages].flatMap(([key, message]) => {
    const wanted = english.get(key);
    if (!wanted || shapeOf(wanted) === shapeOf(message)) return [];
    return [`${key}: has ${shapeOf(message)}, English has ${shapeOf(wanted)}`];
  });
  expect(wrong).toEqual([]);
});

test.each(files)('%s names its language and direction, and describes the extension in as many letters as stores take', async (file) => {
  const text = (key: string, messages: Map<string, ParsedMessage>) => textsOf(messages.get(key) as ParsedMessage)[0] ?? '';
  const messages = await messagesOf(file);
  const language = path.basename(file, '.yml').replace('_', '-');
  expect(text('language', messages)).toBe(language);
  expect(text('direction', messages)).toBe(/^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr');
  expect(text('extDescription', messages).length).toBeLessThanOrEqual(longestDescription);
});

test.each(files)('%s has every message of the English words, and no other', async (file) => {
  const messages = await messagesOf(file);
  expect({
    missing: [...english.keys()].filter((key) => !messages.has(key)),
    unknown: [...messages.keys()].filter((key) => !english.has(key)),
  }).toEqual({ missing: [], unknown: [] });
});

test('every message is asked for somewhere', () => {
  // `remember-words.ts` asks ahead for what others show, so it is no use of a message.
  const sources = sourceFiles.filter(({ path }) => !path.endsWith('/remember-words.ts')).map(({ text }) => text);
  const manifest = fs.readFileSync('wxt.config.ts', 'utf8').replace(/__MSG_(\w+)__/g, '$1');
  const all = [manifest, ...sources].join('\n');
  const named = new Set([...all.matchAll(/'([\w.]+)'/g)].map(([, key]) => key));
  // "failure.${…}" stands for every message of that group.
  const groups = new Set([...all.matchAll(/`([\w.]+)\.\$\{/g)].map(([, group]) => group));
  const unused = [...english.keys()].filter(
    (key) => !key.startsWith('@@') && !named.has(key) && !groups.has(key.slice(0, key.lastIndexOf('.'))),
  );
  expect(named.size).toBeGreaterThan(english.size / 2);
  expect(unused).toEqual([]);
});

test('every word the manifest asks for is there', () => {
  const asked = [...fs.readFileSync('wxt.config.ts', 'utf8').matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '');
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((key) => !english.has(key))).toEqual([]);
});
