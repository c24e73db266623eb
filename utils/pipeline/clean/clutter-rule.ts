/** One kind of clutter. At least one of `selector`, `names`, `line` and `start` is given. */
export interface ClutterRule {
  name: string;
  /** Elements that are this clutter by their markup. */
  selector?: string;
  /** Whole words or word parts of a class or id, matched in lower case between delimiters (start, end, space, `-`, `_`). */
  names?: string;
  /** Whole text of a short line, white space collapsed, lower case. */
  line?: string;
  /** How a short paragraph of it starts, from its first letter, lower case: sentences that no article says of itself. */
  start?: string;
  /** In plain words: the reader shows this to the user. */
  why: string;
  /** Folder under tests/fixtures with a page that shows it. */
  seenAt: string;
  /** May take a block that holds more text than the article: comment threads do. */
  large?: true;
}
