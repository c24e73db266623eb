// What the training of the detector calls, in an isolated world of a stored page: every signal's value, and how far the limits let it go.
import { firstSignals, headlineSignals, limits, textSignals } from '../../utils/pipeline/detect/article-signals';
import { readFacts } from '../../utils/pipeline/detect/read-facts';

Object.assign(globalThis, {
  readSignals: (page: Document) => {
    const facts = readFacts(page, page.location.href);
    return {
      values: [...firstSignals, ...headlineSignals, ...textSignals].map(({ name, read }) => [name, Number(read(facts))]),
      limits: limits.filter(({ applies }) => applies(facts)).map(({ name, most }) => [name, most]),
    };
  },
});
