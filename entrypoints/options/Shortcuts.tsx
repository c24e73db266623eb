import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Section } from '../../components/options/Section';
import { type Shortcut, ShortcutTable } from '../../components/options/ShortcutTable';

/** Firefox, from 137 on, opens its own page for shortcuts; Chromium has an address for it; Firefox for Android has no shortcuts. */
const commands: (typeof browser.commands & { openShortcutSettings?: () => Promise<void> }) | undefined = browser.commands;
const addressOfShortcuts = 'chrome://extensions/shortcuts';

async function currentShortcuts(): Promise<Shortcut[]> {
  const all = await commands?.getAll();
  return (all ?? []).flatMap(({ name, description, shortcut }) =>
    name
      ? [{ name, action: name.startsWith('_execute') ? i18n.t('options.executeAction') : (description ?? name), keys: shortcut ?? '' }]
      : [],
  );
}

const openSettings = () => commands?.openShortcutSettings?.() ?? browser.tabs.create({ url: addressOfShortcuts });

/** Older Firefox has no way in but by hand. */
const canOpenSettings = commands?.openShortcutSettings !== undefined || !import.meta.env.FIREFOX;

/** The keyboard shortcuts as the browser has them now. */
export function Shortcuts() {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const read = () => currentShortcuts().then(setShortcuts, console.error);
    read();
    // They are changed in another tab: looked up again on the way back.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  if (!commands) return null;
  return (
    <Section title={i18n.t('options.shortcuts')} hint={i18n.t('options.shortcutsHint')}>
      <ShortcutTable shortcuts={shortcuts} />
      {canOpenSettings ? (
        <button type="button" class="button" onClick={openSettings}>
          {i18n.t('options.changeShortcuts')}
        </button>
      ) : (
        <p>{i18n.t('options.changeShortcutsHow')}</p>
      )}
    </Section>
  );
}
