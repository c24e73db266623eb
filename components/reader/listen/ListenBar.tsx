import { rates } from '../../../utils/settings/listen-settings';
import { Icon, type IconName } from '../../Icon';
import { interfaceLanguage } from '../../interface-language';
import { type ActId, hintOf } from '../acts';
import { trusted } from '../trusted';
import { i18n } from '../words';
import type { Voice } from './synthesiser';
import type { Listening } from './use-listening';

/** "1.25×", as the interface's language writes numbers. */
export const rateText = (rate: number): string => `${new Intl.NumberFormat(interfaceLanguage().lang).format(rate)}×`;

/** Name of a language in the interface's words; its code where it has none. */
function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames(interfaceLanguage().lang, { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang; // what a page calls a language need not be one
  }
}

/** What is wrong, in words; null where nothing is. */
function problemOf({ voices, voice, trouble, lang }: Listening): string | null {
  if (voices === null) return null;
  if (voice === null && voices.length > 0) return i18n.t('listen.onlyOnline', [languageName(lang)]);
  if (voice === null) return i18n.t('listen.noVoice', [languageName(lang)]);
  return trouble && trouble !== 'text' ? i18n.t(`listen.trouble.${trouble}`) : null;
}

function BarButton({ act, icon, name, onPress }: { act: ActId; icon: IconName; name: string; onPress(): void }) {
  return (
    <button type="button" class="icon-button" title={hintOf(act, name)} aria-label={name} onClick={trusted(onPress)}>
      <Icon name={icon} />
    </button>
  );
}

function VoiceChoice({ voices, voice, onVoice }: Pick<Listening, 'voice' | 'onVoice'> & { voices: readonly Voice[] }) {
  const option = ({ id, name }: Voice) => (
    <option key={id} value={id}>
      {name}
    </option>
  );
  const online = voices.filter(({ isLocal }) => !isLocal);
  return (
    <select
      class="listen-voice"
      aria-label={i18n.t('listen.voice')}
      title={i18n.t('listen.voice')}
      value={voice?.id ?? ''}
      onChange={(event) => event.isTrusted && onVoice(event.currentTarget.value)}
    >
      {voice === null && <option value="">{i18n.t('listen.choose')}</option>}
      {voices.filter(({ isLocal }) => isLocal).map(option)}
      {online.length > 0 && <optgroup label={i18n.t('listen.online')}>{online.map(option)}</optgroup>}
    </select>
  );
}

/** The controls of reading aloud: a slim bar at the foot of the view. */
export function ListenBar(props: Listening) {
  const { isPlaying, voices, voice, rate, onToggle, onStep, onRate, onVoice, onClose } = props;
  const problem = problemOf(props);
  return (
    <aside class="listen-bar" aria-label={i18n.t('listen.name')}>
      <div class="listen-main">
        <p class="listen-problem" role="status">
          {problem}
        </p>
        <div class="listen-row">
          {voice && (
            // The way of time, not of the script: players look alike in every language.
            <div class="listen-acts" dir="ltr">
              <BarButton
                act="previous-sentence"
                icon="step-back"
                name={i18n.t('listen.previousSentence')}
                onPress={() => onStep('sentence', -1)}
              />
              <BarButton
                act="listen"
                icon={isPlaying ? 'pause' : 'play'}
                name={isPlaying ? i18n.t('listen.pause') : i18n.t('listen.play')}
                onPress={onToggle}
              />
              <BarButton act="next-sentence" icon="step-on" name={i18n.t('listen.nextSentence')} onPress={() => onStep('sentence', 1)} />
            </div>
          )}
          {voices === null && <p class="listen-looking">{i18n.t('listen.looking')}</p>}
          {voice && (
            <select
              class="listen-speed"
              aria-label={i18n.t('listen.speed')}
              title={i18n.t('listen.speed')}
              value={String(rate)}
              onChange={(event) => event.isTrusted && onRate(Number(event.currentTarget.value))}
            >
              {rates.map((one) => (
                <option key={one} value={String(one)}>
                  {rateText(one)}
                </option>
              ))}
            </select>
          )}
          {voices && voices.length > 0 && <VoiceChoice voices={voices} voice={voice} onVoice={onVoice} />}
        </div>
      </div>
      <button type="button" class="icon-button" title={i18n.t('listen.stop')} aria-label={i18n.t('listen.stop')} onClick={trusted(onClose)}>
        <Icon name="close" size={18} />
      </button>
    </aside>
  );
}
