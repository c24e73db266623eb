import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Dialog } from '../../components/library/Dialog';
import { counted } from '../../components/numbers';
import { ExportForm } from '../../components/transfer/ExportForm';
import type { ExportFormat } from '../../utils/export/export-formats';
import { exportContext } from '../../utils/transfer/export-context';

/** Loaded with the first export: Markdown and books take much code. */
async function write(format: ExportFormat, ids: readonly string[], signal: AbortSignal): Promise<string> {
  const { exportSaved } = await import('../../utils/transfer/export-run');
  const { download, toFile } = await import('../../utils/transfer/save-file');
  const { download: file, count } = await exportSaved(format, ids, { title: i18n.t('transfer.bookTitle'), context: exportContext() });
  const made = file && (await toFile(file, signal));
  if (made && count.written > 0) download(made);
  const told = i18n.t('transfer.exported', ...counted(count.written));
  return count.left === 0 ? told : i18n.t('transfer.exportedInPart', [told, i18n.t('transfer.leftOut', ...counted(count.left))]);
}

/** Takes chosen articles out in a format that is asked for. Closing it stops what is being written. */
export function ExportDialog({ ids, onClose }: { ids: readonly string[]; onClose(): void }) {
  const [told, setTold] = useState<{ text: string; isProblem: boolean } | null>(null);
  const [isWriting, setWriting] = useState(false);
  const stop = useRef(new AbortController());
  const start = async (format: ExportFormat) => {
    setWriting(true);
    setTold(null);
    try {
      setTold({ text: await write(format, ids, stop.current.signal), isProblem: false });
    } catch (error) {
      if (stop.current.signal.aborted) return;
      console.error('The export failed', error);
      setTold({ text: i18n.t('transfer.exportFailed', ['']), isProblem: true });
    }
    setWriting(false);
  };
  const close = () => {
    stop.current.abort();
    onClose();
  };
  return (
    <Dialog title={i18n.t('transfer.exportTitle', ...counted(ids.length))} onClose={close}>
      <ExportForm count={ids.length} told={told} isWriting={isWriting} onExport={start} />
    </Dialog>
  );
}
