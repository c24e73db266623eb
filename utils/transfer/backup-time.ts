import { localArea, type StorageArea } from '../library/storage-area';
import type { AppSettings } from '../settings/app-settings';

const day = 24 * 3_600_000;
/** Milliseconds after which a reminder is due, and after which a backup that makes itself is. */
const remindAfter = 30 * day;
const makeAfter = 7 * day;
/** A library smaller than this is not worth a word. */
const fewArticles = 10;

/** When a backup was written last, and when the user was last reminded, in milliseconds since 1970; null for never. */
export interface BackupTimes {
  made: number | null;
  reminded: number | null;
}

const keys = { made: 'backedUpAt', reminded: 'backupRemindedAt' } as const;
const timeOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export async function backupTimes(area: StorageArea = localArea()): Promise<BackupTimes> {
  const stored = await area.get(Object.values(keys));
  return { made: timeOrNull(stored[keys.made]), reminded: timeOrNull(stored[keys.reminded]) };
}

export const noteBackup = (what: keyof BackupTimes, now: number, area: StorageArea = localArea()): Promise<void> =>
  area.set({ [keys[what]]: now });

/** Whether it is time, and for what. A clock that was set back counts as no time passed. */
export function backupDue(
  care: AppSettings['backups'],
  count: number,
  { made, reminded }: BackupTimes,
  now: number,
): 'make' | 'remind' | null {
  const passed = (time: number | null, span: number) => time === null || now - time >= span;
  if (care === 'weekly') return count > 0 && passed(made, makeAfter) ? 'make' : null;
  if (care === 'none' || count < fewArticles) return null;
  return passed(made, remindAfter) && passed(reminded, remindAfter) ? 'remind' : null;
}
