import { localArea, type StorageArea } from './storage-area';

const key = 'backedUpAt';

/** When the last backup was written, in milliseconds since 1970; null where there was none. */
export async function lastBackup(area: StorageArea = localArea()): Promise<number | null> {
  const time = (await area.get(key))[key];
  return typeof time === 'number' ? time : null;
}

export const noteBackup = (now: number, area: StorageArea = localArea()): Promise<void> => area.set({ [key]: now });
