import type { Detection, FiredSignal } from '../reading';
import { type AllFacts, firstSignals, headlineSignals, limits, type Signal, textSignals } from './article-signals';
import model from './article-weights.json';
import { readFacts } from './read-facts';

/** Beyond it reading would be felt; the reader can still be opened by hand. */
const MOST_ELEMENTS = 60_000;
const LEVELS = ['none', 'offer', 'article', 'automatic'] as const;
const weights: Readonly<Record<string, number>> = model.weights;
const nothing = (name: string): Detection => ({
  isArticle: false,
  score: 0,
  level: 'none',
  signals: [{ name, value: 1, weight: 0 }],
});

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** The signals in the order of what they cost to read, and what those after each step could still add at most. None of them takes anything away. */
const steps = [firstSignals, headlineSignals, textSignals] as const;
const mostOf = (signals: readonly Signal<never>[]) => signals.reduce((sum, { name, most = 1 }) => sum + (weights[name] ?? 0) * most, 0);
const stillToCome = [mostOf(headlineSignals) + mostOf(textSignals), mostOf(textSignals), 0];

const levelOf = (score: number): number => LEVELS.findLastIndex((level) => level === 'none' || score >= model.levels[level]);

/** Adds up the signals, as far as they are needed to tell the level. */
function addUp(facts: AllFacts): { sum: number; fired: FiredSignal[] } {
  let sum = model.bias;
  const fired: FiredSignal[] = [];
  for (const [step, signals] of steps.entries()) {
    for (const { name, read } of signals as readonly Signal<AllFacts>[]) {
      const value = Number(read(facts));
      if (value === 0) continue;
      const weight = value * (weights[name] ?? 0);
      fired.push({ name, value, weight });
      sum += weight;
    }
    if (levelOf(logistic(sum)) === levelOf(logistic(sum + (stillToCome[step] ?? 0)))) break;
  }
  return { sum, fired };
}

function judge(page: Document, url: string): Detection {
  const facts = readFacts(page, url);
  const { sum, fired } = addUp(facts);
  const score = logistic(sum);
  let reached = levelOf(score);
  for (const { name, most, applies } of limits) {
    if (reached <= LEVELS.indexOf(most) || !applies(facts)) continue;
    reached = LEVELS.indexOf(most);
    fired.push({ name, value: 1, weight: 0 });
  }
  return { isArticle: reached >= 2, score, level: LEVELS[reached] ?? 'none', signals: fired };
}

/**
 * Tells how surely the page is an article, and why. Reads the live page, changes nothing, and never throws:
 * a page that cannot be read is no article.
 *
 * The score is a linear model over `article-signals.ts`; its weights are made by `scripts/train-detector.mjs`.
 * @param url the page's address; an unreadable one counts as empty
 */
export function detectArticle(page: Document, url: string): Detection {
  try {
    if (page.documentElement?.localName !== 'html') return nothing('no HTML page');
    return page.getElementsByTagName('*').length > MOST_ELEMENTS ? nothing('too large') : judge(page, url);
  } catch (error) {
    // Runs on every page of the web: whatever one of them brings, the tab must stay as it is.
    return nothing(`unreadable: ${String(error).slice(0, 100)}`);
  }
}
