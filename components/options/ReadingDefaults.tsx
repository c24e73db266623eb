import { i18n } from '#i18n';
import type { ReaderSettings } from '../../utils/settings/reader-settings';
import { interfaceLanguage } from '../interface-language';
import { looksOf } from '../reader/looks/looks-of';
import { TypographyPanel } from '../reader/looks/TypographyPanel';
import { ShadowFrame } from '../ShadowFrame';
import { readerCss } from '../styles/reader-css';

/** The frame is the reader's own, but stands in a page instead of filling it. */
const css = `${readerCss}
.reader {
  display: grid;
  grid-template-columns: minmax(0, 300px) minmax(0, 1fr);
  gap: var(--space-5);
  block-size: auto;
  overflow: visible;
  background: none;
  font-size: var(--type-s);
}
.sample {
  align-self: start;
  position: sticky;
  inset-block-start: var(--space-4);
  overflow: hidden;
  padding: var(--space-4) var(--space-5);
  border: 1px solid var(--rule);
  border-radius: var(--radius-m);
  background: var(--paper);
}
.sample .article {
  padding: 0;
}
.sample .text > :last-child {
  margin-block-end: 0;
}
@media (max-width: 720px) {
  .reader {
    grid-template-columns: minmax(0, 1fr);
  }
}`;

export interface ReadingDefaultsProps {
  settings: ReaderSettings;
  onSettings(settings: ReaderSettings): void;
}

/** The reader's own controls, with a paragraph set as articles will be. */
export function ReadingDefaults({ settings, onSettings }: ReadingDefaultsProps) {
  const { lang, dir } = interfaceLanguage();
  return (
    <ShadowFrame css={css} class="reading-defaults">
      <div class="reader" lang={lang} dir={dir} {...looksOf(settings, null)}>
        <div>
          <TypographyPanel settings={settings} onSettings={onSettings} onlyHere={null} hasSiteFace={null} />
        </div>
        <div class="sample" aria-hidden="true">
          <div class="article">
            <div class="text" lang={i18n.t('language')}>
              <h2>{i18n.t('options.sampleTitle')}</h2>
              <p>{i18n.t('options.sample')}</p>
              <p data-hangs="two">{i18n.t('options.sampleMore')}</p>
            </div>
          </div>
        </div>
      </div>
    </ShadowFrame>
  );
}
