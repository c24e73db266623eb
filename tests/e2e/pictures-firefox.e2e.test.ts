import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, startFirefox } from './harness-firefox';
import { picture, pictureStory, png } from './picture-story';
import { until } from './reader-dom';

const host = 'site-a.test';
const files = ['large.png', 'small.png', 'broken.png', 'gone.png'];
let firefox: Firefox;

beforeAll(async () => {
  firefox = await startFirefox({ build: 'shipped' });
  firefox.serve(host, '/story', pictureStory('Kept with its pictures', files));
  firefox.serve(host, '/large.png', picture(png(2400, 1600, 300)));
  firefox.serve(host, '/small.png', picture(png(320, 240)));
  firefox.serve(host, '/broken.png', picture(Buffer.from('no picture, whatever the server says')));
});
afterAll(() => firefox.close());

test('a saved article shows its pictures without the network', async () => {
  const page = await firefox.newPage(firefox.url(host, '/story'));
  const tabId = await firefox.tabId(page);
  const saved = (await firefox.send('ui-bg:save-tab', { tabId })) as { ok: boolean; value: { id: string } };
  expect(saved.ok).toBe(true);
  /** Widths of what is drawn, in the files' own pixels, and the words of what is not. */
  const shown = async () => {
    const library = await firefox.openExtensionPage(`library.html?id=${saved.value.id}`);
    try {
      return await until('the article is shown', () =>
        library.evaluate(async () => {
          const root = document.querySelector('.reader-frame')?.shadowRoot;
          if (!root?.querySelector('.text p')) return null;
          const images = [...root.querySelectorAll<HTMLImageElement>('.text img')];
          await Promise.all(images.map((image) => image.decode()));
          const missing = [...root.querySelectorAll('.missing-picture')].map(({ textContent }) => textContent);
          return { widths: images.map(({ naturalWidth }) => naturalWidth), missing };
        }),
      );
    } finally {
      await library.close();
    }
  };
  await until('both are kept', async () => (await shown()).widths.length === 2);
  firefox.server.setOffline(true);
  const before = firefox.server.requests.length;
  expect(await shown()).toEqual({ widths: [1600, 320], missing: ['Seen: broken.png', 'Seen: gone.png'] });
  expect(firefox.server.requests.slice(before)).toEqual([]);
  await page.close();
});
