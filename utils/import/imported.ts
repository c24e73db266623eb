import type { ArticleMarks } from '../article/article';

/** One saved article of another program, as far as its file tells. Nothing in it has been checked by the library yet. */
export interface ImportedItem {
  /** http or https. */
  url: string;
  title: string;
  /** Milliseconds since 1970. */
  savedAt: number | null;
  marks: Pick<ArticleMarks, 'state' | 'favourite' | 'tags' | 'progress' | 'readAt' | 'archivedAt'>;
  byline: string | null;
  siteName: string | null;
  publishedTime: string | null;
  lang: string | null;
  excerpt: string;
  /** The text as the file has it: markup that nobody has looked at. Null where the file has none. */
  html: string | null;
  /** A whole article and its marks as a backup of ours has them, to be checked field by field; in place of `html`. */
  backup: unknown;
}

/** Why a part of a file was not taken. */
export type ImportFault =
  /** No address, or none that leads to the web. */
  | 'no-address'
  /** Not a row, record or entry that can be read. */
  | 'unreadable'
  /** Larger than any article. */
  | 'too-large'
  /** More than one import takes in; what came before is kept. */
  | 'too-many';

export type ImportEntry =
  | { kind: 'item'; item: ImportedItem }
  /** `where`: the row, or the file in an archive, as the user would look it up. */
  | { kind: 'fault'; fault: ImportFault; where: string };

/** Ends an import before it began: the file as a whole cannot be read. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  constructor(readonly reason: 'unknown-format' | 'too-large' | 'damaged' | 'bomb' | 'encrypted') {
    super(`This file cannot be imported: ${reason}`);
  }
}

/** What an importer reads: one file, or an archive of them. */
export interface ImportSource {
  /** Name of the file the user chose. */
  name: string;
  files: readonly SourceFile[];
}

/** A file, on its own or in an archive. Nothing is read before it is asked for. */
export interface SourceFile {
  /** As the archive has it: only ever compared, never written to. */
  path: string;
  /** Bytes, as the archive claims; checked while it is read. */
  size: number;
  /** @throws UnreadableFile when it is not what it said, or larger than `limits.ts` allows */
  blob(): Promise<Blob>;
}

/** Also the keys of the programs' names in the interface's words. */
export type ImporterId = 'backup' | 'pocket_csv' | 'pocket_html' | 'omnivore' | 'wallabag' | 'instapaper' | 'bookmarks';

/** How one program's files are recognised and read. */
export interface Importer {
  id: ImporterId;
  /** Whether the files are of this kind, judged by their names and the first characters of the first. */
  recognises(source: ImportSource, start: string): boolean;
  /**
   * The items, in the file's order; read one after the other, so that a large file is never held whole where its format allows.
   *
   * @param withText false for a look at what there is
   */
  read(source: ImportSource, withText: boolean): AsyncIterable<ImportEntry>;
}
