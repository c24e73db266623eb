import { expect, test } from 'vitest';
import { outline, paragraph, plain } from './outline';

const three = (make: (text: string) => string) =>
  ['Why it fell', 'Who will pay', 'When it opens'].map((text) => make(text) + paragraph).join('');

test.each<[shape: string, html: string]>([
  ['bold paragraphs', three((text) => `<p><strong>${text}</strong></p>`)],
  ['bold paragraphs with a colon', three((text) => `<p><b>${text}:</b></p>`)],
  ['underlined paragraphs', three((text) => `<p><u>${text}</u></p>`)],
  ['role=heading', three((text) => `<div role="heading" aria-level="2">${text}</div>`)],
  ['weight in a style', three((text) => `<div style="font-weight:700">${text}</div>`)],
  [
    'larger type in a series',
    `${paragraph}${three((text) => `<p style="font-size:24px">${text}</p>`)}`.replaceAll('<p>', '<p style="font-size:16px">'),
  ],
  ['named by their class', three((text) => `<div class="subhead">${text}</div>`)],
  [
    'summaries',
    ['Why it fell', 'Who will pay', 'When it opens'].map((text) => `<details><summary>${text}</summary>${paragraph}</details>`).join(''),
  ],
  ['headings in summaries', three((text) => `<details open><summary><h2><a href="#x">${text}</a></h2></summary>${paragraph}</details>`)],
])('%s become headings', (_shape, html) => {
  expect(outline(paragraph + html).list).toEqual(['2 Why it fell', '2 Who will pay', '2 When it opens']);
});

test('a bold line over a line break becomes a heading, and its text stays a paragraph', () => {
  const { list, body } = outline(`<p><strong>Why it fell</strong><br>${plain}</p><p><strong>Who will pay<br></strong>${plain}</p>`);
  expect(list).toEqual(['2 Why it fell', '2 Who will pay']);
  expect([...body.querySelectorAll('p')].map((element) => element.textContent)).toEqual([plain, plain]);
});

test('lines in capitals become headings', () => {
  expect(outline(`${paragraph}<p>WHY IT FELL</p>${paragraph}<p>WHO WILL PAY</p>${paragraph}`).list).toEqual([
    '2 WHY IT FELL',
    '2 WHO WILL PAY',
  ]);
});

test.each<[what: string, html: string]>([
  ['a bold lead', `<p><strong>${plain}</strong></p>${paragraph}`],
  ['a bold sentence', `${paragraph}<p><strong>Nobody was hurt.</strong></p>${paragraph}`],
  ['a bold start of a paragraph', `<p><strong>Cost:</strong> ${plain}</p>`],
  ['a dateline', `<p><strong>GENEVA (Agency) —</strong></p>${paragraph}`],
  ['a photo credit', `${paragraph}<p><b>Photo: A. Person/Agency</b></p>${paragraph}`],
  ['a promo', `${paragraph}<p><b>Sign up for our newsletter</b></p>${paragraph}`],
  ['a pointer to another article', `${paragraph}<p><b>Read more: The old bridge in pictures</b></p>${paragraph}`],
  ['a byline', `<p><b>By Ann Example</b></p>${paragraph}`],
  ['a bold list item', `${paragraph}<ul><li><b>Steel</b></li><li><b>Stone</b></li></ul>${paragraph}`],
  ['a lead-in to a list', `${paragraph}<p><b>Here are the three plans the council looked at:</b></p><ul><li>One</li><li>Two</li></ul>`],
  ['a bold quotation', `${paragraph}<blockquote><p><b>We will build it</b></p>${paragraph}</blockquote>`],
  ['what nothing follows', `${paragraph}${paragraph}<p><b>The end of it</b></p>`],
  ['a price', `${paragraph}<p><b>Ticket: $20</b></p>${paragraph}`],
])('%s is no heading', (_what, html) => {
  expect(outline(html).list).toEqual([]);
});

test.each<[language: string, html: string]>([
  [
    'English',
    ['Did you think it would fall?', 'What do you tell the families?', 'Will you stay in office?']
      .map((q) => `<p><b>${q}</b></p><p>I never thought so. ${plain}</p>`)
      .join(''),
  ],
  [
    'French',
    ['Pensiez-vous qu’il tomberait ?', 'Que dites-vous aux familles ?', 'Resterez-vous ?']
      .map(
        (q) =>
          `<p><b>${q}</b></p><p>Je ne le pensais pas, et nous avons tout essayé pendant des années sans jamais céder à la facilité.</p>`,
      )
      .join(''),
  ],
  [
    'Russian',
    ['Вы думали, что он упадёт?', 'Что вы скажете семьям?', 'Вы останетесь?']
      .map((q) => `<p><b>${q}</b></p><p>Я так не думал, и мы сделали всё, что могли, за эти годы, хотя денег никогда не хватало.</p>`)
      .join(''),
  ],
])('questions of an interview are no headings: %s', (_language, html) => {
  expect(outline(html).list).toEqual([]);
});

