/** What a block of a text is. */
export type BlockKind = 'standfirst' | 'paragraph' | 'heading' | 'item' | 'caption' | 'row';

/** A block of an article: its words alone. */
export interface TextBlock {
  kind: BlockKind;
  /** White space collapsed. */
  text: string;
}

const kinds: Readonly<Record<string, BlockKind>> = {
  ...{ H1: 'heading', H2: 'heading', H3: 'heading', H4: 'heading', H5: 'heading', H6: 'heading' },
  ...{ LI: 'item', DT: 'item', DD: 'item', FIGCAPTION: 'caption', CAPTION: 'caption', TR: 'row' },
};

/** Elements that begin a line of their own. */
const blockTags = new Set([
  ...Object.keys(kinds),
  ...['ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'DETAILS', 'DIV', 'DL', 'FIGURE', 'FOOTER', 'HEADER', 'HR', 'MAIN', 'OL', 'P', 'PRE'],
  ...['SECTION', 'SUMMARY', 'TABLE', 'TBODY', 'TFOOT', 'THEAD', 'UL'],
]);

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The cells of a row, parted as no words of theirs are. */
const textOfRow = (row: Element): string =>
  [...row.children]
    .map((cell) => collapse(cell.textContent ?? ''))
    .filter(Boolean)
    .join(' | ');

/**
 * The blocks of a text in their order, down to the innermost ones: an item of a list, a caption, a row of a table. Pictures have no words.
 *
 * @param root sanitised; it is only read
 */
export function textBlocks(root: ParentNode & Node): TextBlock[] {
  const blocks: TextBlock[] = [];
  let line = '';
  const end = (kind: BlockKind) => {
    const text = collapse(line);
    line = '';
    if (text) blocks.push({ kind, text });
  };
  const walk = (node: Node, kind: BlockKind) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) line += child.nodeValue ?? '';
      if (!(child instanceof Element)) continue;
      const tag = child.tagName.toUpperCase();
      if (tag === 'BR') line += ' ';
      if (!blockTags.has(tag)) {
        walk(child, kind);
        continue;
      }
      end(kind);
      const own = kinds[tag] ?? kind;
      if (own === 'row') line = textOfRow(child);
      else walk(child, own);
      end(own);
    }
  };
  walk(root, 'paragraph');
  end('paragraph');
  return blocks;
}
