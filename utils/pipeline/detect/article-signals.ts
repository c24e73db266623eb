import type { AddressFacts } from './address-facts';
import type { DeclaredFacts } from './declared-facts';
import type { HeadlineFacts } from './headline-facts';
import type { MarkupFacts } from './markup-facts';
import type { TextFacts } from './text-facts';

/** What costs little to read: decides alone where it leaves no doubt. */
export interface FirstFacts {
  address: AddressFacts;
  declared: DeclaredFacts;
  markup: MarkupFacts;
}

/** What takes a walk over the text: read when it is asked for, and once. */
export interface AllFacts extends FirstFacts {
  readonly headline: HeadlineFacts;
  readonly text: TextFacts;
  /** Whether the main column has so many characters: tells it without reading all. */
  hasText: (characters: number) => boolean;
}

/** One row of the table. `read` gives 0 or 1 unless `most`, the largest value, says more. Weights are in article-weights.json. */
export interface Signal<Facts> {
  name: string;
  read: (facts: Facts) => boolean | number;
  most?: number;
}

/** log(1 + n), n at most `most`: the tenth price says less than the first. */
const grow = (n: number, most: number): number => Math.log1p(Math.min(n, most));
const inPath = ({ address }: FirstFacts, isOne: (part: string) => boolean): boolean => address.segments.some(isOne);
const hasType = ({ declared }: FirstFacts, isOne: (type: string) => boolean): boolean => [...declared.ldTypes].some(isOne);
const dashes = ({ address }: FirstFacts): number =>
  Math.min(10, Math.max(0, ...address.segments.map((part) => part.split(/[-_+ ]/).length - 1)));

// Sets of words, and few rules: what a set tells costs nothing before it is asked, and this runs on every page.
const among = (words: string) => {
  const set = new Set(words.split(' '));
  return (word: string): boolean => set.has(word);
};
const beginsWith = (text: string, starts: readonly string[]): boolean => starts.some((start) => text.startsWith(start));
const endsWith = (text: string, ends: readonly string[]): boolean => ends.some((end) => text.endsWith(end));

const writing = among(
  'blog blogs news story stories article articles post posts opinion insight insights noticias nachrichten artikel actualite actualites notizie nieuws novosti magazine feature features column columns press resource resources learn politics world sport sports business culture',
);
const isWriting = (part: string) => writing(part) || part.startsWith('news-') || part.endsWith('-news');
const isService = among(
  'service services solution solutions pricing feature features platform program programs course courses certificate certificates insurance about about-us contact careers jobs product products industry industries degree degrees training admissions majors',
);
const serviceEnds = 'service services solution solutions program programs course courses software insurance'.split(' ');
const shop = among('product products shop p dp store item itm collection collections c cart buy prod catalog');
const isShop = (part: string) => shop(part) || beginsWith(part, ['product-', 'products-', 'shop-']);
const forum = among(
  'forum forums thread threads topic topics question questions t community discussion discussions comments r board boards viewtopic showthread viewforum forumdisplay',
);
const isForum = (part: string) => forum(part.endsWith('.php') ? part.slice(0, -4) : part);
const forumStart = among('community discuss discussion discussions board boards bbs talk discourse answers');
const forumName = among('reddit stackoverflow stackexchange superuser serverfault askubuntu quora ycombinator lobste');
const isForumHost = (host: string) => {
  const names = host.split('.').slice(0, -1);
  return host.includes('forum') || forumStart(names[0] ?? '') || names.some(forumName);
};
const docsStart = among('doc docs developer developers api help support wiki manual man reference');
const isDocsHost = (host: string) => docsStart(host.split('.', 1)[0] ?? '') || host.includes('readthedocs') || host.includes('github.io');
const articleType = among('Article BlogPosting Report ScholarlyArticle TechArticle LiveBlogPosting');
const isArticleType = (type: string) => articleType(type) || type.endsWith('NewsArticle');
const isProductType = among('Product ProductGroup');
const isThreadType = among('DiscussionForumPosting QAPage');
const singlePost = among('single single-post article');
const isSinglePost = (name: string) =>
  singlePost(name) || beginsWith(name, ['postid-', 'page-node-type-', 'post-template', 'article-']) || name.endsWith('-article');
const isList = among('tag tags category categories author authors page');
const isPictures = among('video videos watch gallery galleries photo photos pictures');
const isQuery = among('q s query search');
// (No `u` flag with `\p` in headline-facts.ts, and no long rules here: compiling one costs more than all that is read from the address.)
const questions =
  'how,why,what,when,where,who,which,top,best,is,are,can,should,cómo,qué,por qué,comment,pourquoi,wie,warum,was,come,perché,como,hoe,waarom,как,почему,что,كيف,لماذا,कैसे,क्यों,なぜ,如何,为什么'.split(
    ',',
  );
const isLetter = (sign = '') => /^[a-zà-ÿ\u0370-\u1fff]/.test(sign);
/** A question, "Name: what happened", or the words how, why, what, best with a number: what writers put in titles and shops do not. */
function isTelling(headline: string): boolean {
  if ([...'?:？：؟'].some((sign) => headline.includes(sign))) return true;
  const start = headline.slice(0, 20).toLowerCase();
  const endsAfter = (opening: string) => !isLetter(start[opening.length]);
  const counted = /^(?:the )?\d+/.exec(start)?.[0];
  return counted ? endsAfter(counted) : questions.some((word) => start.startsWith(word) && endsAfter(word));
}
const DATED_PATH = /(^|\/)(19|20)\d\d([/-]?)(0?[1-9]|1[0-2])(\b|[/-]|\d\d)/;
const isDatedPath = (path: string) => (path.includes('20') || path.includes('19')) && DATED_PATH.test(path);

