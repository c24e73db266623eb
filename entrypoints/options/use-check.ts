import { useEffect, useRef, useState } from 'preact/hooks';
import { type DerivedReport, mendDerived } from '../../utils/library/check-derived';
import { checkLibrary, type LibraryReport, mendLibrary, readAside, removeAside } from '../../utils/library/check-library';
import { localArea } from '../../utils/library/storage-area';
import { failureOf, type LibraryFailure, libraryWriter } from '../../utils/library/writer';

/** Where a check stands. */
export type CheckStep =
  | { step: 'idle' }
  | { step: 'checking'; done: number; total: number }
  | { step: 'report'; report: LibraryReport & DerivedReport }
  | { step: 'mending' }
  | { step: 'mended'; count: number }
  | { step: 'stuck'; reason: LibraryFailure };

/** A check of the library from the button to what was mended. `aside`: how many articles have something set aside. */
export function useCheck() {
  const [now, setNow] = useState<CheckStep>({ step: 'idle' });
  const [aside, setAside] = useState(0);
  const stop = useRef(new AbortController());

  const count = () => readAside(libraryWriter()).then((items) => setAside(Object.keys(items).length), console.error);
  const rest = () => {
    stop.current.abort();
    setNow({ step: 'idle' });
  };
  useEffect(() => {
    void count();
    return () => stop.current.abort();
  }, []);

  const check = async () => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setNow({ step: 'checking', done: 0, total: 0 });
    try {
      const onProgress = (done: number, total: number) => signal.aborted || setNow({ step: 'checking', done, total });
      const report = await checkLibrary(libraryWriter(), { signal, onProgress });
      const derived = await mendDerived(localArea());
      if (!signal.aborted) setNow({ step: 'report', report: { ...report, ...derived } });
    } catch (error) {
      if (signal.aborted) return;
      console.error(error);
      setNow({ step: 'stuck', reason: failureOf(error) });
    }
  };

  const mend = async (report: LibraryReport) => {
    setNow({ step: 'mending' });
    const mended = await mendLibrary(libraryWriter(), report);
    setNow(mended.ok ? { step: 'mended', count: mended.value } : { step: 'stuck', reason: mended.reason });
    await count();
  };

  const letGo = async () => {
    const gone = await removeAside(libraryWriter());
    if (!gone.ok) setNow({ step: 'stuck', reason: gone.reason });
    await count();
  };
  return { now, aside, check, mend, rest, letGo };
}
