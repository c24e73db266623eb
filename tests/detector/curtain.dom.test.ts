import { afterEach, expect, test, vi } from 'vitest';
import { createCurtain, curtainWait } from '../../utils/detector/curtain';

const clipped = () => getComputedStyle(document.documentElement).clipPath !== 'none';
const before = document.documentElement.outerHTML;
const curtain = createCurtain(document);

afterEach(() => {
  curtain.lift();
  vi.useRealTimers();
});

test('it hides the page without changing its markup, and gives it back', () => {
  curtain.raise();
  curtain.raise();
  expect(clipped()).toBe(true);
  expect(document.documentElement.outerHTML).toBe(before);
  curtain.lift();
  expect(clipped()).toBe(false);
  expect(document.adoptedStyleSheets).toEqual([]);
});

test('it is as dark as the user chose, whatever the system is', () => {
  const colour = (paper: typeof cleanCopyPaper) => {
    globalThis.cleanCopyPaper = paper;
    curtain.raise();
    const { backgroundColor } = getComputedStyle(document.documentElement);
    curtain.lift();
    return backgroundColor;
  };
  expect(colour('night')).toBe('rgb(30, 29, 27)');
  expect(colour('day')).toBe('rgb(250, 247, 241)');
  globalThis.cleanCopyPaper = undefined;
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

test('it lifts by itself when nobody does', () => {
  vi.useFakeTimers();
  curtain.raise();
  vi.advanceTimersByTime(curtainWait - 1);
  expect(clipped()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(clipped()).toBe(false);
});

test('once an article is found, it stays for the reader, however slow, but not for ever', () => {
  vi.useFakeTimers();
  curtain.hold();
  expect(clipped()).toBe(false);
  curtain.raise();
  curtain.hold();
  vi.advanceTimersByTime(2 * curtainWait);
  expect(clipped()).toBe(true);
  vi.advanceTimersByTime(2 * curtainWait);
  expect(clipped()).toBe(false);
});
