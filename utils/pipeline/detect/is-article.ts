import type { Detection, FiredSignal } from '../reading';
import { readAddress } from './address-facts';
import { type AllFacts, type FirstFacts, firstSignals, limits, type Signal, textSignals } from './article-signals';
import model from './article-weights.json';
import { readDeclared } from './declared-facts';
import { readHeadline } from './headline-facts';
import { readMarkup } from './markup-facts';
import { readText } from './text-facts';

const LEVELS = ['none', 'offer', 'article', 'automatic'] as const;
const weights: Readonly<Record<string, number>> = model.weights;
const nothing = (name: string): Detection => ({
  isArticle: false,
  score: 0,
  level: 'none',
  signals: [{ name, value: 1, weight: 0 }],
  wordCount: null,
});

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** What the text signals could add at most: where that is not enough for the lowest level, the text need not be read. */
const mostOfText = textSignals.reduce((sum, { name, most = 1 }) => sum + Math.max(0, (weights[name] ?? 0) * most), 0);

function judge(page: Document, url: string): Detection {
  let sum = model.bias;
  const fired: FiredSignal[] = [];
  const weigh = <Facts>(signals: readonly Signal<Facts>[], facts: Facts) => {
    for (const { name, read } of signals) {
      const value = Number(read(facts));
      const weight = value * (weights[name] ?? 0);
      if (value !== 0) fired.push({ name, value, weight });
      sum += weight;
    }
  };

  const first: FirstFacts = { address: readAddress(url), declared: readDeclared(page), markup: readMarkup(page) };
  weigh(firstSignals, first);
  if (logistic(sum + mostOfText) < model.levels.offer)
    return { isArticle: false, score: logistic(sum), level: 'none', signals: fired, wordCount: null };

  const all: AllFacts = { ...first, headline: readHeadline(page, first.declared.meta.get('og:title') ?? ''), text: readText(page) };
  weigh(textSignals, all);
  const score = logistic(sum);
  let reached = LEVELS.findLastIndex((level) => level === 'none' || score >= model.levels[level]);
  for (const { name, most, applies } of limits) {
    if (reached <= LEVELS.indexOf(most) || !applies(all)) continue;
    reached = LEVELS.indexOf(most);
    fired.push({ name, value: 1, weight: 0 });
  }
  return { isArticle: reached >= 2, score, level: LEVELS[reached] ?? 'none', signals: fired, wordCount: all.text.words };
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
    return page.documentElement?.localName === 'html' ? judge(page, url) : nothing('no HTML page');
  } catch (error) {
    // Runs on every page of the web: whatever one of them brings, the tab must stay as it is.
    return nothing(`unreadable: ${String(error).slice(0, 100)}`);
  }
}
