/** Begin and end of a sentence within a text. */
export type Span = [start: number, end: number];

/** Characters that take some 12 seconds to say: Chrome falls silent in the middle of what takes longer than 15. */
const longest = { letters: 200, signs: 70 };

const inSigns = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Where a long sentence may be broken: after what makes a voice pause, else between words. */
const pauses = /[,;:、，；：،؛—–](?=\s|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|\s[—–](?=\s)/gu;

/** What ends with a full stop without ending a sentence. An initial is one in every language. */
const shortened = {
  any: /(?:^|[\s(.])\p{Lu}\.\s*$/u,
  en: /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Sgt|Capt|Col|Rev|Jr|Sr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s*$/,
  de: /(?:^|[\s(])(?:Dr|Prof|Nr|St|Hr|Fr|bzw|ca|z\. ?B|d\. ?h|u\. ?a|\d{1,2})\.\s*$/,
  fr: /(?:^|[\s(])(?:MM?|Dr|Me|Mgr|St|Ste|no|art|cf)\.\s*$/,
  es: /(?:^|[\s(])(?:Sra?|Srta|Dra?|Ud|Uds|núm|pág|art)\.\s*$/,
  pt: /(?:^|[\s(])(?:Sra?|Dra?|Prof|núm|pág|art)\.\s*$/,
} as const;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang);
  if (known) return known;
  let locale: string | undefined;
  try {
    [locale] = Intl.getCanonicalLocales(lang);
  } catch {
    locale = undefined; // what a page calls a language need not be one
  }
  const made = new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(lang, made);
  return made;
}

/** Parts of a sentence that are short enough to be said in one go. */
function breakUp(text: string, [start, end]: Span): Span[] {
  const most = inSigns.test(text.slice(start, end)) ? longest.signs : longest.letters;
  const parts: Span[] = [];
  let from = start;
  while (end - from > most) {
    const piece = text.slice(from, from + most);
    const pause = [...piece.matchAll(pauses)].at(-1);
    const cut = pause && pause.index > most / 4 ? pause.index + pause[0].length : piece.lastIndexOf(' ') + 1 || most;
    parts.push([from, from + cut]);
    from += cut;
  }
  return [...parts, [from, end]];
}

/**
 * The sentences of a text, without what has neither letter nor digit; long ones in parts.
 *
 * @param lang BCP 47
 */
export function sentencesOf(text: string, lang: string): Span[] {
  const own = shortened[lang.toLowerCase().split('-')[0] as keyof typeof shortened];
  const spans: Span[] = [];
  let open: number | null = null;
  for (const { segment, index } of segmenterOf(lang).segment(text)) {
    const end = index + segment.length;
    const last = spans.at(-1);
    // “Is it late?” she asked.
    const goesOn = open === null && last && /^\p{Ll}/u.test(segment) && text[index - 1] !== '\n';
    const start: number = goesOn ? last[0] : (open ?? index);
    if (goesOn) spans.pop();
    open = shortened.any.test(segment) || own?.test(segment) ? start : null;
    if (open === null) spans.push([start, end]);
  }
  if (open !== null) spans.push([open, text.length]);
  return spans.flatMap((span) => breakUp(text, span)).filter(([start, end]) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}
