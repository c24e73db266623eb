import { trusted } from './trusted';

interface Props {
  label: string;
  hint?: string;
  on: boolean;
  onSwitch(on: boolean): void;
}

/** One line with a switch at its end; the whole of it can be pressed. */
export function SwitchRow({ label, hint, on, onSwitch }: Props) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} title={hint} onClick={trusted(() => onSwitch(!on))}>
      <span class="switch-words">{label}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
