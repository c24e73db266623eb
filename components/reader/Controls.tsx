import { Icon, type IconName } from '../Icon';
import { type Act, type ActId, acts, type Doings, hintOf, keyNames } from './acts';
import { trusted } from './trusted';
import { doingOf } from './use-acts';
import type { Panels } from './use-panels';

export interface ControlsProps {
  doings: Doings;
  panels: Panels;
}

type ButtonAct = Act & { id: ActId; icon: IconName; rank: number };

/** The acts that have a button here, in the order of the table. */
export const buttonActs = ({ doings, panels }: ControlsProps): ButtonAct[] =>
  acts.filter(
    (act: Act): act is ButtonAct & (typeof acts)[number] =>
      act.rank !== undefined && act.icon !== undefined && doingOf(act, doings, panels) !== undefined,
  );

/** Which of the buttons fold into the menu where the bar has room for `room` of them: the lowest ranks, those of one rank together. */
export function foldedActs<One extends Pick<Act, 'rank'>>(buttons: readonly One[], room: number): One[] {
  const stays = ({ rank = 0 }: One) => rank > 0 && buttons.filter((other) => (other.rank ?? 0) >= rank).length <= room;
  return buttons.filter((act) => !stays(act));
}

/** An act as a button of the bar, or as a line of the menu. */
export function ActButton({ act, doings, panels, as }: ControlsProps & { act: ButtonAct; as: 'icon' | 'line' }) {
  const doing = doingOf(act, doings, panels);
  const line = as === 'line';
  const run = () => {
    if (doing?.off) return;
    if (line && !act.panel) panels.close();
    doing?.run();
  };
  return (
    <button
      type="button"
      class={line ? 'menu-line' : 'icon-button'}
      title={line ? undefined : hintOf(act.id)}
      aria-label={line ? undefined : act.name()}
      aria-pressed={doing?.on}
      aria-disabled={doing?.off}
      aria-haspopup={act.panel ? 'dialog' : undefined}
      aria-expanded={act.panel ? panels.open === act.panel : undefined}
      aria-controls={act.panel ? `panel-${act.panel}` : undefined}
      onClick={trusted(run)}
    >
      <Icon name={act.icon} />
      {line && (
        <>
          <span>{act.name()}</span>
          <kbd>{keyNames(act)[0]}</kbd>
        </>
      )}
    </button>
  );
}
