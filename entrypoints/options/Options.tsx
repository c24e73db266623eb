import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { ButtonChoice } from '../../components/options/ButtonChoice';
import { OwnTypeface } from '../../components/options/OwnTypeface';
import { ReadingDefaults } from '../../components/options/ReadingDefaults';
import { Section } from '../../components/options/Section';
import { useKept } from '../../components/options/use-kept';
import { Switch } from '../../components/Switch';
import { useSetting } from '../../components/use-setting';
import { type AppSettings, appSettings } from '../../utils/settings/app-settings';
import { type ReaderSettings, readerSettings, withTypeface } from '../../utils/settings/reader-settings';
import type { SiteRule } from '../../utils/settings/site-rules';
import { Corrections } from './Corrections';
import { Export } from './Export';
import { FetchTexts } from './FetchTexts';
import { Import } from './Import';
import { listFamilies } from './list-families';
import { Pictures } from './Pictures';
import { Repair } from './Repair';
import { Shortcuts } from './Shortcuts';
import { SiteLooksSection } from './SiteLooksSection';
import { Sites } from './Sites';
import { StorageUse } from './StorageUse';

/** The settings. Each is kept as soon as it is changed. */
export function Options({ reader, app, sites }: { reader: ReaderSettings; app: AppSettings; sites: readonly SiteRule[] }) {
  const [readingKept, tellReading] = useKept();
  const [readingNow, setReading] = useSetting(readerSettings, reader, tellReading);
  const [buttonKept, tellButton] = useKept();
  const [appNow, setApp] = useSetting(appSettings, app, tellButton);
  const [pagesKept, tellPages] = useKept();
  const [pagesNow, setPages] = useSetting(appSettings, app, tellPages);
  return (
    <main class="options">
      <header class="options-head">
        <img src="/icon/article-48.png" alt="" width={32} height={32} />
        <h1>
          {browser.runtime.getManifest().name} <span>{i18n.t('options.title')}</span>
        </h1>
      </header>
      <Section title={i18n.t('options.reading')} hint={i18n.t('options.readingHint')} kept={readingKept}>
        <ReadingDefaults settings={readingNow} onSettings={setReading} />
        <OwnTypeface name={readingNow.fontName} onName={(name) => setReading(withTypeface(readingNow, name))} listFamilies={listFamilies} />
      </Section>
      <SiteLooksSection />
      <Section title={i18n.t('options.button')} hint={i18n.t('options.buttonHint')} kept={buttonKept}>
        <ButtonChoice chosen={appNow.buttonOnArticle} onChoose={(buttonOnArticle) => setApp({ ...appNow, buttonOnArticle })} />
      </Section>
      <Section title={i18n.t('options.pages')} hint={i18n.t('options.pagesHint')} kept={pagesKept}>
        <Switch
          label={i18n.t('reader.pages.always')}
          on={pagesNow.furtherPages === 'fetch'}
          onChange={(on) => setPages({ ...pagesNow, furtherPages: on ? 'fetch' : 'offer' })}
        />
      </Section>
      <Sites initial={sites} />
      <StorageUse />
      <Pictures app={app} />
      <Import />
      <FetchTexts />
      <Export app={app} />
      <Repair />
      <Corrections />
      <Shortcuts />
    </main>
  );
}
