/** Pages of one story in the shapes that sites have given their articles: what any of them loses, a reader loses. */
export interface PageShape {
  what: string;
  /** The markup of the body. */
  body: string;
  /** What must come out, in order. */
  kept: readonly string[];
  /** What must not. */
  left: readonly string[];
}

export const shapeTitle = 'Harbour town votes to rebuild the wall that the sea took';

export const text = [
  'The town council voted on Tuesday night to rebuild the harbour wall that fell in the storm of January, after a debate that went on until two in the morning and filled the hall to the doors.',
  'The new wall will stand a metre higher than the old one, which masons from the islands had built by hand in 1887, and it will cost the town more than it has spent on its roads in ten years.',
  '“We can have a wall or we can have a museum of a harbour,” said the mayor, Inge Dahl, who had argued against the plan as late as last week and changed her mind after she had seen the soundings.',
  'Fishermen had warned for months that another winter without a wall would leave the smaller boats nowhere to lie, and eleven of the forty crews have moved to the next port up the coast since then.',
  'The engineers expect the first stones to be set in April, once the currents have been measured again, and they want to finish the foundations before the autumn gales make diving too dangerous.',
  'Not all are content. The owners of the hotel beside the pier, who will lose the view from their terrace, have said that they will take the decision to court, and that the town should have asked them first.',
];

const teasers = [
  'School choir wins the regional prize again',
  'Two whales seen off the southern point',
  'Bakery by the pier to open on Sundays',
  'New timetable for the island ferry is out',
];
const links = (list: readonly string[]) => list.map((words) => `<li><a href="/n/${words.length}">${words}</a></li>`).join('');
const frame = (main: string) =>
  `<div id="top"><a href="/">The Harbour Post</a> <a href="/sea">Sea</a> <a href="/town">Town</a> <a href="/sport">Sport</a></div>${main}
<div class="more"><h3>More from the town</h3><ul>${links(teasers)}</ul></div><div class="foot">Copyright The Harbour Post, all rights reserved. <a href="/terms">Terms</a> <a href="/privacy">Privacy</a></div>`;
const h1 = `<h1>${shapeTitle}</h1>`;
const paragraphs = (of: readonly string[] = text) => of.map((words) => `<p>${words}</p>`).join('\n');
const each = (wrap: (words: string, at: number) => string) => text.map(wrap).join('\n');
const shape = (what: string, body: string, kept: readonly string[] = text, left: readonly string[] = teasers): PageShape => ({
  what,
  body,
  kept,
  left,
});

const comments = Array.from(
  { length: 30 },
  (_, at) =>
    `<div class="c"><b>Reader ${at}</b> <span>${at} hours ago</span><p>I have walked on that wall since I was a child, number ${at} in my family to do so, and I never once thought that the sea could take it from us in a night.</p></div>`,
).join('');
const gallery = [
  'The harbour on the morning after the storm, seen from the roof of the customs house by a photographer who had not slept.',
  'Divers look at what is left of the foundations, four metres under the water, where the stones of 1887 still stand in line.',
  'Children of the school by the pier carry sandbags on the second day, when the wind had turned and nobody knew for how long.',
  'The last of the smaller boats leaves for the next port up the coast, with the nets of three crews and a dog on its deck.',
];

