import { browser } from 'wxt/browser';

/** What the library needs of `storage.local`; tests hand in one that fails on purpose. */
export interface StorageArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  /** Chromium has it; Firefox does not, see `keys.ts`. */
  getKeys?(): Promise<string[]>;
}

/** The area that articles live in. Looked up at each call, since tests replace the browser's object. */
export const localArea = (): StorageArea => browser.storage.local as StorageArea;
