import { expect, test } from 'vitest';
import { type ArticleChanges, type ArticleText, compareArticles } from '../../utils/changes/compare-articles';
import { textKey } from '../../utils/changes/plain-form';
import { summariseChanges } from '../../utils/changes/summary';
import { marked, story, textOf } from './scene';

const changesOf = (before: ArticleText, after: ArticleText) => compareArticles(before, after);
const summaryOf = (before: ArticleText, after: ArticleText) => summariseChanges(changesOf(before, after));
const changed = ({ blocks }: ArticleChanges) =>
  blocks.filter(({ state }) => state !== 'same').map(({ state, kind, spans }) => `${state} ${kind}: ${marked(spans)}`);

test('an edited headline, an edited paragraph, a new one, one that is gone, and a correction', () => {
  const now = story
    .replace('nine passengers', 'eleven passengers')
    .replace(/.*less than an hour.*\n/, '')
    .replace('# The council', 'A second boat is being fitted out.\n# The council')
    .concat('\nCorrection: an earlier version said that the council had voted six to four.');
  const changes = changesOf(textOf(story), textOf(now, { title: 'Ferry runs again after two winters' }));
  expect(marked(changes.title ?? [])).toBe('Ferry runs again {+after two winters+}');
  expect(changed(changes)).toEqual([
    'edited paragraph: The ferry left the quay at seven with [-nine-]{+eleven+}passengers and a dog on board.',
    'removed paragraph: [-Nobody on the quay thought that the crossing would take less than an hour.-]',
    'added paragraph: {+A second boat is being fitted out.+}',
    'added paragraph: {+Correction: an earlier version said that the council had voted six to four.+}',
  ]);
  expect(summariseChanges(changes)).toEqual({
    ...{ headline: true, standfirst: false, byline: false, notices: 1, paragraphs: 3, headings: 0, captions: 0 },
  });
});

test.each<[what: string, now: string]>([
  ['the same', story],
  ['other quotation marks and dashes', story.replaceAll(/[“”]/g, '"').replaceAll('–', '—')],
  ['soft hyphens and odd spaces', story.replaceAll('quay', 'qu\u00aday').replaceAll(' the ', '\u00a0the\u2009')],
  ['ligatures and an ellipsis', story.replaceAll('fi', 'ﬁ')],
  ['other stamps and counters', `2 hours ago\n5 min read\n${story}\n1,204 shares\n37 comments\nUpdated 3 March 2026, 14:05 GMT`],
  ['a byline with its time', story.replace('# The engine', 'Updated 5 minutes ago by Ada Reed\n# The engine')],
  ['a paragraph cut in two', story.replace('at seven with', 'at seven\nwith')],
  ['two paragraphs joined', story.replace('on board.\nNobody', 'on board. Nobody')],
  ['the standfirst in the text', story.replace('> ', '')],
])('no change: %s', (_, now) => {
  expect(summaryOf(textOf(story), textOf(now))).toBeNull();
  expect(summaryOf(textOf(now), textOf(story))).toBeNull();
});

test('a date alone is none, nor is a byline that was found once', () => {
  const before = textOf(story, { modifiedTime: '2026-03-03T10:00Z' });
  const changes = changesOf(before, textOf(story, { modifiedTime: '2026-03-04T10:00Z', byline: null }));
  expect(changes.updated).toEqual({ before: '2026-03-03T10:00Z', after: '2026-03-04T10:00Z' });
  expect(summariseChanges(changes)).toBeNull();
});

test('numbers in the text are changes, however short its block', () => {
  expect(summaryOf(textOf('- Dead: 12\n- Missing: 3'), textOf('- Dead: 15\n- Missing: 3'))?.paragraphs).toBe(1);
  expect(summaryOf(textOf('12'), textOf('15'))?.paragraphs).toBe(2);
});

test('a paragraph that moved is one change, and is shown where it stands now', () => {
  const line = 'The engine came from a trawler that was broken up in the harbour last spring.';
  const changes = changesOf(textOf(story), textOf(`${story.replace(`${line}\n`, '')}\n${line}`));
  expect(changed(changes)).toEqual([`moved paragraph: ${line}`]);
  expect(changes.blocks.at(-1)?.state).toBe('moved');
});

