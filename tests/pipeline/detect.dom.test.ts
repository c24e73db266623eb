import { describe, expect, test } from 'vitest';
import { firstSignals, headlineSignals, limits, textSignals } from '../../utils/pipeline/detect/article-signals';
import model from '../../utils/pipeline/detect/article-weights.json';
import { detectArticle } from '../../utils/pipeline/detect/is-article';
import { articles, hubs, others } from './detect-pages';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

describe('articles are found', () => {
  test.each(articles)('$name', ({ url, html }) => {
    const { isArticle, level, signals } = detectArticle(parse(html), url);
    expect(isArticle, JSON.stringify(signals)).toBe(true);
    expect(['article', 'automatic']).toContain(level);
  });
});

describe('hubs of news sites are no articles and never open by themselves', () => {
  test.each(hubs)('$name', ({ url, html }) => {
    const { level, signals } = detectArticle(parse(html), url);
    expect(level, JSON.stringify(signals)).not.toBe('automatic');
  });
  test.each(hubs.slice(0, 4))('$name is no article', ({ url, html }) => {
    expect(detectArticle(parse(html), url).isArticle).toBe(false);
  });
});

describe('other pages are no articles', () => {
  test.each(others)('$name', ({ url, html }) => {
    const { isArticle, signals } = detectArticle(parse(html), url);
    expect(isArticle, JSON.stringify(signals)).toBe(false);
  });
});

describe('whatever a page brings', () => {
  const [{ url, html }] = articles as [(typeof articles)[number]];

  test('it stays as it was', () => {
    const page = parse(html);
    const before = page.documentElement.outerHTML;
    detectArticle(page, url);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  test('fields that shadow a form’s own members change nothing', () => {
    const fields = ['children', 'parentNode', 'attributes', 'textContent', 'getAttribute', 'closest', 'nodeName', 'nodeType', 'className']
      .map((name) => `<input name="${name}">`)
      .join('');
    const page = parse(html.replace('<main>', `<form>${fields}<div><main>`).replace('</main>', '</main></div></form>'));
    const { level, signals } = detectArticle(page, url);
    expect(signals.map(({ name }) => name).join()).not.toContain('unreadable');
    expect(level).toBe(detectArticle(parse(html), url).level);
  });

  test.each([
    ['an empty document', document.implementation.createHTMLDocument(''), url],
    ['a document without elements', new Document(), url],
    ['a picture', new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'), url],
    ['an address that is none', parse(html), 'not an address'],
    ['an address with a lone percent sign', parse(html), 'https://post.test/100%-sure'],
  ])('%s does not throw', (_, page, address) => {
    expect(() => detectArticle(page, address)).not.toThrow();
  });

  test('a huge page is not judged', () => {
    const page = parse(html.replace('</article>', `${'<p></p>'.repeat(60_001)}</article>`));
    expect(detectArticle(page, url).signals.map(({ name }) => name)).toEqual(['too large']);
  });

  test('JSON-LD that cannot be parsed, or is odd, does no harm', () => {
    for (const data of [
      '{"@type":"NewsArticle",}',
      'null',
      '[[[[1]]]]',
      '{"@graph":{"@type":["NewsArticle",5]}}',
      '{"__proto__":{"@type":1}}',
    ])
      expect(detectArticle(parse(html.replace('{"@type":"NewsArticle"}', data)), url).isArticle, data).toBe(true);
  });
});

describe('the answer explains itself', () => {
  test('the fired signals add up to the score', () => {
    const { score, signals } = detectArticle(parse(articles[0]?.html ?? ''), articles[0]?.url ?? '');
    const sum = signals.reduce((total, { weight }) => total + weight, model.bias);
    expect(score).toBeCloseTo(1 / (1 + Math.exp(-sum)), 6);
    expect(signals.map(({ name }) => name)).toContain('JSON-LD: article');
  });

  test('every signal has one weight, and every weight its signal', () => {
    const names = [...firstSignals, ...headlineSignals, ...textSignals].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(model.weights).sort()).toEqual([...names].sort());
    expect(new Set(limits.map(({ name }) => name)).size).toBe(limits.length);
  });

  test('what is read late only adds, so that leaving it out is safe', () => {
    const late = [...headlineSignals, ...textSignals].map(({ name }) => model.weights[name as keyof typeof model.weights]);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
  });

  test('levels stand in order', () => {
    expect(model.levels.offer).toBeLessThan(model.levels.article);
    expect(model.levels.article).toBeLessThan(model.levels.automatic);
  });
});
