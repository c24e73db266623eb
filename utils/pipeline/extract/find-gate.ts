import { PhraseIndex } from '../phrase-index';
import { eachOf, type Steps } from '../steps';
import { collapse } from './page-text';
import { own, readStructuredData } from './structured-data';

/** What a page says of a gate before its text. */
export interface Gate {
  /** The page shows that the rest is for subscribers, or for those who sign in. */
  isShown: boolean;
  /** Words that the whole text has, as the page declares; 0 where it does not. A number to compare with, never a source of text. */
  declaredWords: number;
}

const marked =
  '[class*="paywall" i],[id*="paywall" i],[class*="regwall" i],[id*="regwall" i],[class*="subscriber-only" i],[class*="premium-wall" i],[class*="gateway-" i],[class*="article-gate" i]';
/** "Subscribe to continue reading", "This article is for subscribers", and their like, in lower case. */
const said = new PhraseIndex(
  [
    String.raw`(?:please )?(?:subscribe|sign (?:in|up)|log ?in|register|create an account|become a (?:member|subscriber)).{0,40}(?:to|and) (?:continue|keep|finish) reading.{0,60}|(?:to|want to) (?:continue|keep) reading.{0,80}(?:subscribe|sign (?:in|up)|log ?in|register).{0,60}|this (?:article|story|content|post) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:our )?(?:paid |paying )?(?:subscribers|members).{0,80}|(?:already a subscriber|subscriber exclusive).{0,60}|(?:suscr[íi]bete|inicia sesi[óo]n|reg[íi]strate) para (?:seguir|continuar) leyendo.{0,60}|(?:cet )?article (?:est )?r[ée]serv[ée] (?:aux|à nos) abonn[ée]s.{0,60}|(?:dieser artikel ist|lesen sie).{0,40}(?:abonnenten|mit .{0,12}abo)\b.{0,60}|(?:conteúdo|artigo) exclusivo para assinantes.{0,60}|(?:questo )?(?:articolo|contenuto) (?:è )?riservato agli abbonati.{0,60}|(?:dit )?artikel is (?:alleen )?voor abonnees.{0,60}|(?:этот )?материал доступен только подписчикам.{0,60}|هذا المقال للمشتركين.{0,40}|本文仅限(?:订阅|会员).{0,30}|(?:この記事は)?(?:有料)?会員限定.{0,40}|यह लेख केवल सदस्यों के लिए.{0,40}`,
  ],
  '$',
);
/** One of these is in each of them: most pages have none, and need not be looked at line by line. */
const telling =
  'continue reading,keep reading,finish reading,for subscribers,to subscribers,our subscribers,paid subscribers,paying subscribers,a subscriber,subscriber exclusive,for members,to members,our members,paid members,paying members,leyendo,réservé,reserve aux,reserve à,dieser artikel ist,lesen sie,assinantes,abbonati,abonnees,подписчикам,للمشتركين,会员,会員,सदस्यों'.split(
    ',',
  );
const lines = 'p,h2,h3,h4,div,span,strong,a,button';
const longestLine = 160;

const isFalse = (value: unknown) => value === false || (typeof value === 'string' && /^false$/i.test(value));

function* mayTell(page: Document): Steps<boolean> {
  const text = (page.body?.textContent ?? '').toLowerCase();
  for (const words of telling) {
    yield;
    if (text.includes(words)) return true;
  }
  return false;
}

/** Whether a line says that the rest is for others. */
function* hasGateLine(page: Document, isVisible: (element: Element) => boolean): Steps<boolean> {
  const isGateLine = (element: Element): boolean => {
    const parts = element.childElementCount;
    if (parts > 2 || (parts > 0 && element.querySelector('p,div,section,article'))) return false; // no line: a box of them
    const text = element.textContent ?? '';
    return text.length > 10 && text.length < longestLine && said.find(collapse(text).toLowerCase()) >= 0 && isVisible(element);
  };
  let found = false;
  yield* eachOf(page.querySelectorAll(lines), (element) => {
    found ||= isGateLine(element);
  });
  return found;
}

/** Reads the copy before anything is taken out of it: the gate is among the first to go. */
export function* findGate(page: Document): Steps<Gate> {
  const [article] = readStructuredData(page).articles;
  const body = own(article, 'articleBody');
  const count = Number(own(article, 'wordCount'));
  const declaredWords = Math.max(
    Number.isFinite(count) ? count : 0,
    typeof body === 'string' ? (body.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0,
  );
  const isVisible = (element: Element) => element.closest('[data-cc-hidden]') === null;
  const paid = isFalse(own(article, 'isAccessibleForFree'));
  const bySign = paid && [...page.querySelectorAll(marked)].some((element) => isVisible(element) && collapse(element.textContent) !== '');
  const isShown = bySign || ((yield* mayTell(page)) && (yield* hasGateLine(page, isVisible)));
  return { isShown, declaredWords };
}
