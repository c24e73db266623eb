import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { fileSize } from '../../components/format';
import { interfaceLanguage } from '../../components/interface-language';
import { counted } from '../../components/numbers';
import { Section } from '../../components/options/Section';
import { openLibrary } from '../../utils/library/library-tab';
import { listSummaries, watchSummaries } from '../../utils/library/saved-articles';

/** Older Firefox cannot tell. */
const bytesInUse = async (): Promise<number | null> => (await browser.storage.local.getBytesInUse?.(null)) ?? null;

/** Milliseconds without a change. */
const quiet = 300;

/** What the saved articles take, and the promise that they stay here. */
export function StorageUse() {
  const [use, setUse] = useState<string | null>(null);
  useEffect(() => {
    const measure = async () => {
      try {
        const [articles, bytes] = await Promise.all([listSummaries(), bytesInUse()]);
        const count = i18n.t('list.count', ...counted(articles.length));
        setUse(bytes === null ? count : i18n.t('options.storageUse', [count, fileSize(bytes, interfaceLanguage().lang)]));
      } catch (error) {
        console.error(error);
        setUse(i18n.t('list.unreadable'));
      }
    };
    measure();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = watchSummaries(() => {
      // An import changes the library hundreds of times: measured once it is quiet.
      clearTimeout(timer);
      timer = setTimeout(measure, quiet);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return (
    <Section title={i18n.t('options.storage')} hint={i18n.t('options.storageHint')}>
      <p class="storage-use">{use}</p>
      <button type="button" class="button" onClick={() => openLibrary(null)}>
        {i18n.t('options.openLibrary')}
      </button>
    </Section>
  );
}
