import type { ServerResponse } from 'node:http';
import zlib from 'node:zlib';
import type { ServedPage } from './site-server';
import { storyPage } from './stories';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length);
  body.copy(framed, 4);
  framed.writeUInt32BE(zlib.crc32?.(body) ?? crc32(body), body.length + 4);
  return framed;
}

/** Node 20 has none of its own before 20.15. */
function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A PNG with rows of noise in it, so that its file is large where it is. */
export function png(width: number, height: number, noisyRows = 0): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const rows = Buffer.alloc(height * (width * 3 + 1), 0x60);
  let seed = width;
  for (let row = 0; row < height; row++) {
    const start = row * (width * 3 + 1);
    rows[start] = 0;
    if (row >= noisyRows) continue;
    for (let at = 1; at <= width * 3; at++) {
      seed = (seed * 48271) % 2147483647;
      rows[start + at] = seed & 255;
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', zlib.deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

export const picture = (body: Uint8Array, type = 'image/png'): ServedPage => ({ body, headers: { 'content-type': type } });

/** A picture that comes when it is told to. */
export function heldPicture(body: Uint8Array): { page: ServedPage; asked: Promise<void>; release(): void } {
  const waiting: ServerResponse[] = [];
  let isFree = false;
  let tellAsked: (() => void) | undefined;
  const asked = new Promise<void>((resolve) => {
    tellAsked = resolve;
  });
  const answer = (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'image/png' }).end(body);
  return {
    asked,
    page: (_request, response) => {
      tellAsked?.();
      if (isFree) answer(response);
      else waiting.push(response);
    },
    release: () => {
      isFree = true;
      for (const response of waiting) if (!response.destroyed) answer(response);
    },
  };
}

/** An article with a figure for each of these files, `alt` and caption by its name. */
export const pictureStory = (title: string, files: readonly string[]): string =>
  storyPage(title).replace(
    '<h2>',
    `${files
      .map(
        (file) =>
          `<figure><img src="/${file}" width="900" height="600" alt="Seen: ${file}"><figcaption>About ${file}</figcaption></figure>`,
      )
      .join(
        '<p>Between the pictures the story goes on, sentence by sentence, as it would in any paper that has pictures to show.</p>',
      )}<h2>`,
  );
