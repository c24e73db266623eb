import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '../Icon';
import { hintOf } from './acts';
import { ActButton, buttonActs, type ControlsProps, foldedActs } from './Controls';
import { Panel } from './Panel';
import type { ReaderViewProps } from './reader-props';
import { SaveButton } from './SaveButton';
import { SwitchRow } from './SwitchRow';
import { trusted } from './trusted';
import { useRoom } from './use-room';
import { i18n } from './words';

type Props = ControlsProps &
  Pick<ReaderViewProps, 'mode' | 'saving' | 'onToggleSaved' | 'alwaysRead' | 'onAlwaysRead' | 'onClose'> & {
    /** Null at the beginning, where the article's head says it, and at the end. */
    minutesLeft: number | null;
    /** Shows how far one is. It stands among the controls, since all that is shown belongs to a landmark. */
    mark: RefObject<HTMLDivElement | null>;
  };

/** The controls: leave, what the acts with a button do, save. What finds no room stands in the menu at the end. */
export function ReaderToolbar(props: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const room = useRoom(bar);
  const { mode, panels, alwaysRead } = props;
  const buttons = buttonActs(props);
  const folded = foldedActs(buttons, room);
  const leave = mode === 'page' ? i18n.t('reader.close') : i18n.t('reader.back');
  return (
    <header class="bar-frame">
      <div class="progress-mark" role="progressbar" aria-label={i18n.t('reader.progress')} ref={props.mark} />
      <div class="bar" role="toolbar" aria-label={i18n.t('reader.controls')} ref={bar}>
        <button type="button" class="icon-button" title={hintOf('close', leave)} aria-label={leave} onClick={trusted(props.onClose)}>
          <Icon name={mode === 'page' ? 'close' : 'back'} />
        </button>
        {props.minutesLeft !== null && <span class="time-left">{i18n.t('reader.timeLeft', props.minutesLeft)}</span>}
        <span class="bar-space" />
        <div class="bar-acts">
          {buttons
            .filter((act) => !folded.includes(act))
            .map((act) => (
              <ActButton key={act.id} as="icon" act={act} {...props} />
            ))}
        </div>
        <SaveButton saving={props.saving} onToggleSaved={props.onToggleSaved} />
        <button
          type="button"
          class="icon-button"
          title={i18n.t('reader.more')}
          aria-label={i18n.t('reader.more')}
          aria-haspopup="dialog"
          aria-expanded={panels.open === 'more'}
          aria-controls="panel-more"
          onClick={trusted(() => panels.toggle('more'))}
        >
          <Icon name="more" />
        </button>
      </div>
      <Panel name="more" label={i18n.t('reader.more')} kind="popup" panels={panels}>
        {folded.map((act) => (
          <ActButton key={act.id} as="line" act={act} {...props} />
        ))}
        {alwaysRead && (
          <SwitchRow
            label={i18n.t('reader.alwaysRead', [alwaysRead.host])}
            hint={i18n.t('reader.alwaysReadHint')}
            on={alwaysRead.on}
            onSwitch={props.onAlwaysRead}
          />
        )}
      </Panel>
    </header>
  );
}
