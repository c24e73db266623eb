// What the training of the detector calls, in an isolated world of a stored page: every signal's value, and how far the limits let it go.
import { readAddress } from '../../utils/pipeline/detect/address-facts';
import { firstSignals, limits, textSignals } from '../../utils/pipeline/detect/article-signals';
import { readDeclared } from '../../utils/pipeline/detect/declared-facts';
import { readHeadline } from '../../utils/pipeline/detect/headline-facts';
import { readMarkup } from '../../utils/pipeline/detect/markup-facts';
import { readText } from '../../utils/pipeline/detect/text-facts';

Object.assign(globalThis, {
  readSignals: (page: Document) => {
    const declared = readDeclared(page);
    const facts = {
      address: readAddress(page.location.href),
      declared,
      markup: readMarkup(page),
      headline: readHeadline(page, declared.meta.get('og:title') ?? ''),
      text: readText(page),
    };
    return {
      values: [
        ...firstSignals.map(({ name, read }) => [name, Number(read(facts))]),
        ...textSignals.map(({ name, read }) => [name, Number(read(facts))]),
      ],
      limits: limits.filter(({ applies }) => applies(facts)).map(({ name, most }) => [name, most]),
    };
  },
});
