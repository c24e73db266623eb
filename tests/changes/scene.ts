import type { ArticleText } from '../../utils/changes/compare-articles';
import { isNoise } from '../../utils/changes/noise';
import type { BlockKind, TextBlock } from '../../utils/changes/text-blocks';

const signs: readonly (readonly [string, BlockKind])[] = [
  ['# ', 'heading'],
  ['- ', 'item'],
  ['^ ', 'caption'],
  ['> ', 'standfirst'],
];

/** A text, one block a line; `# ` begins a heading, `- ` an item of a list, `^ ` a caption, `> ` the standfirst. */
export function textOf(lines: string, fields: Partial<ArticleText> = {}): ArticleText {
  const lang = fields.lang ?? 'en';
  const blocks = lines.split('\n').flatMap((line): TextBlock[] => {
    const [sign, kind] = signs.find(([sign]) => line.trim().startsWith(sign)) ?? ['', 'paragraph'];
    const text = line.trim().slice(sign.length);
    return text && !isNoise(text, lang) ? [{ kind: kind as BlockKind, text }] : [];
  });
  return { title: 'Ferry runs again', byline: 'Ada Reed', modifiedTime: null, lang, isPartial: false, blocks, ...fields };
}

/** A story of many different words. */
export const story = `> After two winters the ferry crosses the bay.
The ferry left the quay at seven with nine passengers and a dog on board.
Nobody on the quay thought that the crossing would take less than an hour.
# The engine
The engine came from a trawler that was broken up in the harbour last spring.
“It burns whatever we pour into it,” said the mechanic – “even old chip fat.”
- Crossings at seven, noon and five
- Fares from two pounds
^ The ferry at the quay. Photograph: Ada Reed
# The council
Councillors voted by five to four to pay for the first year of the service.
A review of the costs is expected before the end of the summer season.`;

/** Blocks that are not the same in both, as short lines. */
export const marked = (spans: readonly { state: string; text: string }[]): string =>
  spans.map(({ state, text }) => (state === 'same' ? text : state === 'added' ? `{+${text.trim()}+}` : `[-${text.trim()}-]`)).join('');
