import type { BackupCount } from './articles-to-back-up';
import { type BackupTimes, backupTimes, noteBackup } from './backup-time';
import { backUp } from './export-run';
import { download, toFile } from './save-file';

/** Writes a backup into the user's downloads. */
export async function writeBackup({
  signal,
  onArticle,
}: {
  signal: AbortSignal;
  onArticle?(written: number, total: number): void;
}): Promise<BackupCount> {
  const { download: file, count, total } = await backUp(Date.now(), { onArticle: (written) => onArticle?.(written, total) });
  download(await toFile(file, signal));
  await noteBackup('made', Date.now());
  return count;
}

/**
 * Writes one where it is still due: another window may have been quicker.
 *
 * @returns null where none was
 */
export function writeDueBackup(isDue: (times: BackupTimes) => boolean): Promise<BackupCount | null> {
  return navigator.locks.request('backup', async () =>
    isDue(await backupTimes()) ? writeBackup({ signal: new AbortController().signal }) : null,
  );
}
