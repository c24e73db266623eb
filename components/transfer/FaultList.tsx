import { i18n } from '#i18n';
import { keyOf } from '../../utils/i18n/key-of';
import type { FaultList as Faults } from '../../utils/import/survey';
import { counted, numberText } from '../numbers';

/** What of a file was not taken, and where it stands in it; nothing where all was. */
export function FaultList({ faults }: { faults: Faults }) {
  if (faults.count === 0) return null;
  const more = faults.count - faults.first.length;
  return (
    <details class="faults">
      <summary>{i18n.t('transfer.faults', ...counted(faults.count))}</summary>
      <ul>
        {faults.first.map(({ fault, where }) => (
          <li key={where}>
            <span class="fault-where">{where}</span> {i18n.t(`transfer.fault.${keyOf(fault)}`)}
          </li>
        ))}
        {more > 0 && <li>{i18n.t('transfer.faultsMore', [numberText(more)])}</li>}
      </ul>
    </details>
  );
}
