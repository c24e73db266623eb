import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { shortDate } from '../../components/format';
import { interfaceLanguage } from '../../components/interface-language';
import { counted, numberText } from '../../components/numbers';
import { Section } from '../../components/options/Section';
import { useKept } from '../../components/options/use-kept';
import { BackupChoice } from '../../components/transfer/BackupChoice';
import { FormatChoice } from '../../components/transfer/FormatChoice';
import { Progress } from '../../components/transfer/Progress';
import { useSetting } from '../../components/use-setting';
import type { ExportFormat } from '../../utils/export/export-formats';
import { listIds } from '../../utils/library/keys';
import { localArea } from '../../utils/library/storage-area';
import { type AppSettings, appSettings } from '../../utils/settings/app-settings';
import { backupTimes } from '../../utils/transfer/backup-time';
import { exportContext } from '../../utils/transfer/export-context';

type ExportStep =
  | { step: 'idle' }
  | { step: 'writing'; written: number; total: number }
  | { step: 'told'; text: string; isProblem: boolean };

/** Everything out of the library: as a backup, or in a format for other programs. */
export function Export({ app }: { app: AppSettings }) {
  const [kept, tellKept] = useKept();
  const [settings, setSettings] = useSetting(appSettings, app, tellKept);
  const [now, setNow] = useState<ExportStep>({ step: 'idle' });
  const [format, setFormat] = useState<ExportFormat>('epub');
  const [backedUp, setBackedUp] = useState<number | null | undefined>(undefined);
  const stop = useRef(new AbortController());
  useEffect(() => {
    backupTimes().then(({ made }) => setBackedUp(made), console.error);
  }, []);

  /** Writes one file, and says what came of it. */
  const write = async (make: (signal: AbortSignal) => Promise<string>) => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setNow({ step: 'writing', written: 0, total: 0 });
    try {
      setNow({ step: 'told', text: await make(signal), isProblem: false });
    } catch (error) {
      if (signal.aborted) return setNow({ step: 'idle' });
      console.error('The export failed', error);
      const why = error instanceof Error && /quota/i.test(error.name + error.message) ? i18n.t('transfer.diskFull') : '';
      setNow({ step: 'told', text: i18n.t('transfer.exportFailed', [why]), isProblem: true });
    }
  };

  const backUpAll = () =>
    write(async (signal) => {
      const { writeBackup } = await import('../../utils/transfer/write-backup');
      const count = await writeBackup({ signal, onArticle: (written, total) => setNow({ step: 'writing', written, total }) });
      setBackedUp(Date.now());
      const told = i18n.t('transfer.backupDone', ...counted(count.articles));
      return count.damaged === 0 ? told : i18n.t('transfer.backupInPart', [told, i18n.t('transfer.damaged', ...counted(count.damaged))]);
    });

  const exportAll = () =>
    write(async (signal) => {
      const { exportSaved } = await import('../../utils/transfer/export-run');
      const { download, toFile } = await import('../../utils/transfer/save-file');
      const ids = await listIds(localArea());
      const { download: file, count } = await exportSaved(format, ids, {
        title: i18n.t('transfer.bookTitle'),
        context: exportContext(),
        onArticle: ({ written, left }) => setNow({ step: 'writing', written: written + left, total: ids.length }),
      });
      const made = file && (await toFile(file, signal));
      if (made && count.written > 0) download(made);
      const told = i18n.t('transfer.exported', ...counted(count.written));
      return count.left === 0 ? told : i18n.t('transfer.exportedInPart', [told, i18n.t('transfer.leftOut', ...counted(count.left))]);
    });

  if (now.step === 'writing') {
    const { written, total } = now;
    return (
      <Section title={i18n.t('transfer.export')} hint={i18n.t('transfer.exportHint')}>
        <Progress
          what={i18n.t('transfer.exporting', [numberText(written), numberText(total)])}
          far=""
          share={total === 0 ? null : written / total}
          onCancel={() => stop.current.abort()}
        />
      </Section>
    );
  }
  return (
    <Section title={i18n.t('transfer.export')} hint={i18n.t('transfer.exportHint')} kept={kept}>
      <div class="transfer-out">
        <button type="button" class="button primary" onClick={backUpAll}>
          {i18n.t('transfer.backUp')}
        </button>
        <FormatChoice chosen={format} onChoose={setFormat} />
        <button type="button" class="button" onClick={exportAll}>
          {i18n.t('transfer.exportAll')}
        </button>
      </div>
      <p class={now.step === 'told' && now.isProblem ? 'problem' : 'transfer-told'} role="status">
        {now.step === 'told' ? now.text : ''}
      </p>
      {backedUp !== undefined && (
        <p class="transfer-last">{backedUp === null ? i18n.t('transfer.neverBackedUp') : i18n.t('transfer.backedUp', [dayOf(backedUp)])}</p>
      )}
      <BackupChoice chosen={settings.backups} onChoose={(backups) => setSettings({ ...settings, backups })} />
    </Section>
  );
}

const dayOf = (time: number): string => {
  const { lang } = interfaceLanguage();
  return shortDate(time, Date.now(), lang);
};
