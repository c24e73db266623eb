import type { Download } from '../export/exporters';

/** Files made before this are no longer being downloaded. Milliseconds. */
const fileAge = 24 * 3_600_000;
const folderName = 'downloads';

async function emptyFolder(folder: FileSystemDirectoryHandle, now: number): Promise<void> {
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== 'file') continue;
    if (now - (await (handle as FileSystemFileHandle).getFile()).lastModified > fileAge) await folder.removeEntry(name);
  }
}

/** The extension's own folder on disk; null where the browser gives none, as Firefox does when it is to keep no history. */
async function ownFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });
    await emptyFolder(folder, Date.now());
    return folder;
  } catch (error) {
    console.warn('The file is made in memory', error);
    return null;
  }
}

/** Writes a stream to disk as it comes, so that its size does not matter. */
export async function toFile({ name, type, stream }: Download, signal: AbortSignal): Promise<File> {
  const folder = await ownFolder();
  if (!folder) return new File([await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob()], name, { type });
  const handle = await folder.getFileHandle(crypto.randomUUID(), { create: true });
  await stream.pipeTo(await handle.createWritable(), { signal });
  return new File([await handle.getFile()], name, { type });
}

/** Hands a file to the user, where the browser puts downloads. In a page. */
export function download(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file); // let go with the page: no event tells when the browser has it all
  link.download = file.name;
  link.click();
}
