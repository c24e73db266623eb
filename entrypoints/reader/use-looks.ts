import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '../../components/reader/words';
import type { ReaderSettings } from '../../utils/settings/reader-settings';
import { ask } from './ask';
import type { ReaderContext } from './open-reader';

interface Options {
  context: Pick<ReaderContext, 'settings' | 'siteLooks' | 'host'>;
  inform(text: string): void;
  warn(text: string): void;
}

/** Milliseconds without a change before settings are kept: synced storage takes few writes a minute. */
const settingsWait = 400;

/** How the article looks: as the site's own settings say, or as those of all sites do. Changes show at once and are kept a little later, at the latest on leaving. */
export function useLooks({ context, inform, warn }: Options) {
  const { host } = context;
  const [everywhere, setEverywhere] = useState(context.settings);
  const [here, setHere] = useState(context.siteLooks);
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; keep(): Promise<void> } | null>(null);
  useEffect(() => {
    if (pending.current) return;
    setEverywhere(context.settings);
    setHere(context.siteLooks);
  }, [context.settings, context.siteLooks]);

  const failed = useCallback(
    (gone: boolean, isPrivate = false) =>
      warn(i18n.t(isPrivate ? 'leftOut.privateWindow' : gone ? 'reader.extensionUpdated' : 'reader.settingsFailed')),
    [warn],
  );
  const keepHere = useCallback(
    async (looks: ReaderSettings | null): Promise<boolean> => {
      const asked = await ask('page-bg:set-site-looks', { looks });
      const isKept = asked.ok && asked.value.ok;
      if (!isKept) failed(!asked.ok && asked.gone, asked.ok && !asked.value.ok && asked.value.reason === 'private-window');
      return isKept;
    },
    [failed],
  );
  const keepEverywhere = useCallback(
    async (looks: ReaderSettings) => {
      const asked = await ask('page-bg:set-reader-settings', looks);
      if (!asked.ok) failed(asked.gone);
    },
    [failed],
  );

  const flush = useCallback(async () => {
    const waiting = pending.current;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    await waiting.keep();
    // Not before the answer: what the background said of the settings earlier may still be on its way.
    if (pending.current === waiting) pending.current = null;
  }, []);
  useEffect(() => () => void flush(), [flush]);

  const change = (looks: ReaderSettings) => {
    if (here) setHere(looks);
    else setEverywhere(looks);
    clearTimeout(pending.current?.timer);
    const keep = async () => void (await (here ? keepHere(looks) : keepEverywhere(looks)));
    pending.current = { keep, timer: setTimeout(flush, settingsWait) };
  };
  const switchSite = async (site: string, on: boolean) => {
    await flush();
    setHere(on ? everywhere : null);
    if (await keepHere(on ? everywhere : null)) inform(i18n.t(on ? 'reader.onlyHereOn' : 'reader.onlyHereOff', [site]));
    else setHere(here);
  };
  return {
    settings: here ?? everywhere,
    change,
    onlyHere: host === null ? null : { host, on: here !== null, onSwitch: (on: boolean) => void switchSite(host, on) },
  };
}
