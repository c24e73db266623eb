// @ts-check
// Articles for `bench:library`: made up, the same ones each time, in languages with and without spaces between words.
import crypto from 'node:crypto';

/** Characters of text an article has. */
const TEXT_LENGTH = 6000;
/** Words a language has; how often each comes follows Zipf's law. */
const VOCABULARY = 20_000;

/** Letters of syllables that a language's made-up words are joined from, and a few of its own words, which come most often. */
const languages = {
  en: {
    dir: 'ltr',
    onsets: 'b br c ch d f g h l m n p pr r s st t th tr v w',
    rimes: 'a e i o u ai ea er in on ow ent ing',
    own: 'the of and to in a is that for it was on with as by from at this have election ferry harbour',
  },
  de: {
    dir: 'ltr',
    onsets: 'b d f g h k l m n pf r s sch st t v w z',
    rimes: 'a e ei ie o u ä ö ü er en ung ich',
    own: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als wahl fähre hafen',
  },
  fr: {
    dir: 'ltr',
    onsets: 'b c ch d f g j l m n p qu r s t v',
    rimes: 'a e é è i o ou eau ai ion ment',
    own: 'de la le et les des en un du une que est pour qui dans a par plus pas au élection traversier',
  },
  ru: {
    dir: 'ltr',
    onsets: 'б в г д ж з к л м н п р с т х ч ш',
    rimes: 'а е и о у ы я ение ость ов',
    own: 'и в не на что с по как это из у за от для выборы паром',
  },
  ar: {
    dir: 'rtl',
    onsets: 'ب ت ج ح د ر س ش ع ف ق ك ل م ن',
    rimes: 'ا ي و ات ين ة ان',
    own: 'في من على إلى أن التي عن مع هذا كان الانتخابات العبارة',
  },
  ja: {
    dir: 'ltr',
    onsets: '選 挙 港 船 海 町 人 新 聞 政 市 年 月 会 社 東 西 風 水 山',
    rimes: 'の は が を に と も で た る 者 日 長 国 区 力',
    own: '選挙 渡船 港町 である という した',
  },
};
/** @typedef {keyof typeof languages} Language */
const names = /** @type {Language[]} */ (Object.keys(languages));

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). @param {number} seed */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {Language} language @returns {string[]} its words, the most common first */
function vocabularyOf(language) {
  const { onsets, rimes, own } = languages[language];
  const random = numbers(language.charCodeAt(0) * 256 + language.charCodeAt(1));
  /** @param {string} list */
  const one = (list) => {
    const choices = list.split(' ');
    return choices[Math.floor(random() * choices.length)] ?? '';
  };
  const words = new Set(own.split(' '));
  while (words.size < VOCABULARY)
    words.add(Array.from({ length: 1 + Math.floor(random() * 3.4) }, () => one(onsets) + one(rimes)).join(''));
  return [...words];
}

/** @type {Partial<Record<Language, string[]>>} */
const vocabularies = {};

/** @param {string} text */
const digest = (text) => crypto.createHash('sha256').update(text).digest('hex');

/** What a page's article is before it is saved. @param {number} index */
export function articleNumber(index) {
  const lang = names[index % names.length] ?? 'en';
  vocabularies[lang] ??= vocabularyOf(lang);
  const words = vocabularies[lang];
  const random = numbers(index + 1);
  const gap = lang === 'ja' ? '' : ' ';
  // 1/x, cut at the size of the vocabulary: Zipf's law.
  const word = () => words[Math.min(words.length - 1, Math.floor(Math.exp(random() * Math.log(words.length)) - 1))] ?? '';
  /** @param {number} length */
  const sentence = (length) => Array.from({ length }, word).join(gap);
  const paragraphs = [];
  for (let length = 0; length < TEXT_LENGTH; length += paragraphs.at(-1)?.length ?? 0)
    paragraphs.push(`${Array.from({ length: 4 }, () => sentence(8 + Math.floor(random() * 14))).join(lang === 'ja' ? '。' : '. ')}.`);
  const published = new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 2100) * 86_400_000).toISOString().slice(0, 10);
  const site = Math.floor(random() ** 3 * 120);
  return {
    version: 2,
    url: `https://site-${site}.example/${lang}/${index}`,
    title: `${sentence(6 + Math.floor(random() * 6))} ${index}`,
    standfirst: null,
    byline: `${word()} ${word()}`,
    publishedTime: published,
    modifiedTime: null,
    siteName: `Courier ${site}`,
    lang,
    dir: languages[lang].dir,
    excerpt: sentence(lang === 'ja' ? 30 : 18),
    contentHtml: paragraphs.map((text) => `<p>${text}</p>`).join(''),
    headings: [],
    wordCount: 900 + Math.floor(random() * 300),
    completeness: { state: 'whole', share: 1, missing: null },
  };
}

/**
 * What `storage.local` holds of saved articles, newest first.
 *
 * @param {number} from
 * @param {number} end one past the last
 * @param {number} now milliseconds since 1970
 * @returns {Record<string, unknown>}
 */
export function savedArticles(from, end, now) {
  /** @type {Record<string, unknown>} */
  const items = { schema: { v: 2 } };
  for (let index = from; index < end; index++) {
    const article = articleNumber(index);
    const {
      contentHtml: _html,
      headings: _headings,
      completeness: _whole,
      version: _version,
      standfirst: _first,
      modifiedTime: _time,
      ...fields
    } = article;
    const random = numbers(index + 7);
    const id = digest(`${article.url.slice(8)}`).slice(0, 32);
    const savedAt = now - index * 3_600_000;
    const json = JSON.stringify(article);
    const rev = `${savedAt.toString(36)}-seed`;
    const state = ['unread', 'reading', 'archived'][Math.floor(random() ** 2 * 3)];
    const tags = ['politics', 'the sea', 'later', 'long read', 'recipes', 'science'].filter(() => random() < 0.12);
    items[`body:${id}:${rev}`] = { v: 2, id, rev, json };
    items[`meta:${id}`] = {
      v: 2,
      id,
      ...fields,
      savedAt,
      state,
      favourite: random() < 0.05,
      tags,
      progress: state === 'reading' ? random() : 0,
      readAt: null,
      archivedAt: state === 'archived' ? savedAt : null,
      text: { rev, length: json.length, hash: digest(json) },
      earlier: [],
    };
  }
  return items;
}
