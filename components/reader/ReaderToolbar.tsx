import { useId } from 'preact/hooks';
import { stepSetting } from '../../utils/settings/reader-settings';
import { Icon, type IconName } from '../Icon';
import type { ReaderViewProps } from './reader-props';
import { keyLabels, type Shortcut } from './shortcuts';
import { TypographyPanel } from './TypographyPanel';
import { trusted } from './trusted';
import { i18n } from './words';

type Props = Pick<
  ReaderViewProps,
  'mode' | 'settings' | 'onSettings' | 'saving' | 'onToggleSaved' | 'alwaysRead' | 'onAlwaysRead' | 'onOpenLibrary' | 'onClose'
>;

function IconButton(props: { icon: IconName; name: string; shortcut?: Shortcut; class?: string; onPress(): void }) {
  const hint = props.shortcut ? `${props.name} (${keyLabels[props.shortcut]})` : props.name;
  return (
    <button type="button" class={`icon-button ${props.class ?? ''}`} title={hint} aria-label={props.name} onClick={trusted(props.onPress)}>
      <Icon name={props.icon} />
    </button>
  );
}

function SaveButton({ saving, onToggleSaved }: Pick<Props, 'saving' | 'onToggleSaved'>) {
  const saved = saving === 'saved';
  const words = {
    unsaved: i18n.t('reader.save'),
    off: i18n.t('reader.save'),
    saving: i18n.t('reader.saving'),
    saved: i18n.t('reader.saved'),
  };
  const hint = saved ? i18n.t('reader.removeHint') : i18n.t('reader.saveHint');
  return (
    <button
      type="button"
      class="save-button"
      data-saved={saved}
      // Not `disabled`: the focus stays while it is being saved, and the reason can be read.
      aria-disabled={saving === 'off' || saving === 'saving'}
      title={`${hint} (${keyLabels.save})`}
      onClick={trusted(() => {
        if (saving === 'saved' || saving === 'unsaved') onToggleSaved();
      })}
    >
      <Icon name={saved ? 'saved' : 'save'} />
      <span>{words[saving]}</span>
    </button>
  );
}

function AlwaysReadSwitch({ alwaysRead, onAlwaysRead }: Pick<Props, 'alwaysRead' | 'onAlwaysRead'>) {
  if (!alwaysRead) return null;
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={alwaysRead.on}
      title={i18n.t('reader.alwaysReadHint')}
      onClick={trusted(() => onAlwaysRead(!alwaysRead.on))}
    >
      <span class="switch-words">{i18n.t('reader.alwaysRead', [alwaysRead.host])}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}

/** The controls: leave, text size, looks, always read this site, saved articles, save. */
export function ReaderToolbar(props: Props) {
  const panel = useId();
  const { mode, settings, onSettings } = props;
  return (
    <header class="bar-frame">
      <div class="bar" role="toolbar" aria-label={i18n.t('reader.controls')}>
        <IconButton
          icon={mode === 'page' ? 'close' : 'back'}
          name={mode === 'page' ? i18n.t('reader.close') : i18n.t('reader.back')}
          shortcut="close"
          onPress={props.onClose}
        />
        <span class="bar-space" />
        <div class="bar-group bar-sizes">
          <IconButton
            icon="minus"
            name={i18n.t('reader.smaller')}
            shortcut="smaller"
            onPress={() => onSettings(stepSetting(settings, 'textSize', -1))}
          />
          <IconButton
            icon="plus"
            name={i18n.t('reader.larger')}
            shortcut="larger"
            onPress={() => onSettings(stepSetting(settings, 'textSize', 1))}
          />
        </div>
        <button
          type="button"
          class="icon-button"
          popovertarget={panel}
          title={i18n.t('reader.appearance')}
          aria-label={i18n.t('reader.appearance')}
        >
          <Icon name="text" />
        </button>
        {props.onOpenLibrary && <IconButton icon="library" name={i18n.t('reader.library')} onPress={props.onOpenLibrary} />}
        <SaveButton saving={props.saving} onToggleSaved={props.onToggleSaved} />
        <div class="panel" id={panel} popover="auto" role="dialog" aria-label={i18n.t('reader.appearance')}>
          <TypographyPanel settings={settings} onSettings={onSettings} />
          <AlwaysReadSwitch alwaysRead={props.alwaysRead} onAlwaysRead={props.onAlwaysRead} />
        </div>
      </div>
    </header>
  );
}
