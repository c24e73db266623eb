/** A picture of an article's text. */
export interface PictureSource {
  /** As the text has it: what the picture is kept by. */
  src: string;
  /** Files to ask for, best first. */
  files: string[];
}

/** CSS pixels that a picture is shown at in the reader, twice over: a wider file is asked for only where there is no other. */
const enoughWidth = 1400;

/** A tag as browsers write it: every value in double quotes. A tag within a value is part of that value. */
const tag = /<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>/gi;
const attribute = /([^\s"'<>/=]+)="([^"]*)"/g;

const signs: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', nbsp: '\u00a0' };
const plain = (value: string): string => value.replace(/&(amp|quot|lt|gt|nbsp);/g, (_, name: string) => signs[name] ?? '');

/** The file of a set to ask for: the narrowest that is wide enough, or the widest. Null where the set names no widths. */
function bestOf(srcset: string): string | null {
  const files = [...srcset.matchAll(/(\S+)\s+(\d+)w/g)].map(([, file = '', width]) => ({ file, width: Number(width) }));
  files.sort((one, other) => one.width - other.width);
  return (files.find(({ width }) => width >= enoughWidth) ?? files.at(-1))?.file ?? null;
}

/**
 * The pictures that an article's markup shows, each once, in order. Reads the text, since the background has no document; what a forged text
 * makes of it are addresses like any other.
 *
 * @param html as `sanitise()` left it
 */
export function pictureSources(html: string): PictureSource[] {
  const sources = new Map<string, PictureSource>();
  for (const [, name = '', rest = ''] of html.matchAll(tag)) {
    if (name.toLowerCase() !== 'img') continue;
    const values = new Map([...rest.matchAll(attribute)].map(([, key = '', value = '']) => [key.toLowerCase(), plain(value)]));
    const src = values.get('src') ?? '';
    if (!/^https?:/.test(src) || sources.has(src)) continue;
    const best = bestOf(values.get('srcset') ?? '');
    sources.set(src, { src, files: best !== null && best !== src ? [best, src] : [src] });
  }
  return [...sources.values()];
}
