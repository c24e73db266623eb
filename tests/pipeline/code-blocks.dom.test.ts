import { expect, test } from 'vitest';
import { readCodeBlocks } from '../../utils/pipeline/structure/code-blocks';

function read(html: string): string {
  const page = new DOMParser().parseFromString(`<div id="body">${html}</div>`, 'text/html');
  const body = page.getElementById('body') as Element;
  readCodeBlocks(body);
  return body.innerHTML;
}

test.each<[highlighter: string, html: string, expected: string]>([
  ['plain', '<pre><code class="language-js">let a;\nlet b;</code></pre>', '<pre><code class="language-js">let a;\nlet b;</code></pre>'],
  [
    'Prism, with its toolbar',
    '<div class="code-toolbar"><pre class="language-css"><code><span class="token">a</span> {}<span class="line-numbers-rows"><span></span></span></code><button class="copy-to-clipboard">Copy</button></pre></div>',
    '<div class="code-toolbar"><pre class="language-css"><code class="language-css">a {}</code></pre></div>',
  ],
  [
    'Rouge, with line numbers in a table',
    '<div class="language-ruby highlighter-rouge"><div class="highlight"><table><tr><td class="gutter"><pre>1\n2\n</pre></td><td class="code"><pre><span class="k">def</span> a\nend\n</pre></td></tr></table></div></div>',
    '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre><code class="language-ruby">def a\nend</code></pre></div></div>',
  ],
  [
    'a box for each line',
    '<pre data-lang="python"><code><div class="line">def a():</div><div class="line"></div><div class="line">    pass</div></code></pre>',
    '<pre data-lang="python"><code class="language-python">def a():\n\n    pass</code></pre>',
  ],
  [
    'highlight.js with numbered lines',
    '<pre><code class="hljs go"><table class="hljs-ln"><tbody><tr><td class="hljs-ln-numbers" data-line-number="1"></td><td class="hljs-ln-code">package a</td></tr><tr><td class="hljs-ln-numbers"></td><td>var b</td></tr></tbody></table></code></pre>',
    '<pre><code class="language-go">package a\nvar b</code></pre>',
  ],
  ['a poem', '<pre>Two roads\n  <i>diverged</i></pre>', '<pre>Two roads\n  <i>diverged</i></pre>'],
  ['code with links', '<pre><code>see <a href="/a">a</a></code></pre>', '<pre><code>see <a href="/a">a</a></code></pre>'],
])('%s', (_highlighter, html, expected) => {
  expect(read(html)).toBe(expected);
});
