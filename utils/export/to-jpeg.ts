import type { PictureBytes } from './export-article';

/** For pictures that were made smaller once already. */
const quality = 0.9;

/** A picture as JPEG, on white where one sees through it; null where it cannot be decoded. */
export async function toJpeg({ bytes, type }: PictureBytes): Promise<PictureBytes | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type }));
  } catch (error) {
    console.warn('A kept picture could not be decoded', error);
    return null;
  }
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (context) context.fillStyle = '#fff';
  context?.fillRect(0, 0, canvas.width, canvas.height);
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return { bytes: new Uint8Array(await jpeg.arrayBuffer()), type: jpeg.type };
}
