import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { HostList } from '../../components/options/HostList';
import { Section } from '../../components/options/Section';
import { Toast } from '../../components/Toast';
import { useNotice } from '../../components/use-notice';
import { listSiteLooks, type SiteLooks, setSiteLooks, watchSiteLooks } from '../../utils/settings/site-looks';

/** The sites whose articles look otherwise than all others, and what takes that from them. */
export function SiteLooksSection() {
  const [sites, setSites] = useState<readonly SiteLooks[]>([]);
  const { notice, show, dismiss } = useNotice();
  useEffect(() => {
    const read = () => void listSiteLooks().then(setSites, console.error);
    read();
    return watchSiteLooks(read);
  }, []);

  const keep = async (host: string, looks: SiteLooks['looks'] | null): Promise<boolean> => {
    try {
      await setSiteLooks(host, looks);
      return true;
    } catch (error) {
      console.error(error);
      show({ kind: 'problem', text: i18n.t('options.notSaved') });
      return false;
    }
  };
  const remove = async (host: string) => {
    const looks = sites.find((site) => site.host === host)?.looks;
    if (!looks || !(await keep(host, null))) return;
    show({ kind: 'done', text: i18n.t('options.siteRemoved', [host]), undo: () => void keep(host, looks) });
  };

  return (
    <Section title={i18n.t('options.siteLooks')} hint={i18n.t('options.siteLooksHint')}>
      <HostList
        label={i18n.t('options.siteLooks')}
        empty={i18n.t('options.siteLooksEmpty')}
        hosts={sites.map(({ host }) => host)}
        onRemove={remove}
      />
      <Toast notice={notice} onDismiss={dismiss} />
    </Section>
  );
}