export const pageShapes: readonly PageShape[] = [
  shape('text in a div, parted by line breaks', frame(`${h1}<div class="txt">${text.join('<br><br>')}</div>`)),
  shape(
    'tables that lay out the page',
    `<table width="980"><tr><td colspan="3"><font size="5"><b>The Harbour Post</b></font></td></tr><tr><td width="160"><ul>${links(teasers)}</ul></td><td><h2>${shapeTitle}</h2><font face="Verdana" size="2">${text.join('<br><br>')}</font></td><td width="160"><a href="/x">${teasers[0]}</a></td></tr></table>`,
  ),
  shape(
    'an article with "sidebar" in its class',
    frame(`<article class="post has-sidebar sidebar-right-layout">${h1}${paragraphs()}</article>`),
  ),
  shape(
    'a container named after the foot of the page',
    frame(`<div class="page-footer-wrapper"><div class="footer-content">${h1}${paragraphs()}</div></div>`),
  ),
  shape('text that waits for a scroll', frame(`${h1}<div style="opacity:0;transform:translateY(30px)">${paragraphs()}</div>`)),
  shape('paragraphs that each wait for a scroll', frame(`${h1}${each((words) => `<p style="opacity:0">${words}</p>`)}`)),
  shape('a fieldset', frame(`<fieldset><legend>${shapeTitle}</legend>${paragraphs()}</fieldset>`)),
  shape(
    'utility classes',
    frame(
      `<div class="mx-auto max-w-2xl px-4 flex flex-col gap-4 md:ml-sidebar lg:not-sr-only print:hidden-none">${h1}${each((words) => `<p class="mt-4 text-base leading-7 text-gray-700 ad-free:mt-2 related:pt-0">${words}</p>`)}</div>`,
    ),
  ),
  shape('an article for each paragraph', frame(`${h1}<div>${each((words) => `<article><p>${words}</p></article>`)}</div>`)),
  shape(
    'a list whose items are the text',
    frame(`${h1}<ol>${each((words, at) => `<li><h2>Point ${at + 1}</h2><p>${words}</p></li>`)}</ol>`),
  ),
  shape(
    'a live blog',
    frame(
      `${h1}<div class="live">${each((words, at) => `<div class="entry"><time datetime="2019-03-05T${10 + at}:12:00Z">${10 + at}:12</time><h3>Entry ${at + 1} of the night</h3><p>${words}</p><div class="share"><a href="#f">Facebook</a> <a href="#t">Twitter</a></div></div>`)}</div>`,
    ),
  ),
  shape(
    'a gallery with long captions',
    frame(
      `${h1}<p>${text[0]}</p>${gallery.map((words, at) => `<figure><img src="/g${at}.jpg" width="900" height="600"><figcaption>${words}</figcaption></figure>`).join('')}`,
    ),
    [text[0] as string, ...gallery],
  ),
  shape(
    'very short news',
    frame(`<div class="story">${h1}<p class="when">5 March 2019</p><p>${text[0]}</p><p>${(text[4] as string).slice(0, 118)}.</p></div>`),
    [text[0] as string, (text[4] as string).slice(0, 118)],
  ),
  shape(
    'two columns of text',
    frame(
      `${h1}<div class="row"><div class="col-6">${paragraphs(text.slice(0, 3))}</div><div class="col-6">${paragraphs(text.slice(3))}</div></div>`,
    ),
  ),
  shape(
    'a thread of comments that is longer than the story',
    frame(`<div>${h1}${paragraphs()}</div><div class="comment-list"><h3>30 readers say</h3>${comments}</div>`),
    text,
    ['I never once thought that the sea'],
  ),
  shape(
    'an AMP page',
    frame(
      `<article class="amp-wp-article"><header>${h1}</header><amp-img src="/a.jpg" width="900" height="600"></amp-img><div class="amp-wp-article-content">${paragraphs()}</div><amp-ad type="x">${teasers[0]}</amp-ad></article>`,
    ),
  ),
  shape(
    'paragraphs that are spans',
    frame(`<div>${h1}<div>${each((words) => `<span style="display:block" class="tx">${words}</span>`)}</div></div>`),
  ),
  shape(
    'paragraphs that are elements of the site’s own',
    frame(`<post-body>${h1}${each((words) => `<post-para>${words}</post-para>`)}</post-body>`),
  ),
  shape(
    'a section for each paragraph',
    frame(`${h1}${each((words) => `<section class="s"><div class="inner"><p>${words}</p></div></section>`)}`),
  ),
  shape(
    'rows of a page builder',
    frame(
      `<div class="vc_row"><div class="vc_col"><div class="wpb_wrapper">${h1}</div></div></div>${each((words, at) => `<div class="vc_row row-${at}"><div class="vc_col"><div class="wpb_wrapper"><div class="wpb_text_column"><p>${words}</p></div></div></div></div>`)}`,
    ),
  ),
  shape(
    'text inside a form that holds the page',
    `<form id="aspnetForm" action="/p.aspx"><input type="hidden" name="s">${frame(`<div class="content">${h1}${paragraphs()}</div>`)}</form>`,
  ),
  shape('text without any box', `${h1}${text.join('<p>')}`, text, []),
  shape(
    'a story cut by boxes of other stories',
    frame(
      `<article>${h1}${each((words, at) => `<p>${words}</p>${at % 2 ? `<div><b>Read more</b> <a href="/r${at}">${teasers[at % 4]}</a></div>` : ''}`)}</article>`,
    ),
  ),
  shape(
    'several articles of a day, one of them opened',
    frame(
      `<main><article>${h1}${paragraphs()}</article>${teasers.map((words) => `<article class="teaser"><h3><a href="/t">${words}</a></h3><p>The council will hear the plan in May, and residents have until then to say what they think of it …</p></article>`).join('')}</main>`,
    ),
  ),
];
