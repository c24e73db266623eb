import { useEffect, useMemo, useState } from 'preact/hooks';
import { browserSynthesiser } from '../../components/reader/listen/browser-synthesiser';
import type { ListenProps } from '../../components/reader/listen/use-listening';
import { defaultListenSettings, type ListenSettings, listenSettings } from '../../utils/settings/listen-settings';

/** What reading aloud needs in a page of ours. */
export function useListenSettings(onFailure: () => void): ListenProps {
  const [settings, setSettings] = useState(defaultListenSettings);
  const synthesiser = useMemo(() => browserSynthesiser(window), []);
  useEffect(() => {
    listenSettings.read().then(setSettings, console.error); // the defaults do, too
    return listenSettings.watch(setSettings);
  }, []);
  const onSettings = (next: ListenSettings) => {
    setSettings(next);
    listenSettings.write(next).catch((error: unknown) => {
      console.error(error);
      onFailure();
    });
  };
  return { synthesiser, settings, onSettings };
}
