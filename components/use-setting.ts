import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Setting } from '../utils/settings/setting';

/**
 * A setting and the way to change it: shown at once, then written. Follows changes made elsewhere.
 *
 * @param setting must stay the same object
 * @param onWritten told whether the write went through
 */
export function useSetting<Value>(
  setting: Setting<Value>,
  initial: Value,
  onWritten: (ok: boolean) => void,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState(initial);
  useEffect(() => setting.watch(setValue), [setting]);
  const change = useCallback(
    (next: Value) => {
      setValue(next);
      setting.write(next).then(
        () => onWritten(true),
        (error: unknown) => {
          console.error(error);
          onWritten(false);
        },
      );
    },
    [setting, onWritten],
  );
  return [value, change];
}
