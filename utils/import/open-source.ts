import { BlobReader, configure, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { type ImportSource, type SourceFile, UnreadableFile } from './imported';
import { LARGEST_FILE, LARGEST_UNFOLDED, LARGEST_WHOLE, MOST_FILES, MOST_UNFOLDING } from './limits';

// The browser unfolds by itself; workers out of text are what our pages' policy forbids.
configure({ useWebWorkers: false });

/** Small files may shrink as far as they like: only what becomes large is suspicious. Bytes. */
const harmless = 16 * 1024 ** 2;

function faultOf(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  console.warn('The archive cannot be read', error);
  return new UnreadableFile(error instanceof Error && /encrypt|password/i.test(error.message) ? 'encrypted' : 'damaged');
}

/** Unfolds one file, and stops where it becomes larger than it said. */
async function unfold(entry: FileEntry): Promise<Blob> {
  if (entry.uncompressedSize > LARGEST_WHOLE) throw new UnreadableFile('too-large');
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw new UnreadableFile('bomb');
      chunks.push(chunk);
    },
  });
  try {
    await entry.getData(sink, { checkSignature: true, useWebWorkers: false });
  } catch (error) {
    throw faultOf(error);
  }
  return new Blob(chunks);
}

/** What an archive says of itself is looked at before anything in it is. */
function checkEntries(entries: readonly FileEntry[]): void {
  let unfolded = 0;
  for (const { uncompressedSize, compressedSize, encrypted } of entries) {
    if (encrypted) throw new UnreadableFile('encrypted');
    if (uncompressedSize > harmless && uncompressedSize > compressedSize * MOST_UNFOLDING) throw new UnreadableFile('bomb');
    unfolded += uncompressedSize;
  }
  if (unfolded > LARGEST_UNFOLDED) throw new UnreadableFile('bomb');
}

/** Names of what systems put into archives beside what the user did. */
const isOwn = (path: string): boolean => !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/.test(path);

async function filesInArchive(file: Blob): Promise<SourceFile[]> {
  const entries: FileEntry[] = [];
  try {
    for await (const entry of new ZipReader(new BlobReader(file), { checkOverlappingEntry: true }).getEntriesGenerator()) {
      if (!entry.directory && isOwn(entry.filename)) entries.push(entry);
      if (entries.length > MOST_FILES) throw new UnreadableFile('bomb');
    }
  } catch (error) {
    throw faultOf(error);
  }
  checkEntries(entries);
  return entries.map((entry) => ({ path: entry.filename, size: entry.uncompressedSize, blob: () => unfold(entry) }));
}

const isZip = async (file: Blob): Promise<boolean> => (await file.slice(0, 4).text()) === 'PK\u0003\u0004';

/**
 * Opens what the user chose: a file, or an archive of files.
 *
 * @throws UnreadableFile with the reason, before anything large has been read
 */
export async function openSource(file: File): Promise<ImportSource> {
  if (file.size > LARGEST_FILE) throw new UnreadableFile('too-large');
  const files = (await isZip(file)) ? await filesInArchive(file) : [{ path: file.name, size: file.size, blob: async () => file }];
  return { name: file.name, files };
}
