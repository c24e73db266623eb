import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { trusted } from '../trusted';
import type { LookChoice } from './look-choices';

interface Props<Value extends string> {
  label: string;
  options: readonly LookChoice<Value>[];
  chosen: Value;
  onChoose(value: Value): void;
  specimen(value: Value): ComponentChildren;
}

/** One of several, each with a specimen of what it looks like. */
export function Choice<Value extends string>({ label: title, options, chosen, onChoose, specimen }: Props<Value>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{title}</legend>
      <div class="choices">
        {options.map(({ value, label }) => (
          <label key={value} data-value={value}>
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={trusted(() => onChoose(value))} />
            {specimen(value)}
            <span>{label()}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
