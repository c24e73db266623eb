import article from './article.css?inline';
import articleBlocks from './article-blocks.css?inline';
import changes from './changes.css?inline';
import code from './code.css?inline';
import faces from './faces.css?inline';
import frames from './frames.css?inline';
import leftOut from './left-out.css?inline';
import listen from './listen.css?inline';
import notes from './notes.css?inline';
import outline from './outline.css?inline';
import panel from './panel.css?inline';
import pictures from './pictures.css?inline';
import print from './print.css?inline';
import reader from './reader.css?inline';
import readerMedia from './reader-media.css?inline';
import reading from './reading.css?inline';
import tokens from './tokens.css?inline';

/** Everything the reader view is styled by, for a shadow root. */
export const readerCss = [
  ...[tokens, reader, reading, panel, leftOut, outline, faces],
  ...[article, articleBlocks, frames, code, pictures, notes, changes, readerMedia, listen, print],
].join('\n');
