import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Shelf } from '../../components/library/use-articles';
import { type Progress, type Search, useSearch } from '../../components/library/use-search';
import type { ArticleSummary } from '../../utils/article/article';

/** Finds whatever it knows at the moment it is asked. */
let known: string[] = [];
let texts: string[] = [];
let tellProgress: (progress: Progress) => void = () => undefined;
const start = (onProgress: (progress: Progress) => void): Search => {
  tellProgress = onProgress;
  return {
    setArticles: (articles) => {
      known = articles.map(({ id }) => id);
    },
    find: async () => ({ ids: [...known, ...texts], variants: [] }),
    close: () => undefined,
  };
};

let hits: string[] | undefined;
function Page({ shelf }: { shelf: Shelf }) {
  hits = useSearch(start, shelf, 'harbour').hits?.ids;
  return null;
}

const show = (...ids: string[]) => {
  const articles = ids.map((id) => ({ id }) as ArticleSummary);
  render(<Page shelf={{ state: 'ready', articles, count: ids.length, isWhole: true }} />, document.body);
};

afterEach(() => render(null, document.body));

test('an article that comes back is found, whose text never left the index', async () => {
  show('a', 'b');
  await vi.waitFor(() => expect(hits).toEqual(['a', 'b']));
  show('a');
  await vi.waitFor(() => expect(hits).toEqual(['a']));
  show('a', 'b');
  await vi.waitFor(() => expect(hits).toEqual(['a', 'b']));
});

test('what is indexed within one frame is found', async () => {
  texts = [];
  show('a');
  await vi.waitFor(() => expect(hits).toEqual(['a']));
  texts = ['by its text'];
  tellProgress({ done: 0, total: 1 });
  tellProgress({ done: 1, total: 1 });
  await vi.waitFor(() => expect(hits).toEqual(['a', 'by its text']));
});
