// For `scripts/bench-huge.mjs`: the pipeline and the detector, each call timed, in an isolated world of a huge page.
import { detectArticle } from '../../utils/pipeline/detect/is-article';
import { readInSteps } from '../../utils/pipeline/read-article';
import { inSlices } from '../../utils/pipeline/steps';

async function time<Value>(act: () => Value | Promise<Value>): Promise<[number, Value]> {
  const start = performance.now();
  const value = await act();
  return [performance.now() - start, value];
}

const pause = (delay: number) => new Promise<void>((resolve) => setTimeout(resolve, delay));

Object.assign(globalThis, {
  /** Milliseconds of the detector and of the pipeline in slices, the longest task of the latter, and the outcome. */
  measureHuge: async () => {
    const [detect] = await time(() => detectArticle(document, location.href));
    await pause(100);
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const steps = readInSteps(document, location.href, { anyway: true });
    const [read, reading] = await time(() => inSlices(steps, new AbortController().signal));
    await pause(100); // tasks are told of after they end
    return { detect, read, longest, outcome: reading.ok ? `${reading.article.wordCount} words` : reading.reason };
  },
});
