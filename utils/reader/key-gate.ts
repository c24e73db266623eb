declare global {
  /** Takes the keys before the page does, while a reader is open. A `var`, since only those become members of globalThis. */
  var cleanCopyKeyGate: ((event: KeyboardEvent) => void) | undefined;
}

/** The events of keys. */
export const gatedEvents = ['keydown', 'keyup', 'keypress'] as const;
