import { plainForm } from './plain-form';

/*
 * Lines that are another at every visit though nobody edited them: stamps of time, counters, the time it takes to read. Languages:
 * English, Spanish, French, German, Portuguese, Italian, Dutch, Russian, Arabic, Chinese, Japanese, Hindi.
 */

/** "2 hours ago" */
const relativeTimes: readonly RegExp[] = [
  /\b(\d+|an?|one|a few) ?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?) ago\b|\bjust now\b/giu,
  /\bhace (\d+|una?|unos|unas) (segundos?|min(utos?)?|h(oras?)?|días?|semanas?|mes(es)?|años?)\b/giu,
  /\bil y a (\d+|une?|quelques) ?(s(econdes?)?|min(utes?)?|h(eures?)?|j(ours?)?|semaines?|mois|ans?)\b/giu,
  /\bvor (\d+|eine[rmn]?|wenigen) (sekunden?|min(uten?)?|std|stunden?|tag(en)?|wochen?|monat(en)?|jahr(en)?)\b/giu,
  /\bhá (\d+|uma?) (segundos?|min(utos?)?|h(oras?)?|dias?|semanas?|m[eê]s(es)?|anos?)\b/giu,
  /(\d+|un'|una?) ?(secondi?|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa\b/giu,
  /\b(\d+|een) (seconden?|min(uut|uten)?|uur|uren|dag(en)?|we(ek|ken)|maand(en)?|ja(ar|ren)) geleden\b/giu,
  /(\d+ )?(сек|мин|час|дн|ден|нед|месяц|год|лет)\p{L}* назад/giu,
  /(منذ|قبل) (\d+ )?(ثانية|ثوان|دقيقة|دقائق|دقيقتين|ساعة|ساعات|ساعتين|يوم|أيام|يومين|أسبوع|أسابيع|شهر|أشهر|سنة|سنوات)/gu,
  /\d+ ?(秒钟?|分钟|分鐘|小时|小時|天|周|週|个月|個月|年)前|刚刚/gu,
  /\d+ ?(秒|分|時間|日|週間|か月|ヶ月|年)前/gu,
  /\d+ (सेकंड|मिनट|घंटे|घंटा|दिन|सप्ताह|हफ्ते|महीने|महीना|साल|वर्ष) पहले/gu,
];

/** "12 comments", "3.4k shares", "5 min read" */
const counters: readonly RegExp[] = [
  /\d[\d.,\s]*(k|m|mil|tsd\.?|тыс\.?|万|萬|लाख)? ?(comments?|repl(y|ies)|responses?|shares?|views?|likes?|reads?|reactions?|votes?)\b/giu,
  /\d[\d.,\s]*(comentarios?|compartid[oa]s?|vistas|visitas|me gusta|comentários?|compartilhamentos?|visualizações|curtidas)\b/giu,
  /\d[\d.,\s]*(commentaires?|partages?|vues|réactions?|kommentare?|aufrufe|reaktionen|commenti|condivisioni|visualizzazioni)\b/giu,
  /\d[\d.,\s]*(reacties?|keer gedeeld|weergaven|комментари\p{L}*|просмотр\p{L}*|репост\p{L}*)/giu,
  /\d[\d.,\s]*(تعليقات?|مشاركات?|مشاهدات?|条评论|评论|次浏览|阅读|件のコメント|コメント|टिप्पणियाँ|टिप्पणी|शेयर)/gu,
  /\d+[\s-]?min(\.|ute[ns]?|uto?s?|uti)?[\s-]?(of )?(read(ing)?|de lectura|de lecture|de leitura|di lettura|lesezeit|leestijd|чтения)\b/giu,
  /(reading time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|время чтения):? ?\d+\p{L}*/giu,
  /阅读时间:? ?\d+|读完约?需? ?\d+ ?分钟|この記事は\d+分で読めます|\d+ मिनट में पढ़ें/gu,
];

/** Most letters that may stand beside a stamp or a counter, such as "Updated" and a name: of a sentence there would be more. */
const mostBeside = 24;
/** Longest line that may be a stamp, in UTF-16 units. */
const longestStamp = 90;

const lettersOf = (text: string): number => text.replace(/[^\p{L}]/gu, '').length;

/** "Updated", "Published", "Last modified on": what stands before a date. */
const datePhrases =
  /^(last )?(updated?|published|posted|modified|reviewed|first published|actualizad[oa]|publicad[oa]|última actualización|mis(e)? à jour|publiée?|modifiée?|aktualisiert|veröffentlicht|stand|zuletzt|atualizad[oa]|aggiornat[oa]|pubblicat[oa]|bijgewerkt|gepubliceerd|laatst|обновлено|опубликовано|آخر تحديث|نشر|تحديث|更新|发布|發布|最終更新|公開|अपडेट|प्रकाशित)/iu;

/** The names of months and days in a language, long and short, as its dates have them. */
function dateWords(lang: string): Set<string> {
  const words = new Set<string>();
  for (const style of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(lang, { weekday: style, day: 'numeric', month: style, timeZone: 'UTC' });
    // Twelve days, one in each month, that fall on all days of the week.
    for (let month = 0; month < 12; month++)
      for (const { type, value } of format.formatToParts(Date.UTC(2026, month, 1 + month)))
        if (type === 'month' || type === 'weekday') words.add(value.toLowerCase().replace(/\.$/, ''));
  }
  return words;
}

const knownDateWords = new Map<string, Set<string>>();
function dateWordsOf(lang: string | null): Set<string> {
  const [known = 'en'] =
    lang === null ? [] : Intl.DateTimeFormat.supportedLocalesOf(lang.replace('_', '-').match(/^[a-z]{2,3}\b/i)?.[0] ?? []);
  const words = knownDateWords.get(known) ?? dateWords(known);
  knownDateWords.set(known, words);
  return words;
}

/** A date or a time and nothing else, with or without "Updated" before it. */
function isDateLine(text: string, lang: string | null): boolean {
  const rest = text.replace(datePhrases, '');
  const words = rest.toLowerCase().match(/\p{L}[\p{L}\p{M}.]*/gu) ?? [];
  const [own, english] = [dateWordsOf(lang), dateWordsOf('en')];
  const isNamed = (word: string) => own.has(word.replace(/\.$/, '')) || english.has(word.replace(/\.$/, ''));
  const isDate = /\d[:.h/-]\d\d|\b\d{4}\b|\d[年月日]/.test(rest) || words.some(isNamed);
  // What else stands in dates is short: "at", "GMT", "Uhr", "klo".
  return /\d/.test(rest) && isDate && words.every((word) => isNamed(word) || [...word].length <= 4);
}

/**
 * Whether a line says nothing of the article: a date, a relative time, a counter, the time it takes to read. "Updated" with a date is one,
 * "Update:" with a sentence is none.
 *
 * @param lang BCP 47 of the article; names of months are looked for in it and in English
 */
export function isNoise(line: string, lang: string | null): boolean {
  if (line.length > longestStamp) return false;
  const text = plainForm(line);
  if (!/[\p{L}\p{N}]/u.test(text)) return true; // rules and ornaments
  let rest = text;
  for (const stamp of [...relativeTimes, ...counters]) rest = rest.replace(stamp, ' ');
  if (rest !== text) return lettersOf(rest) <= mostBeside;
  return isDateLine(text, lang);
}
