import { addStyles } from '../add-styles';
import { hostStyle } from '../reader-bridge';
import { isOrphan } from './is-orphan';

/** The element that carries the reader in a page, and holds its place there. */
export interface Stage {
  /** Where to render. Its `data-theme` colours it from the first frame. */
  readonly dialog: HTMLDialogElement;
  remove(): void;
}

export interface StageOptions {
  /** Style sheets, as text. */
  styles: readonly string[];
  /** Class of the dialog; its looks are in `stage.css`. */
  kind: 'stage-full' | 'stage-message';
  theme: string;
  label: string;
  /** Open only in the build made for tests. */
  shadow: ShadowRootMode;
  /** The browser asks to close it: Esc, or the back gesture of a phone. */
  onCancel(): void;
  /** The page took it away more often than we put it back. */
  onLost(): void;
}

const printedHostStyle = 'all: initial !important; display: block !important';

/**
 * Takes away the reader of an extension that was updated or switched on anew since: its script may live on, but can save nothing. It gives
 * the page back itself, by the time this settles; where the browser ended its script (Firefox does), only the lock on scrolling is left.
 */
export async function leaveOrphan(page: Document): Promise<void> {
  const root = page.documentElement;
  const hosts = [...root.children].filter((child) => child.localName === 'div' && child.getAttribute('style') === hostStyle);
  if (hosts.length === 0) return;
  for (const host of hosts) host.remove();
  await new Promise((resolve) => setTimeout(resolve));
  if (!(root instanceof HTMLElement) || !root.style.getPropertyPriority('overflow')) return;
  root.style.removeProperty('overflow');
  if (root.getAttribute('style') === '') root.removeAttribute('style');
}

/** Put back at most this often within so many milliseconds: a page that goes on fighting has won. */
const mostReturns = 3;
const returnWindow = 2000;

/** Whether a dialog would be one, and be seen: not in a drawing or another tree of XML. */
export const canHold = (page: Document): boolean =>
  page.documentElement instanceof HTMLHtmlElement && page.createElement('dialog') instanceof HTMLDialogElement;

/** Sets up a modal dialog over the page, in a shadow root of its own, and shows it. */
export function createStage(page: Document, options: StageOptions): Stage {
  const host = page.createElement('div');
  host.setAttribute('style', hostStyle);
  const root = host.attachShadow({ mode: options.shadow });
  addStyles(root, options.styles);
  const dialog = page.createElement('dialog');
  dialog.className = `stage ${options.kind}`;
  dialog.dataset.theme = options.theme;
  dialog.setAttribute('aria-label', options.label);
  dialog.addEventListener('cancel', (event) => {
    if (event.target !== dialog) return;
    event.preventDefault();
    options.onCancel();
  });
  root.append(dialog);

  const show = () => {
    if (!host.isConnected) page.documentElement.append(host);
    dialog.close();
    dialog.showModal();
  };

  let returns: number[] = [];
  const mayReturn = () => {
    const now = performance.now();
    returns = [...returns.filter((time) => now - time < returnWindow), now];
    return returns.length <= mostReturns;
  };
  const rootElement = page.documentElement;
  const defend = () => {
    // `document.open()` takes the listeners of every element with the page, ours too: what is left would look alive and answer to nothing.
    if (page.documentElement !== rootElement) {
      lose();
      return;
    }
    const altered = host.getAttribute('style') !== hostStyle || host.attributes.length > 1;
    if (host.isConnected && dialog.open && !altered) return;
    if (!mayReturn() || (isOrphan() && !host.isConnected)) {
      lose();
      return;
    }
    for (const name of host.getAttributeNames()) if (name !== 'style') host.removeAttribute(name);
    host.setAttribute('style', hostStyle);
    if (!host.isConnected || !dialog.open) comeBack();
    watch();
  };
  /** Notes what is focused and how far things are scrolled; what it returns puts that back. */
  const remember = () => {
    const focused = root.activeElement;
    const scrolled = [...root.querySelectorAll('.scroller')].map((element) => [element, element.scrollTop] as const);
    return () => {
      for (const [element, top] of scrolled) element.scrollTop = top;
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    };
  };
  const comeBack = () => {
    const putBack = remember();
    show();
    putBack();
  };
  let afterwards: (() => void) | null = null;
  /** In Firefox what the top layer holds ends with the first sheet of paper: for the printer, the dialog stands in the page. */
  const beforePrint = () => {
    if (afterwards || options.kind !== 'stage-full') return;
    observer.disconnect();
    afterwards = remember();
    host.setAttribute('style', printedHostStyle);
    dialog.close();
    dialog.show();
  };
  const afterPrint = () => {
    if (!afterwards) return;
    host.setAttribute('style', hostStyle);
    show();
    afterwards();
    afterwards = null;
    watch();
  };
  /** Whether what is in the middle of the window is not ours: nothing of a page is over the top layer, but what went into it later. */
  const isCovered = () => {
    const { innerWidth = 0, innerHeight = 0 } = page.defaultView ?? {};
    return dialog.open && !afterwards && page.elementFromPoint(innerWidth / 2, innerHeight / 2) !== host;
  };
  const uncover = () => {
    if (mayReturn() && !isOrphan()) comeBack();
    else if (isCovered()) lose();
  };
  /** Something of the page's went into the top layer, or was opened in its text, which is no matter. */
  const onToggle = ({ target, newState }: ToggleEvent) => {
    if (newState === 'open' && target !== host && target instanceof HTMLElement && target.matches(':modal, :popover-open')) uncover();
  };
  const onFullScreen = () => {
    if (page.fullscreenElement) uncover();
  };
  /** A dialog in a shadow root of the page, of which it tells nobody: it took the focus from us. */
  const onFocusOut = () => page.defaultView?.requestAnimationFrame(() => isCovered() && uncover());

  const observer = new MutationObserver(defend);
  const watch = () => {
    observer.disconnect();
    observer.observe(page, { childList: true });
    observer.observe(page.documentElement, { childList: true });
    observer.observe(host, { attributes: true });
  };
  const stop = () => {
    observer.disconnect();
    page.removeEventListener('toggle', onToggle, true);
    page.removeEventListener('fullscreenchange', onFullScreen);
    dialog.removeEventListener('focusout', onFocusOut);
    page.defaultView?.removeEventListener('beforeprint', beforePrint);
    page.defaultView?.removeEventListener('afterprint', afterPrint);
  };

  const lose = () => {
    stop();
    options.onLost();
  };

  show();
  watch();
  page.addEventListener('toggle', onToggle, true);
  page.addEventListener('fullscreenchange', onFullScreen);
  dialog.addEventListener('focusout', onFocusOut);
  page.defaultView?.addEventListener('beforeprint', beforePrint);
  page.defaultView?.addEventListener('afterprint', afterPrint);
  return {
    dialog,
    remove() {
      stop();
      dialog.close();
      host.remove();
    },
  };
}
