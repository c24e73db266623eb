import { defineConfig } from 'wxt';
import { compileEarly } from './scripts/compile-early.mjs';
import { fontFiles, packageOf } from './scripts/fonts.mjs';
import { thirdParty } from './scripts/third-party.mjs';
import { bundledFaces } from './utils/fonts/bundled-faces';

/** Drawn by `scripts/make-icons.mjs`; the background sets the others as a tab's state changes. */
const icons = (state: string) => Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${state}-${size}.png`]));

const faces = Object.values(bundledFaces);
const notices = thirdParty(faces.map(packageOf));

const everySite = ['http://*/*', 'https://*/*'];

/**
 * Firefox opens the menus of its menu bar by Alt, their letter, and Shift or not, before it looks for an extension's keys: no letter of a menu
 * in any language of ours will do there. (S, A and C are such in English, Spanish, French or German.)
 */
const letters = { chrome: { read: 'R', save: 'S', site: 'A', popup: 'C' }, firefox: { read: 'R', save: 'K', site: 'W', popup: 'P' } };

const keyFor = (browser: string, act: keyof typeof letters.chrome) =>
  `Alt+Shift+${letters[browser === 'firefox' ? 'firefox' : 'chrome'][act]}`;

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'utils/i18n/locales' },
  // One folder a mode, so that the build made for tests never takes the place of the one that ships.
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  vite: () => ({ plugins: [notices.plugin, compileEarly()] }),
  hooks: {
    'build:publicAssets': (_, files) => void files.push(...fontFiles(faces)),
    'build:done': (wxt) => notices.write(wxt.config.outDir),
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    // The detector runs on every page; the reader script is injected where the user, or a switch the user set, asks for it.
    host_permissions: everySite,
    // Not a content script of WXT's: those announce themselves to the page by events that carry the extension's id. Not at document_start:
    // where the user withholds sites, Chromium would ask for a reload of the page on each click of the button.
    content_scripts: [{ matches: everySite, js: ['detector.js'], run_at: 'document_end' }],
    icons: icons('article'),
    action: {
      default_icon: icons('no-article'),
      default_title: '__MSG_extName__',
      // Firefox would put it behind its puzzle piece, where nobody sees that a page is an article.
      ...(browser === 'firefox' && { default_area: 'navbar' }),
    },
    commands: {
      'toggle-reader': { suggested_key: { default: keyFor(browser, 'read') }, description: '__MSG_commandToggleReader__' },
      'save-article': { suggested_key: { default: keyFor(browser, 'save') }, description: '__MSG_commandSaveArticle__' },
      'toggle-site': { suggested_key: { default: keyFor(browser, 'site') }, description: '__MSG_commandToggleSite__' },
      'read-selection': { description: '__MSG_commandReadSelection__' },
      'open-library': { description: '__MSG_commandOpenLibrary__' },
      _execute_action: { suggested_key: { default: keyFor(browser, 'popup') } },
    },
    // The background fetches what the user asks for; each page closes `connect-src` to the web again, in its own `meta`.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' http: https:; media-src blob:; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    // `URL.parse`, and a popup opened by the extension.
    minimum_chrome_version: browser === 'firefox' ? undefined : '127',
    incognito: browser === 'firefox' ? undefined : 'spanning',
    browser_specific_settings:
      browser === 'firefox'
        ? {
            gecko: {
              id: 'clean-copy@clean-copy.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          }
        : undefined,
  }),
});
