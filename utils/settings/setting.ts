import { browser } from 'wxt/browser';

/** One small thing kept in `storage.sync`. */
export interface Setting<Value> {
  /** What is kept, mended where it is not good. */
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
  /** Calls back after each change, from any device, until the returned function is called. */
  watch(callback: (value: Value) => void): () => void;
}

/**
 * Defines a setting by its key and the parser that keeps good fields and replaces bad ones; the key carries the version of its shape.
 *
 * @param parse must answer with the defaults for `undefined`
 */
export function defineSetting<Value>(key: string, parse: (value: unknown) => Value): Setting<Value> {
  return {
    read: async () => parse((await browser.storage.sync.get(key))[key]),
    write: (value) => browser.storage.sync.set({ [key]: value }),
    watch(callback) {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) callback(parse(change.newValue));
      };
      browser.storage.sync.onChanged.addListener(listener);
      return () => browser.storage.sync.onChanged.removeListener(listener);
    },
  };
}
