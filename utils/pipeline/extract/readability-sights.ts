import type { Block } from './blocks';
import type { BoxTree } from './boxes';

/** What Readability leaves out, and what it leans on, in its own words (`REGEXPS` of Readability 0.6), on lower-case names. */
const UNLIKELY =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/;
const MAYBE = /and|article|body|column|content|main|shadow/;
const POSITIVE = /article|body|content|entry|main|page|post|text|blog|story/;
const NEGATIVE =
  /-ad-|hid(den|$| )|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/;
const UNLIKELY_ROLES = /^(menu|menubar|complementary|navigation|alert|alertdialog|dialog)$/;
const COMMAS = /[,،﹐︐︑⹁⸴⸲，]/g;

/** What Readability drops one after the other when it finds too little. */
export const attempts = [
  { strips: true, weighs: true, cleans: true },
  { strips: false, weighs: true, cleans: true },
  { strips: false, weighs: false, cleans: true },
  { strips: false, weighs: false, cleans: false },
] as const;
export type Attempt = (typeof attempts)[number];

/** What is known of a box whatever the attempt. */
export interface Sight {
  tag: string;
  isUnlikely: boolean;
  weight: number;
  commas: number;
  inFigure: boolean;
}

function weightOf(name: string): number {
  return (NEGATIVE.test(name) ? -25 : 0) + (POSITIVE.test(name) ? 25 : 0);
}

/** Looks at every box once. */
export function lookAt({ boxes }: BoxTree, blocks: readonly Block[]): Sight[] {
  const sights: Sight[] = [];
  for (const { element, name, parent, block, place } of boxes) {
    const tag = element.localName;
    const above = parent && (sights[parent.place] as Sight);
    const named = name.length > 1;
    const isUnlikely =
      place > 0 &&
      ((named && tag !== 'a' && UNLIKELY.test(name) && !MAYBE.test(name)) || UNLIKELY_ROLES.test(element.getAttribute('role') ?? ''));
    sights.push({
      tag,
      isUnlikely: isUnlikely || above?.isUnlikely === true,
      weight: named ? weightOf(name) : 0,
      commas: block < 0 ? 0 : (blocks[block]?.text.match(COMMAS)?.length ?? 0),
      inFigure: tag === 'figure' || above?.inFigure === true,
    });
  }
  return sights;
}
