import type { StorageArea } from '../../utils/library/storage-area';

/** What goes wrong, and at which writing or reading operation (1 is the first). */
export interface Fault {
  /**
   * `refuse`: nothing is done, rejects. `apply`: done, then rejects. `tear`: the first key only, then rejects. `full`: from here on nothing
   * can be written, for lack of room. `stop`: this and all later ones never answer. `stop-after`: done, but never answers, nor do later ones.
   */
  kind: 'refuse' | 'apply' | 'tear' | 'full' | 'stop' | 'stop-after';
  at: number;
}

/** A `storage.local` over a map with JSON semantics that can be made to fail. */
export class FaultyArea implements StorageArea {
  operations = 0;
  fault: Fault | null = null;
  /** Characters of JSON that fit. */
  quota = Number.POSITIVE_INFINITY;
  getKeys?: () => Promise<string[]>;
  /** Resolves when the world has stopped. */
  readonly stopped: Promise<undefined>;
  private stop: () => void = () => undefined;

  constructor(
    readonly items: Map<string, string> = new Map(),
    withGetKeys = true,
  ) {
    this.stopped = new Promise((resolve) => {
      this.stop = () => resolve(undefined);
    });
    if (withGetKeys) this.getKeys = () => this.run(() => [...this.items.keys()]);
  }

  get(keys: string | string[] | null): Promise<Record<string, unknown>> {
    return this.run(() => {
      const wanted = keys === null ? [...this.items.keys()] : [keys].flat();
      return Object.fromEntries(wanted.flatMap((key) => (this.items.has(key) ? [[key, JSON.parse(this.items.get(key) as string)]] : [])));
    });
  }

  set(items: Record<string, unknown>): Promise<void> {
    const entries = Object.entries(items).map(([key, value]) => [key, JSON.stringify(value)] as const);
    const put = (some: typeof entries) => {
      for (const [key, json] of some) this.items.set(key, json);
    };
    const size = [...this.items.values(), ...entries.map(([, json]) => json)].reduce((sum, json) => sum + json.length, 0);
    if (size > this.quota || this.isFull()) return this.run(() => Promise.reject(new Error('QUOTA_BYTES quota exceeded')));
    return this.run(
      () => put(entries),
      () => put(entries.slice(0, 1)),
    );
  }

  remove(keys: string | string[]): Promise<void> {
    const gone = [keys].flat();
    const drop = (some: string[]) => {
      for (const key of some) this.items.delete(key);
    };
    return this.run(
      () => drop(gone),
      () => drop(gone.slice(0, 1)),
    );
  }

  private async run<T>(act: () => T | Promise<T>, actInPart: () => void = () => undefined): Promise<T> {
    await Promise.resolve(); // a real area never answers at once
    const operation = ++this.operations;
    const { kind, at } = this.fault ?? { kind: 'refuse', at: 0 };
    if (kind === 'stop' && operation >= at) return this.silence();
    if (kind === 'stop-after' && operation > at) return this.silence();
    if (operation !== at || kind === 'full') return act();
    if (kind === 'apply' || kind === 'stop-after') await act();
    if (kind === 'tear') actInPart();
    if (kind === 'stop-after') return this.silence();
    throw new Error('The disk would not');
  }

  private isFull(): boolean {
    return this.fault?.kind === 'full' && this.operations + 1 >= this.fault.at;
  }

  private silence(): Promise<never> {
    this.stop();
    return new Promise(() => undefined);
  }
}
