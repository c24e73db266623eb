// For `scripts/bench-huge.mjs`: the pipeline and the detector, each call timed, in an isolated world of a huge page.
import { detectArticle } from '../../utils/pipeline/detect/is-article';
import { readArticle } from '../../utils/pipeline/read-article';
import { sanitiseToFragment } from '../../utils/pipeline/sanitise/sanitise';

function time<Value>(act: () => Value): [number, Value] {
  const start = performance.now();
  const value = act();
  return [performance.now() - start, value];
}

Object.assign(globalThis, {
  /** Milliseconds of the detector, the pipeline, and what the reader does with the result; and the outcome. */
  measureHuge: () => {
    const [detect] = time(() => detectArticle(document, location.href));
    const [read, reading] = time(() => readArticle(document, location.href, { anyway: true }));
    const [show] = time(() => (reading.ok ? sanitiseToFragment(reading.article.contentHtml, location.href) : null));
    return { detect, read, show, outcome: reading.ok ? `${reading.article.wordCount} words` : reading.reason };
  },
});
