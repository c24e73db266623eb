import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArticleSummary } from '../../utils/article/article';
import type { MarkedText } from './Marked';

/** What a row shows of a hit. */
export interface Hit {
  title: MarkedText;
  /** The part of the text that was found; null until it is there, and where the words are in the title alone. */
  text: MarkedText | null;
}

export interface HitSource {
  marksOf(title: string): MarkedText['marks'];
  textOf(article: ArticleSummary): Promise<MarkedText | null>;
}

/**
 * The marked titles and texts of those hits that are in view.
 *
 * @param source another object for each query; null where nothing is looked for
 */
export function useSnippets(source: HitSource | null) {
  const texts = useRef(new Map<string, MarkedText | null>());
  const current = useRef(source);
  const [, setLoaded] = useState(0);
  useLayoutEffect(() => {
    current.current = source;
    texts.current = new Map();
  }, [source]);

  const onVisible = useCallback(
    (articles: readonly ArticleSummary[]) => {
      if (!source) return;
      for (const article of articles) {
        if (texts.current.has(article.id)) continue;
        texts.current.set(article.id, null);
        source.textOf(article).then((text) => {
          if (current.current !== source) return;
          texts.current.set(article.id, text);
          if (text) setLoaded((count) => count + 1);
        }, console.error);
      }
    },
    [source],
  );
  const hitOf = ({ id, title }: ArticleSummary): Hit | null =>
    source && { title: { text: title, marks: source.marksOf(title) }, text: texts.current.get(id) ?? null };
  return { onVisible, hitOf };
}
