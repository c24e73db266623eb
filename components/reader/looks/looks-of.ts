import type { ReaderSettings } from '../../../utils/settings/reader-settings';

const hundredths = (value: number): number => value / 100;

/** A family's name as CSS takes it. */
const quoted = (family: string): string => `"${CSS.escape(family)}"`;

/**
 * The attributes that set everything below an element as the settings say; what they mean stands in `styles/faces.css` and `article.css`.
 *
 * @param siteFace the families of the page's own text, as a computed style has them; null where there is no page
 */
export function looksOf(settings: ReaderSettings, siteFace: string | null) {
  return {
    'data-theme': settings.theme,
    'data-font': settings.font,
    'data-justify': settings.justify,
    style: {
      '--text-size': `${settings.textSize}px`,
      '--measure': settings.textWidth,
      '--line-height': hundredths(settings.lineHeight),
      '--paragraph-space': `${hundredths(settings.paragraphSpacing)}em`,
      '--letter-space': `${hundredths(settings.letterSpacing)}em`,
      '--word-space': `${hundredths(settings.wordSpacing)}em`,
      ...(siteFace && { '--face-site': siteFace }),
      ...(settings.fontName && { '--face-own': quoted(settings.fontName) }),
    },
  };
}
