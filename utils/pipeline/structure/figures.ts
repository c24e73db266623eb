import { eachOf, type Steps } from '../steps';
import { markCredits } from './credits';
import type { RemovalLog } from './removal-log';
import { collapse, fold } from './text';

const lazyAttributes = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-url',
  'data-hi-res-src',
  'data-image',
  'data-echo',
];
const lazySets = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];
const captionSelector = 'figcaption,[class*="caption" i],[class*="credit" i],.wp-caption-text,.legend,.media-info';
/** Pictures this small in both directions, in pixels, are spacers or counters. */
const spacerSize = 3;
const counter =
  /(\/|\.)(pixel|spacer|blank|transparent|clear|beacon|counter|tracking)[\w-]*\.(gif|png)|\/(pixel|beacon|track|impression)[/?.]|(doubleclick|scorecardresearch|google-analytics)\.|facebook\.com\/tr/i;

const isPlaceholder = (source: string | null): boolean =>
  !source ||
  /^(data:|about:|#|javascript:)/i.test(source) ||
  /(placeholder|lazy[-_]?load|blank|spacer|1x1|loading)[\w.-]*\.(gif|png|svg|jpe?g)/i.test(source);
const pictureName = /^\S+\.(jpe?g|png|webp|avif|gif)(\?\S*)?$/i;
const isSet = (value: string): boolean => /\s\d+(\.\d+)?[wx](\s*,|\s*$)/.test(value);

/** What the page shows in place of the placeholder, or will: the copy's mark, an attribute known for it, or any that names a picture. */
function findLazySource(image: Element): string | undefined {
  const others = image.getAttributeNames().filter((name) => !/^(alt|title|src|class|id)$/.test(name));
  return [
    ...['data-cc-src', ...lazyAttributes].map((name) => image.getAttribute(name) ?? ''),
    ...others.map((name) => image.getAttribute(name) ?? '').filter((value) => pictureName.test(value)),
  ].find((value) => !isPlaceholder(value) && !isSet(value));
}

/** Gives an image the source the page would show: its own, a lazy attribute's, or its picture's. */
function resolveSource(image: Element): void {
  for (const name of lazySets) {
    const value = image.getAttribute(name);
    if (value && isSet(value)) image.setAttribute('srcset', value);
  }
  if (image.getAttribute('srcset')?.trim() === '') image.removeAttribute('srcset');
  if (isPlaceholder(image.getAttribute('src'))) {
    const lazy = findLazySource(image);
    if (lazy) image.setAttribute('src', lazy);
    else if (!image.getAttribute('srcset')) {
      const candidate = image.closest('picture')?.querySelector('source[srcset],source[data-srcset]');
      const set = candidate?.getAttribute('srcset') ?? candidate?.getAttribute('data-srcset');
      if (set) image.setAttribute('srcset', set);
    }
    const set = image.getAttribute('srcset');
    if (isPlaceholder(image.getAttribute('src')) && set) image.setAttribute('src', set.trim().split(/,\s+/).at(-1)?.split(/\s+/)[0] ?? '');
  }
}

const isSpacer = (image: Element): boolean => {
  const [width, height] = ['width', 'height'].map((name) => image.getAttribute(name));
  const isTiny = width !== null && height !== null && Number(width) <= spacerSize && Number(height) <= spacerSize;
  return isTiny || counter.test((image.getAttribute('src') ?? '').slice(0, 300));
};

/** Images that only show without scripts stand as text inside `noscript`: the lazy one beside them is the same picture. */
function resolveNoscript(body: Element): void {
  for (const noscript of body.querySelectorAll('noscript')) {
    const source = /<img\b[^>]{0,2000}?\ssrc\s*=\s*["']?([^"'\s>]{1,1000})/i.exec(noscript.textContent ?? '')?.[1];
    const before = noscript.previousElementSibling;
    const lazy = before?.localName === 'img' ? before : before?.querySelector('img');
    if (source && lazy && isPlaceholder(lazy.getAttribute('src'))) lazy.setAttribute('src', source.replaceAll('&amp;', '&'));
    else if (source && !lazy && !counter.test(source)) {
      const image = body.ownerDocument.createElement('img');
      image.setAttribute('src', source.replaceAll('&amp;', '&'));
      noscript.before(image);
    }
    noscript.remove();
  }
}

/** The caption of an image outside a figure: an element named so, right after it in the same box. */
function findCaption(image: Element, box: Element): Element | null {
  const inBox = [...box.querySelectorAll(captionSelector)].find(
    (element) => !element.contains(image) && collapse(element.textContent).length > 0,
  );
  if (inBox) return inBox;
  const next = box.nextElementSibling;
  return next?.matches(captionSelector) && collapse(next.textContent) ? next : null;
}

/** Puts a lone image and its caption in a figure. */
function makeFigure(image: Element): void {
  const picture = image.closest('picture') ?? image;
  const linked = picture.closest('a') ?? picture;
  let box = linked;
  // The box is the largest ancestor that holds this image and nothing else but its caption.
  for (let parent = box.parentElement; parent && /^(p|div|span|center)$/.test(parent.localName); parent = parent.parentElement) {
    if (parent.getElementsByTagName('img')[1]) break; // first, since it is told at once, and the text of a whole page is not
    const caption = parent.querySelector(captionSelector);
    const rest = fold(parent.textContent).length - fold(caption?.textContent).length;
    if (rest > 0 || !parent.parentElement) break;
    box = parent;
  }
  const isAlone = box !== linked || linked.parentElement?.localName === 'div' || linked.parentElement?.localName === 'section';
  if (!isAlone || box.parentElement === null) return;
  const caption = findCaption(image, box);
  const figure = image.ownerDocument.createElement('figure');
  box.before(figure);
  figure.append(linked);
  if (caption) {
    const figcaption = image.ownerDocument.createElement('figcaption');
    figcaption.append(...caption.childNodes);
    figure.append(figcaption);
    if (caption !== box) caption.remove();
  }
  if (box !== linked && box.isConnected !== false && !collapse(box.textContent) && !box.querySelector('img')) box.remove();
}

/** One caption to a figure; what stands beside it and names the picture joins it, the same words twice stand once. */
function tidyCaptions(figure: Element): void {
  const texts = new Set<string>();
  for (const caption of figure.querySelectorAll(captionSelector)) {
    if (!figure.contains(caption)) continue;
    const text = fold(caption.textContent);
    const isOuter = caption.querySelector(captionSelector) !== null;
    if (!isOuter && (!text || texts.has(text))) caption.remove();
    else texts.add(text);
  }
  const caption = figure.querySelector('figcaption');
  const after = figure.nextElementSibling;
  if (caption && after && fold(caption.textContent) === fold(after.textContent)) after.remove();
}

/** Images with their real sources, in figures with their captions and credits; counters and spacers gone. Changes `body`. */
export function* buildFigures(body: Element, log: RemovalLog): Steps<void> {
  resolveNoscript(body);
  const seen = new Set<string>();
  yield* eachOf(body.querySelectorAll('img'), (image) => {
    resolveSource(image);
    if (isSpacer(image)) {
      image.remove();
      return;
    }
    const source = image.getAttribute('src') ?? '';
    if (isPlaceholder(source) && !image.hasAttribute('srcset')) {
      const figure = image.closest('figure');
      image.remove();
      // A caption without its picture speaks of nothing.
      const caption = figure?.querySelector('figcaption');
      if (figure && !figure.querySelector('img,table,pre,blockquote') && fold(figure.textContent) === fold(caption?.textContent))
        log.remove(figure, 'picture-without-source');
      return;
    }
    if (!image.closest('figure,table')) makeFigure(image);
    const figure = image.closest('figure');
    if (source && seen.has(source) && figure && figure.querySelectorAll('img').length === 1 && !collapse(figure.textContent))
      log.remove(figure, 'picture-repeated');
    seen.add(source);
  });
  yield* eachOf(body.querySelectorAll('figure'), (figure) => {
    tidyCaptions(figure);
    markCredits(figure);
  });
}
