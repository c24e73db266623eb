import type { Page } from 'puppeteer-core';
import { type Hands, handsIn } from './hands';
import type { Firefox } from './harness-firefox';
import { until } from './reader-dom';

/** What is used here of Firefox's own interfaces. */
interface Menu extends HTMLElement {
  state: string;
  hidePopup(): void;
}
interface PopupBrowser extends HTMLElement {
  messageManager: {
    loadFrameScript(address: string, delayed: boolean): void;
    addMessageListener(name: string, hear: (message: { data: { value?: unknown; error?: string } }) => void): void;
  };
}
interface Extension {
  extension: object;
}
interface Addon {
  disable(): Promise<void>;
  enable(): Promise<void>;
}
declare const Services: {
  wm: { getMostRecentWindow(type: string): Window };
  prefs: { setBoolPref(name: string, value: boolean): void; setIntPref(name: string, value: number): void };
};
declare const WebExtensionPolicy: { getByID(id: string): Extension };
declare const Cc: Record<string, { createInstance(type: unknown): TextInput }>;
declare const Ci: Record<string, unknown>;
interface TextInput {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}
interface Permissions {
  add(id: string, asked: object, extension: object): Promise<void>;
  remove(id: string, asked: object, extension: object): Promise<void>;
}
declare const ChromeUtils: {
  importESModule(address: string): {
    ExtensionPermissions: Permissions;
    AddonManager: { getAddonByID(id: string): Promise<Addon> };
  };
};

const id = 'clean-copy@clean-copy.example';
const everySite = { permissions: [], origins: ['http://*/*', 'https://*/*'] };
const widget = id.replace(/[@.]/g, '_');

