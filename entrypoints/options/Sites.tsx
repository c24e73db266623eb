import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Section } from '../../components/options/Section';
import { SiteList } from '../../components/options/SiteList';
import { Toast } from '../../components/Toast';
import { useNotice } from '../../components/use-notice';
import { failureText, problemOf } from '../../utils/i18n/failure-text';
import { send } from '../../utils/messages';
import { hasAllSites, type SiteRule, siteHost, sitePatterns, watchSites } from '../../utils/settings/site-rules';

/** Takes "example.com", "www.example.com/news" and whole addresses; a name without a dot is no site, but for a machine of one's own. */
export function parseTypedHost(typed: string): string | null {
  const text = typed.trim();
  const host = siteHost(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return host && (host.includes('.') || host === 'localhost') ? host : null;
}

/** The sites always read, with what adds and removes them. */
export function Sites({ initial }: { initial: readonly SiteRule[] }) {
  const [sites, setSites] = useState(initial);
  const { notice, show, dismiss } = useNotice();
  const [seesAll, setSeesAll] = useState(true);
  useEffect(() => watchSites(setSites), []);
  useEffect(() => void hasAllSites().then(setSeesAll), []);

  const set = async (host: string, on: boolean) => {
    // The browser asks the user only at once after a click, so that it is known before whether it must.
    if (on && !seesAll && !(await browser.permissions.request({ origins: sitePatterns(host) })))
      return show({ kind: 'problem', text: failureText('site-access') });
    const problem = await problemOf(send('ui-bg:set-always-read', { host, on, tabId: null }));
    if (problem) return show({ kind: 'problem', text: problem });
    const text = on ? i18n.t('options.siteAdded', [host]) : i18n.t('options.siteRemoved', [host]);
    show({ kind: 'done', text, undo: () => set(host, !on) });
  };

  return (
    <Section title={i18n.t('options.sites')} hint={i18n.t('options.sitesHint')}>
      <SiteList
        hosts={sites.map(({ host }) => host)}
        parseHost={parseTypedHost}
        onAdd={(host) => set(host, true)}
        onRemove={(host) => set(host, false)}
      />
      <Toast notice={notice} onDismiss={dismiss} />
    </Section>
  );
}
