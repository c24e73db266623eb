/** Scripts that are written right to left. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const letters = /\p{L}/gu;

/** From this share of Latin letters on no other script can be the text's. */
const MOSTLY = 0.85;
const latin = /[a-z]/gi;
/** Letters that are not Latin. */
const otherLetters = /[\u0370-\u1fff\u2c00-\ud7ff\uf900-\uffff]/;

/** Scripts that, by themselves, name a language well enough to hyphenate, speak and count words. Order matters: kana before Han. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Thai}/gu, 'th'],
];

/** Enough of the page's paragraphs to tell its script: about 2,000 characters. */
export function sampleText(page: Document): string {
  let sample = '';
  for (const paragraph of page.querySelectorAll('p')) {
    const text = paragraph.textContent ?? '';
    if (text.length > 40) sample += `${text.slice(0, 500)} `;
    if (sample.length > 2000) break;
  }
  return sample || (page.body?.textContent ?? '').slice(0, 2000);
}

/** Language and direction of the article. The declared language stands unless the text is in another script than it is ever written in. */
export function readLanguage(page: Document, declaredByData: string | null): { lang: string | null; dir: 'ltr' | 'rtl' } {
  const root = page.documentElement;
  const sample = sampleText(page);
  const count = sample.match(otherLetters.test(sample) ? letters : latin)?.length ?? 0;
  const share = (pattern: RegExp) => (count ? (sample.match(pattern)?.length ?? 0) / count : 0);
  const isLatin = share(latin) >= MOSTLY;
  // Kana is a small part of Japanese text; other scripts must be most of it.
  const seen = isLatin ? null : (scripts.find(([pattern, lang]) => share(pattern) > (lang === 'ja' ? 0.15 : 0.5))?.[1] ?? null);
  const declared = [
    root.getAttribute('lang'),
    root.getAttribute('xml:lang'),
    page.body?.getAttribute('lang'),
    page.querySelector('article[lang]')?.getAttribute('lang'),
    declaredByData,
  ]
    .map((value) => value?.trim().replace('_', '-') ?? '')
    .find((value) => /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(value));
  const isLatinOnly = /^(en|es|fr|de|pt|it|nl|sv|da|no|nb|fi|pl|cs|tr|id|vi)(-|$)/i.test(declared ?? '');
  const lang = declared && !(isLatinOnly && seen) ? declared : (seen ?? declared ?? null);
  const own = [page.querySelector('article[dir]'), page.body, root]
    .map((element) => element?.getAttribute('dir')?.toLowerCase())
    .find((value) => value === 'rtl' || value === 'ltr');
  // The text itself wins: sites declare one direction for all their editions.
  const isRightToLeft = count >= 40 ? !isLatin && share(rightToLeft) > 0.5 : own === 'rtl';
  return { lang, dir: isRightToLeft ? 'rtl' : 'ltr' };
}
