import { expect, test } from 'vitest';
import tokens from '../../components/styles/tokens.css?inline';

/** Relative luminance, as WCAG 2 defines it. */
function luminance([red, green, blue]: number[]): number {
  const linear = (value = 0) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: number[], other: number[]): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function colourOf(theme: string, token: string): number[] {
  const element = document.createElement('div');
  element.dataset.theme = theme;
  element.style.color = `var(--${token})`;
  document.body.append(element);
  return getComputedStyle(element).color.match(/\d+/g)?.slice(0, 3).map(Number) ?? [];
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(tokens);
document.adoptedStyleSheets = [sheet];

/** Text 4.5:1, the article's own 7:1, edges of controls 3:1 (WCAG 2.2: 1.4.3, 1.4.6, 1.4.11). */
const pairs: [front: string, behind: string, least: number][] = [
  ['ink', 'paper', 7],
  ['ink', 'paper-sunk', 7],
  ['ink', 'mark', 7],
  ['ink', 'paper-raised', 7],
  ['ink-soft', 'paper', 4.5],
  ['ink-soft', 'paper-sunk', 4.5],
  ['ink-soft', 'paper-raised', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'paper-raised', 4.5],
  ['accent', 'accent-tint', 4.5],
  ['on-accent', 'accent', 4.5],
  ['warning', 'paper-sunk', 4.5],
  ['edge', 'paper', 3],
  ['edge', 'paper-raised', 3],
];

test.each(['light', 'sepia', 'dark'])('%s: everything can be read', (theme) => {
  const failing = pairs
    .map(([front, behind, least]) => ({
      pair: `${front} on ${behind}`,
      is: contrast(colourOf(theme, front), colourOf(theme, behind)),
      least,
    }))
    .filter(({ is, least }) => is < least);
  expect(failing).toEqual([]);
});
