import { afterEach, expect, test } from 'vitest';
import { createCurtain, curtainWait } from '../../utils/detector/curtain';

const clipped = () => getComputedStyle(document.documentElement).clipPath !== 'none';
const before = document.documentElement.outerHTML;
const curtain = createCurtain(document);

afterEach(() => curtain.lift());

test('it hides the page without changing its markup, and gives it back', () => {
  curtain.raise();
  curtain.raise();
  expect(clipped()).toBe(true);
  expect(document.documentElement.outerHTML).toBe(before);
  curtain.lift();
  expect(clipped()).toBe(false);
  expect(document.adoptedStyleSheets).toEqual([]);
});

test('what the pipeline reads of visibility and layout stays as it is', () => {
  const paragraph = document.createElement('p');
  paragraph.textContent = 'The tide comes in.';
  document.body.append(paragraph);
  const { width, height } = paragraph.getBoundingClientRect();
  curtain.raise();
  expect(paragraph.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })).toBe(true);
  expect(paragraph.getBoundingClientRect()).toMatchObject({ width, height });
  paragraph.remove();
});

test('it lifts by itself when nobody does', async () => {
  curtain.raise();
  await new Promise((resolve) => setTimeout(resolve, curtainWait - 300));
  expect(clipped()).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(clipped()).toBe(false);
});
