import { useEffect, useMemo, useState } from 'preact/hooks';
import { browserSynthesiser } from '../../components/reader/listen/browser-synthesiser';
import type { ListenProps } from '../../components/reader/listen/use-listening';
import type { ListenSettings } from '../../utils/settings/listen-settings';
import { ask } from './ask';

/** What reading aloud needs in a page. A change holds at once, and is kept by the background. */
export function useListenSettings(given: ListenSettings, onFailure: (gone: boolean) => void): ListenProps {
  const [settings, setSettings] = useState(given);
  useEffect(() => setSettings(given), [given]);
  // The voices of the page's window: here as in a page of ours they are the browser's own.
  const synthesiser = useMemo(() => browserSynthesiser(window), []);
  const onSettings = async (next: ListenSettings) => {
    setSettings(next);
    const asked = await ask('page-bg:set-listen-settings', next);
    if (!asked.ok) onFailure(asked.gone);
  };
  return { synthesiser, settings, onSettings };
}
