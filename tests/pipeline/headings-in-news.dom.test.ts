import { expect, test } from 'vitest';
import { outline, paragraph, plain } from './outline';

const bold = (text: string) => `<p><b>${text}</b></p>`;
const section = (head: string) => `<h2>${head}</h2>${paragraph}`;

test.each<[what: string, html: string]>([
  ['a time stamp of a live blog', `${paragraph}${bold('10.45am')}${paragraph}${bold('11:20 GMT')}${paragraph}`],
  ['the time it takes to read', `<h6>The desk | 5 min read</h6>${paragraph}`],
  ['a credit at the end', `${paragraph}${bold('Reporting by Ann Example in Geneva')}${paragraph}`],
  ['a line that its class calls a caption', `${paragraph}<p class="image-caption"><b>The bridge in May</b></p>${paragraph}`],
  [
    'the name of a box of links',
    `${paragraph}${bold('The bridge, so far')}<ul><li><a href="/a">It fell</a></li><li><a href="/b">It was old</a></li></ul>${paragraph}`,
  ],
  ['a related box by its words', `${paragraph}<h3>More bridge stories you will love</h3>${paragraph}`],
  ['a newsletter by its words', `${paragraph}<h2>Get the valley’s stories in your inbox</h2><p>It is free.</p>${paragraph}`],
  [
    'a bold lead without a full stop',
    `${bold('The old bridge fell in May, and the council now says that it has no money for another')}${paragraph}`,
  ],
  ['one line in capitals over a short one', `${paragraph}<p>SCROLL DOWN FOR THE VIDEO</p><p>It is short.</p>${paragraph}`],
  ['who sent a press release', `${paragraph}${paragraph}${bold('About Bridges United')}${paragraph}`],
  ['a standfirst', `<h2 class="standfirst">The old bridge fell in May, and the council says that it has no money</h2>${paragraph}`],
  [
    'a pull quote',
    `<p>“We will build it with our own hands,” she said. ${plain}</p><h3>“We will build it with our own hands”</h3>${paragraph}`,
  ],
  ['a heading in a picture', `${paragraph}<figure><img src="/a.jpg"><h3>The bridge in May</h3></figure>${paragraph}`],
  ['a heading in an aside', `${paragraph}<aside><h3>Bridges in numbers</h3><p>Three have fallen.</p></aside>${paragraph}`],
  [
    'labels over their values',
    ['Length', 'Height', 'Weight', 'Year']
      .map((label) => `<div class="b"><b>${label}</b></div><div>Some sixty or seventy metres in all, so far</div>`)
      .join(''),
  ],
  ['a lead-in to a list', `${paragraph}${bold('The plans:')}<ul><li>Steel</li><li>Stone</li></ul>${paragraph}`],
])('%s is no heading', (_what, html) => {
  expect(outline(html).list).toEqual([]);
});

test('an interviewer’s words are no headings, questions or not', () => {
  const talk = ['Did you think it would fall?', 'Tell me about that day', 'Will you stay in office?', 'What do you tell your children?'];
  expect(outline(talk.map((words) => `${bold(words)}<p>I never thought so. ${plain}</p>`).join('')).list).toEqual([]);
});

test('the number of a step stands over its name, and is no section', () => {
  expect(outline(`<h3>STEP #1:</h3>${section('Choose the steel')}<h3>STEP #2:</h3>${section('Choose the stone')}`).list).toEqual([
    '2 Choose the steel',
    '2 Choose the stone',
  ]);
});

test('the name on a card repeats its section’s heading', () => {
  const card = (kind: string, name: string) => `<h2>${kind}: ${name}</h2><h3>${name}</h3><p>Made here.</p>${paragraph}`;
  expect(outline(card('Best in steel', 'The Long Span') + card('Best in stone', 'The Old Arch')).list).toEqual([
    '2 Best in steel: The Long Span',
    '2 Best in stone: The Old Arch',
  ]);
});

test('a line under every heading divides nothing', () => {
  const place = (name: string) => `<h2>${name}</h2><h3>Best for ${name.toLowerCase()} lovers</h3>${paragraph}`;
  expect(outline(['Steel', 'Stone', 'Wood', 'Glass'].map(place).join('')).list).toEqual(['2 Steel', '2 Stone', '2 Wood', '2 Glass']);
});

test('the seed: bold paragraphs with a colon, among bold sentences', () => {
  const html = `${paragraph}${bold('Recent Meeting in Geneva:')}${paragraph}<p><b>It was cold.</b> ${plain}</p>${bold('What the Valley Wants:')}${paragraph}`;
  expect(outline(html).list).toEqual(['2 Recent Meeting in Geneva', '2 What the Valley Wants']);
});

test('entries named by a class alone are headings, repeated labels of that kind are not', () => {
  const entry = (name: string) => `<div class="checklistItemName">${name}</div><div class="body">${plain}</div>`;
  expect(outline(['Steel', 'Stone', 'Wood', 'Glass'].map(entry).join('')).list).toEqual(['2 Steel', '2 Stone', '2 Wood', '2 Glass']);
  expect(outline('Updated '.repeat(4).trim().split(' ').map(entry).join('')).list).toEqual([]);
});