/** Firefox's own window around the pages: its toolbar, its menus, its keyboard, and what it lets the extension do. */
export interface FirefoxWindow {
  /** Runs a function with the browser's own privileges. It must not use anything around it. */
  run<T, Args extends unknown[]>(act: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** What the extension's button says. */
  buttonTitle(): Promise<string>;
  /** Presses the extension's button. */
  pressButton(): Promise<void>;
  /** The popup over the page in front, once it shows. */
  popup(): Promise<Hands>;
  popupIsOpen(): Promise<boolean>;
  closePopup(): Promise<void>;
  /** Presses a letter with Alt and Shift, as all commands have it. */
  pressCommand(letter: string): Promise<void>;
  /** Opens the menu over a place of the page, or over the extension's button, and returns the labels of what is ours in it. */
  openMenu(over: Page | 'button', at?: { x: number; y: number }): Promise<string[]>;
  /** Chooses an entry of the open menu. */
  chooseMenu(entry: string): Promise<void>;
  /** Withholds access to all sites, or gives it again, as the switch in Firefox's page of the extension does. */
  withholdSites(withheld?: boolean): Promise<void>;
  /** Has Firefox ask the user when the extension asks for permissions; otherwise they are given at once. */
  askForPermissions(): Promise<void>;
  /** Waits for Firefox's question, and returns its words. */
  question(): Promise<string>;
  /** Agrees to what Firefox asks. */
  agree(): Promise<void>;
  disableExtension(): Promise<void>;
  enableExtension(): Promise<void>;
}

/** Reaches around the pages: a page of the browser's own has its privileges, where system access is allowed on the command line. */
export async function openFirefoxWindow(firefox: Firefox): Promise<FirefoxWindow> {
  const own = await firefox.newPage();
  own.goto('about:support').catch(() => 'it never settles: the page is shown by another process');
  await until('the page of the browser has its privileges', () =>
    own.evaluate(() => document.readyState === 'complete' && typeof Services === 'object').catch(() => false),
  );
  const run: FirefoxWindow['run'] = (act, ...args) => own.evaluate(act as never, ...(args as unknown[] as never[])) as never;

  /** Runs a function in the popup, whose document no driver lists. */
  const inPopup = <T>(act: (document: Document, ...args: never[]) => T, ...args: unknown[]): Promise<T> =>
    run(
      (source, args) =>
        new Promise<never>((resolve, reject) => {
          const popup = Services.wm
            .getMostRecentWindow('navigator:browser')
            .document.querySelector<PopupBrowser>('.webextension-popup-browser');
          if (!popup) throw new Error('The popup should be open');
          const name = `test:${Math.random()}`;
          popup.messageManager.addMessageListener(name, ({ data }) =>
            data.error === undefined ? resolve(data.value as never) : reject(new Error(data.error)),
          );
          // What a click alone may do is to be done, too: to ask for permissions.
          const script = `{ const asked = content.windowUtils.setHandlingUserInput(true);
            try { sendAsyncMessage("${name}", { value: (${source})(content.document, ...${JSON.stringify(args)}) }); }
            catch (error) { sendAsyncMessage("${name}", { error: String(error) }); }
            finally { asked.destruct(); } }`;
          popup.messageManager.loadFrameScript(`data:application/javascript,${encodeURIComponent(script)}`, false);
        }),
      String(act),
      args,
    );
  const popupIsOpen = () =>
    run(() =>
      Boolean(Services.wm.getMostRecentWindow('navigator:browser').document.querySelector('panel[panelopen] .webextension-popup-browser')),
    );
  const addon = (what: 'enable' | 'disable') =>
    run(
      async (id, what) => {
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        await (await AddonManager.getAddonByID(id))[what]();
      },
      id,
      what,
    );

  return {
    run,
    buttonTitle: () =>
      run((widget) => {
        const { document } = Services.wm.getMostRecentWindow('navigator:browser');
        const said = document.getElementById(`${widget}-BAP`)?.dataset.l10nArgs ?? '{}';
        return (JSON.parse(said) as { extensionTitle?: string }).extensionTitle ?? '';
      }, widget),
    pressButton: () =>
      run((widget) => Services.wm.getMostRecentWindow('navigator:browser').document.getElementById(`${widget}-BAP`)?.click(), widget),
    popupIsOpen,
    async popup() {
      await until('the popup is open', popupIsOpen);
      await until('the popup has come', () =>
        inPopup((document) => document.readyState === 'complete' && document.querySelector('main, section') !== null).catch(() => false),
      );
      return handsIn(inPopup);
    },
    async closePopup() {
      await run(() => {
        const { document } = Services.wm.getMostRecentWindow('navigator:browser');
        document.querySelector('.webextension-popup-browser')?.closest<Menu>('panel')?.hidePopup();
      });
      await until('the popup is closed', async () => !(await popupIsOpen()));
    },
    pressCommand: (letter) =>
      run((letter) => {
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        const input = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
        if (!input?.beginInputTransactionForTests(window)) throw new Error('The keyboard is in use');
        const keys = [
          { key: 'Alt', code: 'AltLeft', keyCode: 18 },
          { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
          { key: letter, code: `Key${letter}`, keyCode: letter.charCodeAt(0) },
        ].map((key) => new KeyboardEvent('', key));
        for (const key of keys) input.keydown(key);
        for (const key of keys.reverse()) input.keyup(key);
      }, letter),
    async openMenu(over, at = { x: 300, y: 300 }) {
      if (over !== 'button') await over.mouse.click(at.x, at.y, { button: 'right' });
      return until('the menu is open', () =>
        run(
          (widget, onButton) => {
            const { document } = Services.wm.getMostRecentWindow('navigator:browser');
            const menu = document.getElementById(onButton ? 'toolbar-context-menu' : 'contentAreaContextMenu') as Menu;
            if (onButton && menu.state === 'closed')
              document
                .getElementById(`${widget}-BAP`)
                ?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 }));
            if (menu.state !== 'open') return undefined;
            return [...menu.querySelectorAll<HTMLElement & { label: string }>(`menuitem[id^="${widget}"]`)]
              .filter(({ hidden }) => !hidden)
              .map(({ label }) => label);
          },
          widget,
          over === 'button',
        ),
      );
    },
    chooseMenu: (entry) =>
      run(
        (widget, entry) => {
          const { document } = Services.wm.getMostRecentWindow('navigator:browser');
          const item = document.getElementById(`${widget}-menuitem-_${entry}`) as (HTMLElement & { doCommand(): void }) | null;
          if (!item) throw new Error(`The menu should hold "${entry}"`);
          item.doCommand(); // it may stand in a menu of ours within the one that is open
          for (const menu of document.querySelectorAll<Menu>('#contentAreaContextMenu, #toolbar-context-menu')) menu.hidePopup();
        },
        widget,
        entry,
      ),
    withholdSites: (withheld = true) =>
      run(
        async (id, sites, act) => {
          const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          await ExtensionPermissions[act](id, sites, WebExtensionPolicy.getByID(id).extension);
        },
        id,
        everySite,
        withheld ? ('remove' as const) : ('add' as const),
      ),
    askForPermissions: () =>
      run(() => {
        Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', true);
        Services.prefs.setIntPref('security.notification_enable_delay', 0);
      }),
    question: () =>
      until('Firefox asks', () =>
        run(() => {
          const { document } = Services.wm.getMostRecentWindow('navigator:browser');
          return document.querySelector('#notification-popup[panelopen] popupnotification')?.textContent ?? undefined;
        }),
      ),
    agree: () =>
      run(() => {
        const { document } = Services.wm.getMostRecentWindow('navigator:browser');
        document.querySelector<HTMLElement>('#notification-popup .popup-notification-primary-button')?.click();
      }),
    disableExtension: () => addon('disable'),
    enableExtension: () => addon('enable'),
  };
}
