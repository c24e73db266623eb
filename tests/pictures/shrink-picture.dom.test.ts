import { expect, test } from 'vitest';
import { shrinkPicture } from '../../utils/pictures/shrink-picture';

/** A picture of noise, which no format makes small. */
async function noise(width: number, height: number, type: string): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const data = context.createImageData(width, height);
  let seed = 1;
  for (let at = 0; at < data.data.length; at++) {
    seed = (seed * 48271) % 2147483647;
    data.data[at] = at % 4 === 3 ? 255 : seed & 255;
  }
  context.putImageData(data, 0, 0);
  return new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
}

/** The head of a PNG that says so many pixels, and nothing behind it. */
function pngHead(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

test('a large picture becomes as large as it is shown', async () => {
  const kept = await shrinkPicture(await noise(2400, 1200, 'image/jpeg'));
  expect(kept).toMatchObject({ type: 'image/webp', width: 1600, height: 800 });
});

test('a tall chart can still be read', async () => {
  const kept = await shrinkPicture(await noise(700, 9000, 'image/jpeg'));
  if (typeof kept === 'string') throw new Error(kept);
  expect(kept.width).toBeGreaterThan(500);
  expect(kept.width * kept.height).toBeLessThan(4_010_000);
});

test.each(['image/jpeg', 'image/png', 'image/webp'])('a small %s stays as it came', async (type) => {
  const bytes = await noise(120, 80, type);
  expect(await shrinkPicture(bytes)).toEqual({ bytes, type, width: 120, height: 80 });
});

test.each<[what: string, bytes: Uint8Array<ArrayBuffer>, fault: string]>([
  [
    'a drawing, which could carry script',
    utf8('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><script>1</script></svg>'),
    'not-a-picture',
  ],
  ['a page by the name of a picture', utf8('<!doctype html><title>Sign in</title>'), 'not-a-picture'],
  ['no bytes at all', new Uint8Array(), 'not-a-picture'],
  ['a broken picture', pngHead(300, 200), 'not-a-picture'],
  ['a picture that says it has a billion pixels', pngHead(40_000, 40_000), 'too-large'],
])('%s is not kept', async (_what, bytes, fault) => {
  expect(await shrinkPicture(bytes)).toBe(fault);
});

test('a picture that only counts visits is none', async () => {
  expect(await shrinkPicture(await noise(1, 1, 'image/png'))).toBe('blank');
});
