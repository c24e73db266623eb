import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { fileSize } from '../../components/format';
import { interfaceLanguage } from '../../components/interface-language';
import { PicturesInUse } from '../../components/options/PicturesInUse';
import { Section } from '../../components/options/Section';
import { useKept } from '../../components/options/use-kept';
import { Switch } from '../../components/Switch';
import { useSetting } from '../../components/use-setting';
import { send } from '../../utils/messages';
import { picturesInUse } from '../../utils/pictures/picture-store';
import { type AppSettings, appSettings } from '../../utils/settings/app-settings';

/** Whether saved articles keep their pictures, what these take, and the way to be rid of them. */
export function Pictures({ app }: { app: AppSettings }) {
  const [kept, tellKept] = useKept();
  const [settings, setSettings] = useSetting(appSettings, app, tellKept);
  const [use, setUse] = useState<Awaited<ReturnType<typeof picturesInUse>> | null>(null);
  const [isProblem, setProblem] = useState(false);
  const measure = () => picturesInUse().then(setUse, console.error);
  useEffect(() => {
    const onShown = () => void (document.visibilityState === 'visible' && measure());
    measure();
    document.addEventListener('visibilitychange', onShown);
    return () => document.removeEventListener('visibilitychange', onShown);
  }, []);
  const remove = async () => {
    try {
      await send('ui-bg:remove-pictures', null);
      setProblem(false);
    } catch (error) {
      console.error(error);
      setProblem(true);
    }
    await measure();
  };
  return (
    <Section title={i18n.t('options.pictures')} hint={i18n.t('options.picturesHint')} kept={kept}>
      <Switch
        label={i18n.t('options.keepPictures')}
        on={settings.pictures === 'keep'}
        onChange={(on) => setSettings({ ...settings, pictures: on ? 'keep' : 'leave' })}
      />
      {use && (
        <PicturesInUse
          size={use.bytes === 0 ? null : fileSize(use.bytes, interfaceLanguage().lang)}
          problem={isProblem ? i18n.t('failure.failed') : use.isFull ? i18n.t('options.picturesFull') : null}
          onRemove={remove}
        />
      )}
    </Section>
  );
}
