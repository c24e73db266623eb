/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i;

/** Not allowed on some system, or able to make a name look like another: path and shell signs, controls, and what turns the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unsafe = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g;

/** Most systems take 255 bytes; the rest is for a number, an extension, and what a browser adds. */
const mostBytes = 160;

const utf8 = new TextEncoder();

/** Cuts between characters as people see them, so that no accent and no half of an emoji is left over. */
function cut(text: string): string {
  if (utf8.encode(text).length <= mostBytes) return text;
  let size = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, mostBytes))) {
    size += utf8.encode(segment).length;
    if (size > mostBytes) break;
    kept += segment;
  }
  return kept;
}

/** The part of a file's name before its extension: safe on every system, recognisable, never empty. */
export function fileStem(title: string, fallback: string): string {
  const words = title.toWellFormed().normalize('NFC').replace(unsafe, ' ').replace(/\s+/g, ' ');
  const trimmed = cut(words.replace(/^[\s.]+/, '')).replace(/[\s.]+$/, '');
  if (!trimmed) return fallback;
  return reserved.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** Gives each file a name of its own, also where upper and lower case are one. */
export function nameGiver(): (stem: string, extension: string) => string {
  const taken = new Set<string>();
  return (stem, extension) => {
    for (let number = 1; ; number++) {
      const name = `${number === 1 ? stem : `${stem} (${number})`}${extension}`;
      const key = name.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  };
}
