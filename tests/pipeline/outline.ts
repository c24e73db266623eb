import { finish } from '../../utils/pipeline/steps';
import { buildSections, type SectionContext } from '../../utils/pipeline/structure/build-sections';

export const plain =
  'The council met on Tuesday evening and spoke for three hours about the bridge, its cost and the years it will take to build it again.';
export const paragraph = `<p>${plain}</p>`;

/** What becomes of an article's markup: its headings, each also as "2 Why it fell", what was taken out, and the changed element. */
export function outline(html: string, context: Partial<SectionContext> = {}) {
  const page = new DOMParser().parseFromString(`<div id="body">${html}</div>`, 'text/html');
  const body = page.getElementById('body') as Element;
  const { headings, removals } = finish(
    buildSections(body, { title: 'A bridge for the valley', standfirst: null, byline: null, ...context }),
  );
  return { headings, removals, body, list: headings.map(({ level, text }) => `${level} ${text}`) };
}