/** Read from the address, what the page declares, and counts of elements. */
export const firstSignals: readonly Signal<FirstFacts>[] = [
  { name: 'front page', read: ({ address }) => address.segments.length === 0 },
  { name: 'address: writing', read: ({ address }) => address.segments.slice(0, -1).some(isWriting) },
  { name: 'address: date', read: ({ address }) => isDatedPath(address.segments.join('/')) },
  { name: 'address: words', read: dashes, most: 10 },
  {
    name: 'address: service',
    read: (facts) => inPath(facts, isService) || endsWith(facts.address.slug, serviceEnds),
  },
  { name: 'address: shop', read: (facts) => inPath(facts, isShop) },
  { name: 'address: forum', read: (facts) => inPath(facts, isForum) },
  { name: 'host: forum', read: ({ address }) => isForumHost(address.host) },
  { name: 'host: documentation', read: ({ address }) => isDocsHost(address.host) },
  { name: 'og:type article', read: ({ declared }) => declared.ogType === 'article' },
  { name: 'meta: published', read: ({ declared }) => declared.isDated },
  { name: 'JSON-LD: article', read: (facts) => hasType(facts, isArticleType) },
  { name: 'JSON-LD: product', read: (facts) => hasType(facts, isProductType) },
  { name: 'JSON-LD: forum', read: (facts) => hasType(facts, (type) => isThreadType(type) || type === 'Question') },
  { name: 'JSON-LD: any', read: ({ declared }) => declared.ldTypes.size > 0 },
  {
    name: 'microdata: question',
    read: ({ declared }) => ['question', 'qapage', 'discussionforumposting', 'comment'].some((type) => declared.microdata.has(type)),
  },
  { name: 'body class: single post', read: ({ declared }) => declared.bodyClass.split(/\s+/).some(isSinglePost) },
  { name: 'figures', read: ({ markup }) => grow(markup.figures, 20), most: Math.log(21) },
  { name: 'code blocks', read: ({ markup }) => grow(markup.code, 50), most: Math.log(51) },
  { name: 'prices', read: ({ markup }) => grow(markup.prices, 100), most: Math.log(101) },
  { name: 'threads and replies', read: ({ markup }) => grow(markup.forum, 100), most: Math.log(101) },
  { name: 'pagination', read: ({ markup }) => markup.hasPagination },
  { name: 'headings that are links', read: ({ markup }) => markup.linkedHeadings / Math.max(3, markup.headings) },
];

/** Read from the headline and what stands near it. No weight of these or of `textSignals` may be below zero: `judge` leaves out what cannot change its answer. */
export const headlineSignals: readonly Signal<AllFacts>[] = [
  { name: 'headline: question, colon or how-to', read: ({ headline }) => isTelling(headline.text) },
  { name: 'headline: date near', read: ({ headline }) => headline.dateNear },
  { name: 'headline: byline near', read: ({ headline }) => headline.bylineNear },
];

/** Read from all the text. */
export const textSignals: readonly Signal<AllFacts>[] = [
  { name: 'text: main column of all text', read: ({ text }) => text.main / Math.max(400, text.all) },
  { name: 'text: main column of all paragraphs', read: ({ text }) => text.main / Math.max(400, text.paragraphs) },
  { name: 'text: length of main column', read: ({ text }) => grow(text.main / 100, 100), most: Math.log(101) },
];

/** However high the score, such a page gets no further than `most`. */
export interface Limit {
  name: string;
  most: 'offer' | 'article';
  applies: (facts: AllFacts) => boolean;
}

/** Characters of about forty words: a news flash. */
const SHORTEST_STORY = 250;

/** A section's address ends in a plain word ("/news/world"), an article's in a slug, number or date. */
const endsInWord = ({ address }: FirstFacts): boolean =>
  address.slug.length < 20 && !/\d/.test(address.slug) && address.slug.split(/[-_+ ]/).length < 4;

/** Rules that hold whatever the weights say, so that no site's front page, section or search opens by itself. */
export const limits: readonly Limit[] = [
  { name: 'limit: front page', most: 'offer', applies: ({ address }) => address.segments.length === 0 && address.parameters.length === 0 },
  {
    name: 'limit: search results',
    most: 'offer',
    applies: (facts) => inPath(facts, (part) => part.startsWith('search')) || (facts.address.parameters.some(isQuery) && endsInWord(facts)),
  },
  {
    name: 'limit: section',
    most: 'offer',
    applies: (facts) => endsInWord(facts) && facts.markup.linkedHeadings >= 5 && !facts.hasText(1500),
  },
  {
    name: 'limit: list of stories',
    most: 'article',
    applies: (facts) => endsInWord(facts) && facts.markup.linkedHeadings >= 5 && facts.markup.linkedHeadings / facts.markup.headings >= 0.7,
  },
  {
    name: 'limit: tag or author page',
    most: 'article',
    applies: ({ address }) => isList(address.segments.at(-2) ?? ''),
  },
  {
    name: 'limit: video or pictures',
    most: 'article',
    applies: (facts) => facts.declared.ogType.includes('video') || inPath(facts, isPictures),
  },
  {
    name: 'limit: shop',
    most: 'article',
    applies: (facts) => hasType(facts, isProductType) || facts.declared.ogType.includes('product'),
  },
  {
    name: 'limit: forum',
    most: 'offer',
    applies: (facts) => isForumHost(facts.address.host) || hasType(facts, isThreadType),
  },
  { name: 'limit: little text', most: 'article', applies: ({ hasText }) => !hasText(SHORTEST_STORY) },
];
