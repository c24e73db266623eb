import { useEffect, useRef, useState } from 'preact/hooks';
import type { Importer, ImportSource, UnreadableFile } from '../../utils/import/imported';
import type { Known, Survey } from '../../utils/import/survey';
import { articleId } from '../../utils/library/article-address';
import { endImport, type ImportRun, lastImport, undoImport } from '../../utils/library/import-articles';
import { listIds } from '../../utils/library/keys';
import { localArea } from '../../utils/library/storage-area';
import { type LibraryFailure, libraryWriter } from '../../utils/library/writer';
import type { ImportEnd, ImportProgress } from '../../utils/transfer/import-run';

/** Where an import stands. */
export type ImportStep =
  /** `last`: the import that can still be taken back; one that is not done was interrupted. */
  | { step: 'idle'; last: ImportRun | null }
  | { step: 'looking'; name: string; count: number }
  | { step: 'refused'; name: string; reason: UnreadableFile['reason'] | 'failed' }
  | { step: 'preview'; name: string; importer: Importer; source: ImportSource; survey: Survey }
  | { step: 'running'; name: string; total: number; progress: ImportProgress | null }
  | { step: 'ended'; name: string; end: ImportEnd }
  | { step: 'taking-back' }
  | { step: 'taken-back'; count: number }
  | { step: 'stuck'; reason: LibraryFailure };

/** Lets the page draw and take clicks between two pieces of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function knownNow(): Promise<Known> {
  const saved = new Set(await listIds(localArea()));
  return { idOf: articleId, isSaved: (id) => saved.has(id) };
}

/** Loaded when a file has been chosen: the readers of other programs' files, and of their texts, are large. */
const readers = async () => ({
  ...(await import('../../utils/import/open-source')),
  ...(await import('../../utils/import/formats')),
  ...(await import('../../utils/import/survey')),
});

const reasonOf = (error: unknown) =>
  error instanceof Error && error.name === 'UnreadableFile' ? (error as UnreadableFile).reason : 'failed';

/** Leaves a page that is writing only after asking. */
function useGuard(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [isOn]);
}

/** An import from the choice of a file to its report, and back. */
export function useImport() {
  const [now, setNow] = useState<ImportStep>({ step: 'idle', last: null });
  const stop = useRef(new AbortController());
  useGuard(now.step === 'running' || now.step === 'taking-back');

  const rest = () => {
    stop.current.abort();
    lastImport(localArea()).then((last) => setNow({ step: 'idle', last }), console.error);
  };
  useEffect(rest, []);

  const look = async (file: File) => {
    const { name } = file;
    stop.current = new AbortController();
    const { signal } = stop.current;
    setNow({ step: 'looking', name, count: 0 });
    try {
      const { openSource, recognise, surveyFile } = await readers();
      const source = await openSource(file);
      const importer = await recognise(source);
      const onCount = async (count: number) => {
        if (!signal.aborted) setNow({ step: 'looking', name, count });
        await breathe();
      };
      const survey = await surveyFile(importer, source, await knownNow(), { signal, onCount });
      if (!signal.aborted) setNow({ step: 'preview', name, importer, source, survey });
    } catch (error) {
      if (signal.aborted) return;
      console.warn('This file was not imported', error);
      setNow({ step: 'refused', name, reason: reasonOf(error) });
    }
  };

  const start = async () => {
    if (now.step !== 'preview') return;
    const { name, importer, source, survey } = now;
    stop.current = new AbortController();
    const { signal } = stop.current;
    setNow({ step: 'running', name, total: survey.items, progress: null });
    const { runImport } = await import('../../utils/transfer/import-run');
    const onProgress = async (progress: ImportProgress) => {
      setNow({ step: 'running', name, total: survey.items, progress });
      await breathe();
    };
    setNow({ step: 'ended', name, end: await runImport(libraryWriter(), importer, source, await knownNow(), { signal, onProgress }) });
  };

  const takeBack = async (run: ImportRun) => {
    setNow({ step: 'taking-back' });
    const gone = await undoImport(libraryWriter(), run);
    setNow(gone.ok ? { step: 'taken-back', count: gone.value } : { step: 'stuck', reason: gone.reason });
  };

  const keep = async (run: ImportRun) => {
    await endImport(libraryWriter(), run);
    rest();
  };

  return { now, look, start, takeBack, keep, rest, cancel: () => stop.current.abort() };
}
