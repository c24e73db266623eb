import { useEffect, useMemo, useState } from 'preact/hooks';
import type { BlockWord, ReaderCorrections } from '../../components/reader/reader-props';
import { i18n } from '../../components/reader/words';
import type { Article } from '../../utils/article/article';
import { type SiteCorrection, sameCorrection } from '../../utils/article/site-correction';
import { applyChanges, type Change } from '../../utils/pipeline/correct/apply-changes';
import { canComeBack, changesBy, clearShape, removalShape } from '../../utils/pipeline/correct/site-corrections';
import type { Reading } from '../../utils/pipeline/reading';
import { ask } from './ask';

interface Options {
  reading: Extract<Reading, { ok: true }>;
  /** The article without the user's changes; longer than what was read once further pages have come. */
  base: Article;
  /** What is kept for the site. */
  kept: readonly SiteCorrection[];
  inform(text: string): void;
  warn(text: string): void;
}

/** One change: of this article alone (`change`), or of every article of the site (`rule`). */
interface Made {
  sample: string;
  change: Change | null;
  rule: SiteCorrection | null;
  /** Milliseconds since 1970: the last one is the first to be taken back. */
  madeAt: number;
}

const wordsOf: Record<Change['kind'], () => string> = {
  'put-back': () => i18n.t('leftOut.done.putBack'),
  'leave-out': () => i18n.t('leftOut.done.leaveOut'),
  heading: () => i18n.t('leftOut.done.heading'),
  'no-heading': () => i18n.t('leftOut.done.noHeading'),
};

/** The article with the user's changes, and the acts that make them and take them back. */
export function useCorrections({ reading, base, kept, inform, warn }: Options): { article: Article; corrections: ReaderCorrections } {
  const [rules, setRules] = useState(kept);
  const [own, setOwn] = useState<Made[]>([]);
  // The same rules, told anew, are no reason to set the text anew.
  useEffect(() => setRules((now) => (JSON.stringify(now) === JSON.stringify(kept) ? now : kept)), [kept]);
  // Pages that were put before the one that was read move every block: what was said of places is void then.
  const placed = base === reading.article || reading.pages.number === 1;
  const ruled = useMemo(() => (placed ? rules.filter((rule) => changesBy([rule], reading).length > 0) : []), [placed, rules, reading]);
  const { article, origins } = useMemo(() => {
    const changes = placed ? [...changesBy(ruled, reading), ...own.flatMap(({ change }) => change ?? [])] : [];
    // As it was read, each block is itself.
    return changes.length ? applyChanges(base, reading.removals, changes) : { article: base, origins: null };
  }, [base, reading, placed, ruled, own]);

  const keepRule = async (act: 'add' | 'remove', rule: SiteCorrection) => {
    setRules((now) => [...now.filter((one) => !sameCorrection(one, rule)), ...(act === 'add' ? [rule] : [])]);
    const asked = await ask(`page-bg:${act}-correction`, rule);
    if (asked.ok && asked.value.ok) return;
    setRules(rules);
    const isPrivate = asked.ok && !asked.value.ok && asked.value.reason === 'private-window';
    warn(isPrivate ? i18n.t('leftOut.privateWindow') : i18n.t(!asked.ok && asked.gone ? 'reader.extensionUpdated' : 'leftOut.notKept'));
  };
  const make = (change: Change, shape: string | null, sample: string) => {
    const kind = change.kind === 'put-back' ? 'keep' : change.kind;
    if (shape) void keepRule('add', { kind, shape, sample: sample.slice(0, 120), addedAt: Date.now() });
    else setOwn((now) => [...now, { sample, change, rule: null, madeAt: Date.now() }]);
    inform(wordsOf[change.kind]());
  };

  const bySite = ruled.map((rule) => ({ sample: rule.sample, change: null, rule, madeAt: rule.addedAt }));
  const made: Made[] = [...bySite, ...own].sort((a, b) => a.madeAt - b.madeAt);
  const takeBack = (index: number) => {
    const one = made[index];
    if (one?.rule) void keepRule('remove', one.rule);
    else setOwn((now) => now.filter((other) => other !== one));
    inform(i18n.t('leftOut.done.undone'));
  };
  const back = new Set((origins ?? []).flatMap((origin) => ('removal' in origin ? [origin.removal] : [])));
  const originAt = (place: number) => (origins ? origins[place] : { block: place });

  const corrections: ReaderCorrections = {
    leftOut: reading.removals.map(({ rule, text, at }, id) => ({
      id,
      rule,
      text,
      inColumn: at !== null,
      place: (origins ?? []).findIndex((origin) => 'removal' in origin && origin.removal === id),
      get isClear() {
        return removalShape(reading, id) !== null; // parsed when it is asked for: there may be thousands
      },
      canComeBack: canComeBack(rule),
    })),
    made: made.map(({ sample, change, rule }, index) => ({
      words: wordsOf[rule?.kind === 'keep' ? 'put-back' : (rule?.kind ?? change?.kind ?? 'put-back')](),
      sample,
      always: rule !== null,
      onUndo: () => takeBack(index),
    })),
    onPutBack(id, always) {
      if (back.has(id)) return;
      make({ kind: 'put-back', removal: id }, always ? removalShape(reading, id) : null, reading.removals[id]?.text ?? '');
    },
    blockAt(place) {
      const origin = originAt(place);
      const isRead = origin !== undefined && 'block' in origin;
      return { isRead, isClear: isRead && clearShape(reading, origin.block) !== null };
    },
    onBlock(place: number, word: BlockWord, always: boolean, sample: string) {
      const origin = originAt(place);
      if (!origin || !placed) return;
      if ('removal' in origin) {
        const index = made.findIndex(({ change, rule }) =>
          rule ? rule.shape === removalShape(reading, origin.removal) : change?.kind === 'put-back' && change.removal === origin.removal,
        );
        if (word === 'leave-out' && index >= 0) takeBack(index);
        return;
      }
      make({ kind: word, block: origin.block }, always ? clearShape(reading, origin.block) : null, sample);
    },
  };
  return { article, corrections };
}