test('frequent questions are headings', () => {
  const html = ['Is the bridge open?', 'How long does the detour take?', 'Who can I call?']
    .map((q) => `<p><b>${q}</b></p>${paragraph}`)
    .join('');
  expect(outline(`<h2>Frequently asked questions</h2>${html}`).list).toEqual([
    '2 Frequently asked questions',
    '3 Is the bridge open?',
    '3 How long does the detour take?',
    '3 Who can I call?',
  ]);
});

test('native headings keep their depth; a live blog keeps its entries; a list article its numbers', () => {
  expect(outline(`<h2>Live</h2><h3>10:05 Police arrive</h3>${paragraph}<h3>10:40 Road closed</h3>${paragraph}`).list).toEqual([
    '2 Live',
    '3 10:05 Police arrive',
    '3 10:40 Road closed',
  ]);
  expect(outline(`<h3>1. Steel</h3>${paragraph}<h3>2. Stone</h3>${paragraph}`).list).toEqual(['2 1. Steel', '2 2. Stone']);
  expect(outline(`<h2>Plans</h2>${paragraph}<p><b>Steel</b></p>${paragraph}<h2>Costs</h2>${paragraph}`).list).toEqual([
    '2 Plans',
    '3 Steel',
    '2 Costs',
  ]);
});

test('headings of boxes, the title again and empty ones go, and the record says why', () => {
  const { list, removals } = outline(
    `<h1>A bridge for the valley</h1>${paragraph}<h2></h2><h2>Why it fell</h2>${paragraph}<h3>Related articles</h3><ul><li><a href="/a">The old bridge</a></li></ul><h3>Leave a comment</h3>`,
  );
  expect(list).toEqual(['2 Why it fell']);
  expect(removals.map(({ rule }) => rule)).toEqual(['title-repeated', 'related', 'comments']);
});

test('a section about comments or a newsletter is a section', () => {
  expect(outline(`<h2>Comments that changed the plan</h2>${paragraph}<h2>The response to the fall</h2>${paragraph}`).list).toHaveLength(2);
});

test('the standfirst is not repeated', () => {
  const { body, removals } = outline(`<p>The old one fell in May.</p>${paragraph}`, { standfirst: 'The old one fell in May.' });
  expect(body.textContent).toBe(plain);
  expect(removals[0]).toMatchObject({ stage: 'structure', rule: 'standfirst-repeated', at: 0 });
});

test.each<[script: string, heads: string[], text: string]>([
  [
    'Arabic',
    ['لماذا سقط الجسر', 'من سيدفع الثمن'],
    'اجتمع المجلس مساء الثلاثاء وتحدث ثلاث ساعات عن الجسر وكلفته والسنوات التي سيستغرقها بناؤه من جديد في الوادي.',
  ],
  [
    'Chinese',
    ['大桥为何倒塌', '谁来付钱'],
    '市议会周二晚上开会，讨论了三个小时，内容包括大桥、费用以及重建所需的年数。市长表示，在找到原因之前不会开始任何新的工程，居民们也要求尽快公布调查结果和完整的报告，并说明今后如何保证安全，避免类似事故再次发生。',
  ],
  [
    'Hindi',
    ['पुल क्यों गिरा', 'कौन भुगतान करेगा'],
    'परिषद की बैठक मंगलवार शाम को हुई और उसने पुल, उसकी लागत और उसे फिर से बनाने में लगने वाले वर्षों के बारे में तीन घंटे बात की।',
  ],
])('pseudo-headings in %s', (_script, heads, text) => {
  const found = outline(heads.map((head) => `<p><strong>${head}</strong></p><p>${text}</p>`).join(''), { title: '—' });
  expect(found.headings.map((heading) => heading.text)).toEqual(heads);
  expect(found.headings.every(({ kind }) => kind === 'pseudo')).toBe(true);
});

test('each outline entry points at its heading', () => {
  const { headings, body } = outline(`<p><a href="#why">why</a></p><h2 id="why">Why it fell</h2>${paragraph}<h2>Who pays</h2>${paragraph}`);
  for (const { id, text } of headings) expect(body.querySelector(`#${id}`)?.textContent).toBe(text);
  expect(body.querySelector('a')?.getAttribute('href')).toBe(`#${headings[0]?.id}`);
});
