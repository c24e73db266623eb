import { LETTER } from '../letters';
import type { Block } from './blocks';

/** Words by which a question speaks to someone, in lower case, in the languages the wordings know. */
const secondPerson = new RegExp(
  String.raw`(^|[^${LETTER}])(you|your|yours|usted(es)?|tú|tus?|te|vous|votre|vos|sie|ihre?[rnms]?|du|dein\w*|você|seu|sua|lei|suo|sua|tu|u|uw|jij|je|вы|вас|вам|ваш[${LETTER}]*|ты|أنت|لك|كم|आप[${LETTER}]*|आपके)(?=$|[^${LETTER}])|[您你]|あなた`,
);
/** Words by which an answer speaks of its speaker, in lower case. */
const firstPerson = new RegExp(
  String.raw`(^|[^${LETTER}])(i|i['’][${LETTER}]{1,2}|me|my|we|our|us|yo|mi|me|nosotros|je|j['’][${LETTER}]+|mon|ma|nous|notre|ich|mir|mich|wir|uns|mein\w*|eu|meu|minha|nós|io|mio|noi|ik|mijn|wij|we|я|мне|меня|мой|мы|нас|أنا|نحن|मैं|हम|मेरे?|मुझे)(?=$|[^${LETTER}])|[我私僕俺]`,
);

/** A line that names its speaker: "Q:", "Q.", "Interviewer:". */
const speaker = /^(q|question|interviewer|p|f|в|س|问|問|प्रश्न)\s?[.:：]\s/iu;
/** A heading over a list of frequent questions, in lower case. */
const questionList = new RegExp(
  `(^|[^${LETTER}])(faqs?|frequently asked|q ?& ?as?|(common|popular|your|people.{1,12}) questions|preguntas (frecuentes|comunes)|questions fréquentes|häufig[${LETTER}]* (gestellte )?fragen|perguntas frequentes|domande frequenti|veelgestelde vragen)(?=$|[^${LETTER}])|частые вопросы|вопросы и ответы|الأسئلة الشائعة|常见问题|よくある質問`,
);
/** Two questions may stand in any article. */
const FEWEST_QUESTIONS = 3;
const question = /[?？؟]["”’»)]*\s*$/u;

/**
 * The questions of an interview: bold questions in a row that speak to someone whose answers speak of themselves. They are the other
 * voice of a talk, not its table of contents. A list of frequent questions is the other way round: the reader asks, the site answers.
 *
 * @param candidates the indexes of the blocks that look like headings
 * @returns those of them that are an interviewer's
 */
export function findInterviewQuestions(blocks: readonly Block[], candidates: readonly number[]): Set<number> {
  if (candidates.length < FEWEST_QUESTIONS) return new Set();
  const asked: number[] = [];
  let talks = 0;
  const isCandidate = new Set(candidates);
  if (blocks.some(({ kind, text }, index) => (kind === 'heading' || isCandidate.has(index)) && questionList.test(text.toLowerCase())))
    return new Set();
  for (const index of candidates) {
    const { text } = blocks[index] as Block;
    const isSpoken = speaker.test(text);
    if (!isSpoken && !question.test(text)) continue;
    asked.push(index);
    let answer = '';
    for (let at = index + 1; at < blocks.length && answer.length < 300; at++) {
      const next = blocks[at] as Block;
      if (isCandidate.has(at) || next.kind === 'heading') break;
      answer += `${next.text} `;
    }
    const isAnswered = firstPerson.test(answer.slice(0, 400).toLowerCase());
    if (isAnswered && (isSpoken || secondPerson.test(text.toLowerCase()))) talks++;
  }
  // Two of three questions must look like it: a single "Why should you care?" makes no interview.
  if (asked.length < FEWEST_QUESTIONS || talks < 0.6 * asked.length) return new Set();
  // What looks like the questions is the interviewer's too: "Tell me about your first day".
  const shapes = new Set(asked.map((index) => (blocks[index] as Block).shape));
  const isAsked = new Set(asked);
  return new Set(candidates.filter((index) => isAsked.has(index) || shapes.has((blocks[index] as Block).shape)));
}
