import { expect, test } from 'vitest';
import { rangeOf, readText } from '../../components/reader/listen/read-text';
import { sentencesOf } from '../../components/reader/listen/sentences';

const split = (text: string, lang: string) => sentencesOf(text, lang).map(([start, end]) => text.slice(start, end).trim());

test.each([
  [
    'en',
    'Mr. Hale met J. R. Vance on Monday. “Was it late?” she asked. No.',
    ['Mr. Hale met J. R. Vance on Monday.', '“Was it late?” she asked.', 'No.'],
  ],
  ['de', 'Am 3. Mai kam Dr. Weber. Er blieb.', ['Am 3. Mai kam Dr. Weber.', 'Er blieb.']],
  ['ja', '雨が降った。川はあふれた。', ['雨が降った。', '川はあふれた。']],
  ['ar', 'هل عاد النهر؟ نعم، عاد.', ['هل عاد النهر؟', 'نعم، عاد.']],
  ['hi', 'बारिश हुई। नदी भर गई।', ['बारिश हुई।', 'नदी भर गई।']],
  ['not a language', 'One. Two.', ['One.', 'Two.']],
  ['en', '* * *', []],
])('%s: %s', (lang, text, sentences) => {
  expect(split(text, lang)).toEqual(sentences);
});

test('a sentence too long for one go is broken where a voice pauses, and nothing of it is lost', () => {
  const clause = 'the river rose past the second mark on the old stone bridge';
  const text = `${Array(8).fill(clause).join(', ')}.`;
  const parts = sentencesOf(text, 'en').map(([start, end]) => text.slice(start, end));
  expect(parts.join('')).toBe(text);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.slice(0, -1).every((part) => part.trimEnd().endsWith(','))).toBe(true);
  const word = 'x'.repeat(900);
  expect(sentencesOf(word, 'en').every(([start, end]) => end - start <= 200)).toBe(true);
});

/** Text that is set from markup of ours. */
function place(markup: string): HTMLElement {
  const root = document.createElement('div');
  root.append(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes);
  document.body.replaceChildren(root);
  return root;
}
const read = (markup: string, lang = 'en') => readText([place(markup)], lang);

test('each block is read by itself, in order, and each sentence is found again where it stands', () => {
  const sentences = read(`<h2>The <em>flood</em></h2><p>It came at <a href="#">night. No</a> one
    slept.<br>by dawn it was over.</p><ul><li>First<ul><li>Inner</li></ul>Rest</li></ul>`);
  expect(sentences.map(({ text, block, isHeading }) => [text, block, isHeading])).toEqual([
    ['The flood', 0, true],
    ['It came at night.', 1, false],
    ['No one slept.', 1, false],
    ['by dawn it was over.', 1, false],
    ['First', 2, false],
    ['Inner', 3, false],
    ['Rest', 4, false],
  ]);
  expect(sentences.map((sentence) => rangeOf(sentence).toString().replace(/\s+/g, ' '))).toEqual(sentences.map(({ text }) => text));
});

test('code, cells, marks of notes and what is hidden are not read; captions and captions of tables are', () => {
  const sentences = read(`<p>Water<sup><a href="#note">1</a></sup> fell.<sup>2</sup> On 10<sup>6</sup> roofs.</p><pre>let x = 1</pre>
    <table><caption>Levels by year</caption><tr><td>1997</td></tr></table><p hidden>Gone.</p>
    <figure><img alt="A dam"><figcaption>The dam.</figcaption></figure><details><summary>More</summary><p>Folded.</p></details>
    <p><ruby>川<rt>かわ</rt></ruby></p><button>Copy</button>`);
  expect(sentences.map(({ text }) => text)).toEqual(['Water fell.', 'On 106 roofs.', 'Levels by year', 'The dam.', 'More', '川']);
});

test('a block in another language says so', () => {
  expect(read('<p>One.</p><blockquote lang="fr"><p>Deux.</p></blockquote>').map(({ lang }) => lang)).toEqual(['en', 'fr']);
});
