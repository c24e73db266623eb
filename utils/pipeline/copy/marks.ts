/** Attributes the copy carries of what only the live page knows. The later stages read them; sanitise drops them. */
export const MARK_HIDDEN = 'data-cc-hidden';
export const MARK_BOLD = 'data-cc-bold';
export const MARK_CAPS = 'data-cc-caps';
export const MARK_SIZE = 'data-cc-size';
export const MARK_SOURCE = 'data-cc-src';
