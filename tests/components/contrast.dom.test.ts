import { expect, test } from 'vitest';
import tokens from '../../components/styles/tokens.css?inline';
import { themeNames } from '../../utils/settings/reader-settings';

/** Relative luminance, as WCAG 2 defines it. */
function luminance([red, green, blue]: number[]): number {
  const linear = (value = 0) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: number[], other: number[]): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function colourOf(theme: string, scheme: string, token: string): number[] {
  const element = document.createElement('div');
  element.dataset.theme = theme;
  if (/^(system|contrast)$/.test(theme)) element.style.colorScheme = scheme; // as the system would
  element.style.color = `var(--${token})`;
  document.body.append(element);
  return getComputedStyle(element).color.match(/\d+/g)?.slice(0, 3).map(Number) ?? [];
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(tokens);
document.adoptedStyleSheets = [sheet];

/** Text 4.5:1, the article's own (captions and standfirst too) 7:1, edges of controls 3:1 (WCAG 2.2: 1.4.3, 1.4.6, 1.4.11). */
const pairs: [front: string, behind: string, least: number][] = [
  ['ink', 'paper', 7],
  ['ink', 'paper-sunk', 7],
  ['ink', 'mark', 7],
  ['ink', 'put-in', 7],
  ['ink', 'taken-out', 7],
  ['ink', 'paper-raised', 7],
  ['ink-soft', 'paper', 7],
  ['ink-soft', 'paper-sunk', 4.5],
  ['ink-soft', 'paper-raised', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'paper-raised', 4.5],
  ['accent', 'accent-tint', 4.5],
  ['on-accent', 'accent', 4.5],
  ['warning', 'paper-sunk', 4.5],
  ...['keyword', 'string', 'number', 'title', 'name', 'deletion'].map((kind): [string, string, number] => [
    `code-${kind}`,
    'paper-sunk',
    4.5,
  ]),
  ['edge', 'paper', 3],
  ['edge', 'paper-raised', 3],
];

const failing = (theme: string, scheme: string, wanted: typeof pairs) =>
  wanted
    .map(([front, behind, least]) => ({
      pair: `${front} on ${behind}`,
      is: contrast(colourOf(theme, scheme, front), colourOf(theme, scheme, behind)),
      least,
    }))
    .filter(({ is, least }) => !(is >= least));

const shown = themeNames.flatMap((theme): [theme: string, scheme: string][] =>
  theme === 'system' || theme === 'contrast'
    ? [
        [theme, 'light'],
        [theme, 'dark'],
      ]
    : [[theme, '']],
);

test.each(shown)('%s %s: everything can be read', (theme, scheme) => {
  expect(failing(theme, scheme, pairs)).toEqual([]);
});

test.each(['light', 'dark'])('high contrast, %s: nothing is below 7:1', (scheme) => {
  expect(
    failing(
      'contrast',
      scheme,
      pairs.map(([front, behind]) => [front, behind, 7]),
    ),
  ).toEqual([]);
});
