import { imageSize } from 'image-size';
import type { KeptPicture, PictureFault, PictureType } from './picture-store';

/** Pixels that a picture is kept with at the most: across, twice what the reader shows; and in all, so that a tall chart can be read. */
const widest = 1600;
const mostPixels = 4_000_000;
/** Bytes up to which a picture of that size is kept as it came. */
const smallFile = 300_000;
const quality = 0.82;

/** Pixels that are decoded at the most: a file of some kilobytes may claim to have billions, and each takes four bytes. */
const mostDecoded = 32_000_000;
/** This small in both directions, in pixels, a picture shows nothing. */
const spacerSize = 3;

const typeOf: Readonly<Record<string, PictureType>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** What the first bytes say that a file is, whatever its server says; null for no picture, or none of a kind that is kept. */
function readHead(bytes: Uint8Array): { type: PictureType; width: number; height: number } | null {
  try {
    const { type: name = '', width, height } = imageSize(bytes);
    const type = Object.hasOwn(typeOf, name) ? typeOf[name] : undefined;
    return type ? { type, width, height } : null;
  } catch (error) {
    console.debug('Not a picture', error);
    return null;
  }
}

async function decode(bytes: Uint8Array<ArrayBuffer>, type: PictureType): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(new Blob([bytes], { type }));
  } catch (error) {
    console.debug('A broken picture', error);
    return null;
  }
}

/**
 * Makes a picture fit to be kept: no larger than it is ever shown, and decoded once, so that what is kept is whole. A moving picture whose
 * file is large becomes its first frame.
 */
export async function shrinkPicture(bytes: Uint8Array<ArrayBuffer>): Promise<Omit<KeptPicture, 'src'> | PictureFault> {
  const head = readHead(bytes);
  if (!head) return 'not-a-picture';
  if (head.width <= spacerSize && head.height <= spacerSize) return 'blank';
  if (head.width * head.height > mostDecoded) return 'too-large';
  const bitmap = await decode(bytes, head.type);
  if (!bitmap) return 'not-a-picture';
  const { width, height } = bitmap; // as its orientation says
  const scale = Math.min(1, widest / width, Math.sqrt(mostPixels / (width * height)));
  const asItCame = { bytes, type: head.type, width, height };
  try {
    if (scale === 1 && bytes.length <= smallFile) return asItCame;
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const canvas = new OffscreenCanvas(size.width, size.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, size.width, size.height);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    if (scale === 1 && blob.size >= bytes.length) return asItCame;
    return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type as PictureType, ...size };
  } finally {
    bitmap.close();
  }
}
