import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { counted } from '../../components/numbers';
import { appSettings } from '../../utils/settings/app-settings';
import { backupDue, backupTimes, noteBackup } from '../../utils/transfer/backup-time';

type Notice = { kind: 'remind' } | { kind: 'told'; text: string; isProblem: boolean } | null;

/** Loaded when a backup is made: most visits make none. */
const writer = () => import('../../utils/transfer/write-backup');

/** Makes the week's backup, or reminds of the month's, as the settings say; most of the time it is not there at all. */
export function BackupNotice({ count }: { count: number }) {
  const [notice, setNotice] = useState<Notice>(null);

  /** `make` answers with how many articles were written, or null where there was nothing to do. */
  const tell = async (make: () => Promise<number | null>) => {
    try {
      const articles = await make();
      setNotice(articles === null ? null : { kind: 'told', text: i18n.t('transfer.backupDone', ...counted(articles)), isProblem: false });
    } catch (error) {
      console.error('The backup failed', error);
      setNotice({ kind: 'told', text: i18n.t('transfer.exportFailed', ['']), isProblem: true });
    }
  };

  useEffect(() => {
    const look = async () => {
      const { backups } = await appSettings.read();
      const due = backupDue(backups, count, await backupTimes(), Date.now());
      if (due === 'remind') setNotice({ kind: 'remind' });
      if (due !== 'make') return;
      const isDue = (times: Awaited<ReturnType<typeof backupTimes>>) => backupDue(backups, count, times, Date.now()) === 'make';
      await tell(async () => (await (await writer()).writeDueBackup(isDue))?.articles ?? null);
    };
    if (count > 0) look().catch(console.error);
    // Once for each time the list is opened, not for each article that comes and goes.
  }, [count > 0]);

  const makeNow = () => tell(async () => (await (await writer()).writeBackup({ signal: new AbortController().signal })).articles);
  const later = () => {
    setNotice(null);
    noteBackup('reminded', Date.now()).catch(console.error);
  };

  if (!notice) return null;
  return (
    <div class="backup-notice" role="status">
      <p class={notice.kind === 'told' && notice.isProblem ? 'problem' : undefined}>
        {notice.kind === 'remind' ? i18n.t('transfer.reminder') : notice.text}
      </p>
      {notice.kind === 'remind' && (
        <button type="button" class="button" onClick={makeNow}>
          {i18n.t('transfer.backUp')}
        </button>
      )}
      <button type="button" class="link-button" onClick={notice.kind === 'remind' ? later : () => setNotice(null)}>
        {notice.kind === 'remind' ? i18n.t('transfer.later') : i18n.t('transfer.close')}
      </button>
    </div>
  );
}