test('numbered bold lines are headings, also over a motto', () => {
  const entry = (number: number, name: string) => `${bold(`${number}. ${name}`)}<p><u>Principle: be strong.</u></p>${paragraph}`;
  expect(outline(paragraph + entry(1, 'Steel') + entry(2, 'Stone') + entry(3, 'Wood')).list).toEqual([
    '2 1. Steel',
    '2 2. Stone',
    '2 3. Wood',
  ]);
});

test.each<[what: string, heading: string]>([
  ['a sign', 'Why it fell <a href="#why">#</a>'],
  ['a paragraph sign', 'Why it fell<a class="headerlink" href="#why">¶</a>'],
  ['a word', 'Why it fell <a href="#why">Permalink</a>'],
  ['the name of an icon', 'Why it fell <span>chevron_right</span>'],
  ['an icon by its class', '<i class="icon">link</i>Why it fell'],
  ['a block in it', '<p>Why it</p><p>fell</p>'],
  ['a line break', 'Why it<br>fell'],
])('%s is left out of a heading', (_what, heading) => {
  const { list, body } = outline(`<h2>${heading}</h2>${paragraph}`);
  expect(list).toEqual(['2 Why it fell']);
  expect(body.querySelector('h2')?.childElementCount).toBe(0);
});

test('a heading whose words are all linked keeps them', () => {
  const html = `${paragraph.repeat(3)}<h2><a class="anchor" href="#why">Link</a></h2>${paragraph}${section('Who pays')}`;
  expect(outline(html).list).toEqual(['2 Link', '2 Who pays']);
});

test('levels follow what stands over a heading, whatever tags a site took', () => {
  const of = (...tags: [tag: string, text: string][]) =>
    outline(tags.map(([tag, text]) => `<${tag}>${text}</${tag}>${paragraph}`).join('')).list;
  expect(of(['h3', 'One'], ['h3', 'Two'], ['h2', 'Three'], ['h3', 'Four'])).toEqual(['2 One', '2 Two', '2 Three', '3 Four']);
  expect(of(['h2', 'One'], ['h6', 'Two'], ['h4', 'Three'], ['h2', 'Four'])).toEqual(['2 One', '3 Two', '3 Three', '2 Four']);
});

test('a count stands below the heading it begins under, and beside an introduction to nothing else', () => {
  const of = (...heads: string[]) => outline(heads.map((head) => `<h2>${head}</h2>${paragraph}`).join('')).list;
  const counted = ['1. The heart', '2. The liver', '3. The mind'];
  expect(of('Why it does good', ...counted, 'How much is enough')).toEqual([
    ...['2 Why it does good', '2 1. The heart', '2 2. The liver', '2 3. The mind', '2 How much is enough'],
  ]);
  expect(of('Why it does good', ...counted, 'How much is enough', 'When to stop')).toEqual([
    ...['2 Why it does good', '3 1. The heart', '3 2. The liver', '3 3. The mind', '2 How much is enough', '2 When to stop'],
  ]);
  expect(of('Costs', 'Plans', 'Tier 1: alone', 'Tier 2: a few', 'Tier 3: a firm')).toEqual([
    ...['2 Costs', '2 Plans', '3 Tier 1: alone', '3 Tier 2: a few', '3 Tier 3: a firm'],
  ]);
});

test('headings in capitals stand over those of the same tag that are not', () => {
  const of = (...heads: string[]) => outline(heads.map((head) => `<h2>${head}</h2>${paragraph}`).join('')).list;
  expect(of('WHY ASK FOR MORE', 'What counts', 'What is said first', 'HOW TO ASK', 'When to ask')).toEqual([
    ...['2 WHY ASK FOR MORE', '3 What counts', '3 What is said first', '2 HOW TO ASK', '3 When to ask'],
  ]);
  expect(of('What counts', 'HOW TO ASK', 'When to ask', 'WHERE TO ASK')[1]).toBe('2 HOW TO ASK');
});

test('headings that are sentences stay where all of them are', () => {
  const heads = ['Steel', 'Stone', 'Wood'].map(
    (what) => `Build it of ${what.toLowerCase()}, as the people of the valley did when they built it for the first time.`,
  );
  expect(outline(heads.map(section).join('')).headings).toHaveLength(3);
  expect(outline(section(heads[0] as string) + section('Stone')).list).toEqual(['2 Stone']);
});

test.each<[script: string, heads: string[], text: string]>([
  [
    'Japanese',
    ['橋はなぜ落ちたのか', '誰が払うのか'],
    '市議会は火曜日の夜に開かれ、橋とその費用、そして再建に必要な年数について三時間にわたり話し合った。'.repeat(2),
  ],
  [
    'Russian',
    ['Почему упал мост', 'Кто заплатит'],
    'Совет собрался во вторник вечером и три часа говорил о мосте, о его цене и о годах, за которые его построят заново.',
  ],
])('pseudo-headings in %s', (_script, heads, text) => {
  expect(
    outline(heads.map((head) => `${bold(head)}<p>${text}</p>`).join(''), { title: '—' }).headings.map((heading) => heading.text),
  ).toEqual(heads);
});

test('a heading whose id is made of its words is no box of that name', () => {
  const html = `<div class="widget"><h2 id="h-what-is-social-shopping"><b>What is social shopping?</b></h2>${paragraph}${section('Who pays')}</div>`;
  expect(outline(html).list).toEqual(['2 What is social shopping?', '2 Who pays']);
});