test('what the new page does not hold is not gone: further pages, a gate', () => {
  const [first, second] = [story, story.replaceAll('ferry', 'steamer').replaceAll('The', 'That')];
  const whole = textOf(`${first}\n${second}`);
  const part = textOf(first, { isPartial: true });
  expect(summaryOf(whole, part)).toBeNull();
  expect(summaryOf(part, whole)).toBeNull();
  expect(summaryOf(textOf(second, { isPartial: true }), whole)).toBeNull();
  const gated = textOf(`${story.split('# The council')[0]}# The council\nCouncillors voted by five to…`, { isPartial: true });
  expect(summaryOf(textOf(story), gated)).toBeNull();
  const edited = textOf(first.replace('nine', 'ten'), { isPartial: true });
  expect(summaryOf(whole, edited)?.paragraphs).toBe(1);
});

test('what was only not taken is neither gone nor new', () => {
  const box = 'Ferries in numbers: the fleet has three boats and eleven people to sail them.';
  const withBox = textOf(`${story}\n${box}`);
  expect(summariseChanges(compareArticles(withBox, textOf(story), { isOnPage: (text) => text === box }))).toBeNull();
  expect(summariseChanges(compareArticles(textOf(story), withBox, { wasLeftOut: (text) => text === box }))).toBeNull();
  expect(summariseChanges(compareArticles(textOf(story), withBox))).not.toBeNull();
});

test.each([
  ['zh', '渡轮今天早上七点离开码头，船上有九名乘客。', '渡轮今天早上八点离开码头，船上有九名乘客。', '[-七-]{+八+}'],
  ['ja', '渡し船は午前七時に埠頭を出発しました。', '渡し船は午前八時に埠頭を出発しました。', '八'],
  ['th', 'เรือข้ามฟากออกจากท่าเรือตอนเจ็ดโมงเช้า', 'เรือข้ามฟากออกจากท่าเรือตอนแปดโมงเช้า', 'แปด'],
  ['ar', 'غادرت العبارة الرصيف في السابعة ومعها تسعة ركاب.', 'غادرت العبارة الرصيف في الثامنة ومعها تسعة ركاب.', '[-السابعة-]{+الثامنة+}'],
  ['hi', 'नौका सुबह सात बजे घाट से निकली।', 'नौका सुबह आठ बजे घाट से निकली।', '[-सात-]{+आठ+}'],
])('words of %s', (lang, before, after, expected) => {
  const [block] = changesOf(textOf(before, { lang }), textOf(after, { lang })).blocks;
  expect(block?.state).toBe('edited');
  expect(marked(block?.spans ?? [])).toContain(expected);
  expect(block?.spans.some(({ state }) => state === 'same')).toBe(true);
});

test('both versions can be read out of the spans', () => {
  const now = story.replace('nine passengers and a dog', 'ten passengers, two dogs and a goat');
  const changes = changesOf(textOf(story), textOf(now));
  const read = (state: 'added' | 'removed') =>
    changes.blocks.map(({ spans }) =>
      textKey(spans.map((span) => (span.state === state || span.state === 'same' ? span.text : '')).join('')),
    );
  expect(read('added')).toEqual(textOf(now).blocks.map(({ text }) => textKey(text)));
  expect(read('removed')).toEqual(textOf(story).blocks.map(({ text }) => textKey(text)));
});

test('two texts with nothing in common, and very long ones', () => {
  const long = (seed: number) =>
    Array.from({ length: 3000 }, (_, index) => `Line ${index * seed} of ${index % 7} words about ${(index * 7919 * seed) % 10_007}.`).join(
      '\n',
    );
  const other = summaryOf(textOf(long(1)), textOf(long(3).replaceAll('Line', 'Row')));
  expect(other?.paragraphs).toBeGreaterThan(1000);
  const edited = long(1).split('\n');
  edited[1500] = 'Something else altogether.';
  expect(summaryOf(textOf(long(1)), textOf(edited.join('\n')))?.paragraphs).toBe(2);
  const [one, two] = [0, 1].map((seed) => Array.from({ length: 20_000 }, (_, index) => `w${(index * (seed + 3)) % 997}`).join(' '));
  expect(summaryOf(textOf(`${one}`), textOf(`${two}`))?.paragraphs).toBeGreaterThan(0);
});
