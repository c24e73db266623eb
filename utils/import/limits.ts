/** No export known is as large. Bytes. */
export const LARGEST_FILE = 2 * 1024 ** 3;

/** Of what has to be read whole: JSON, and pages of bookmarks. Bytes. */
export const LARGEST_WHOLE = 256 * 1024 ** 2;

/** A text of this size is no article. Bytes. */
export const LARGEST_TEXT = 8 * 1024 ** 2;

/** Rows, records and entries of one import. */
export const MOST_ITEMS = 100_000;

/** Files in one archive. */
export const MOST_FILES = 250_000;

/** All that an archive unfolds to, in bytes; and how many times its packed size that may be. Text shrinks to a tenth, hardly to a hundredth. */
export const LARGEST_UNFOLDED = 8 * 1024 ** 3;
export const MOST_UNFOLDING = 200;
