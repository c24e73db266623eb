import type { BundledFace, FontFile } from './bundled-faces';

const patterns = new Map<string, RegExp>();

/** "U+41-5A,U+61" as a pattern that finds one of these characters. */
function patternOf(range: string): RegExp {
  let pattern = patterns.get(range);
  if (!pattern) {
    const characters = range.replace(/U\+([\dA-F]+)(?:-([\dA-F]+))?,?/gi, (_, from: string, to = from) => `\\u{${from}}-\\u{${to}}`);
    pattern = new RegExp(`[${characters}]`, 'u');
    patterns.set(range, pattern);
  }
  return pattern;
}

/**
 * The files of a face that a text is set with, those for upright letters first. As a browser would choose them by `unicode-range`, where the
 * files cannot be left to the browser.
 */
export function filesFor(face: BundledFace, text: string): FontFile[] {
  const inText = new Map<string, boolean>();
  const isIn = (range: string) => {
    const known = inText.get(range) ?? patternOf(range).test(text);
    inText.set(range, known);
    return known;
  };
  return face.files.filter(({ range }) => isIn(range)).sort((a, b) => Number(a.style === 'italic') - Number(b.style === 'italic'));
}
