import { type ComponentChildren, render } from 'preact';
import type { ReaderSettings } from '../utils/settings/reader-settings';
import type { Setting } from '../utils/settings/setting';
import { applyPageLanguage } from './apply-page-language';
import { addExtensionFonts } from './extension-fonts';

/**
 * Starts a page of ours: its language, its title, its typefaces, the user's theme, kept up to date, and then what it shows. The theme comes first, so that
 * nothing is drawn in another.
 */
export async function startPage(title: string, settings: Setting<ReaderSettings>, view: (settings: ReaderSettings) => ComponentChildren) {
  applyPageLanguage(document, title);
  addExtensionFonts(document);
  const apply = ({ theme }: ReaderSettings) => {
    document.documentElement.dataset.theme = theme;
  };
  settings.watch(apply);
  const now = await settings.read();
  apply(now);
  const app = document.getElementById('app');
  if (!app) throw new Error('Expected an element with the id "app" in the page, but there is none');
  render(view(now), app);
}
