import { useCallback, useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ReaderStatus } from '../../components/reader/reader-props';
import { useSetting } from '../../components/use-setting';
import { type ReaderSettings, readerSettings } from '../../utils/settings/reader-settings';
import { readSiteLooks, setSiteLooks, watchSiteLooks } from '../../utils/settings/site-looks';
import { siteHost } from '../../utils/settings/site-rules';

/**
 * How a saved article looks: as the settings of its site say, or as those of all sites do. Null until that is known.
 *
 * @param url the article's; null while there is none
 */
export function useArticleLooks(url: string | null, initial: ReaderSettings, tell: (text: string, tone: ReaderStatus['tone']) => void) {
  const failed = useCallback(() => tell(i18n.t('reader.settingsFailed'), 'problem'), [tell]);
  const onWritten = useCallback((ok: boolean) => void (ok || failed()), [failed]);
  const [everywhere, setEverywhere] = useSetting(readerSettings, initial, onWritten);
  const host = url === null ? null : siteHost(url);
  const [here, setHere] = useState<ReaderSettings | null | undefined>(undefined);
  useEffect(() => {
    if (host === null) return setHere(url === null ? undefined : null);
    const read = () => readSiteLooks(host).then(setHere, () => setHere(null));
    void read();
    return watchSiteLooks(read);
  }, [url, host]);

  if (here === undefined) return null;
  const keep = async (site: string, looks: ReaderSettings | null) => {
    setHere(looks);
    try {
      await setSiteLooks(site, looks);
      return true;
    } catch (error) {
      console.error(error);
      failed();
      return false;
    }
  };
  const onSwitch = async (site: string, on: boolean) => {
    if (await keep(site, on ? everywhere : null)) tell(i18n.t(on ? 'reader.onlyHereOn' : 'reader.onlyHereOff', [site]), 'info');
  };
  return {
    settings: here ?? everywhere,
    onSettings: (looks: ReaderSettings) => void (here && host !== null ? keep(host, looks) : setEverywhere(looks)),
    onlyHere: host === null ? null : { host, on: here !== null, onSwitch: (on: boolean) => void onSwitch(host, on) },
  };
}
