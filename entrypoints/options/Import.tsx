import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { interfaceLanguage } from '../../components/interface-language';
import { counted, numberText } from '../../components/numbers';
import { Section } from '../../components/options/Section';
import { FaultList } from '../../components/transfer/FaultList';
import { ImportPreview } from '../../components/transfer/ImportPreview';
import { Note } from '../../components/transfer/Note';
import { Progress } from '../../components/transfer/Progress';
import { Steps } from '../../components/transfer/Steps';
import { failureText } from '../../utils/i18n/failure-text';
import { keyOf } from '../../utils/i18n/key-of';
import type { ImportRun } from '../../utils/library/import-articles';
import { openLibrary } from '../../utils/library/library-tab';
import type { ImportEnd } from '../../utils/transfer/import-run';
import { useImport } from './use-import';

const dateOf = (time: number) => new Intl.DateTimeFormat(interfaceLanguage().lang, { dateStyle: 'long', timeStyle: 'short' }).format(time);

/** The first sentence of a report. */
function outcomeOf(end: ImportEnd): string {
  const { added } = end.progress;
  if (end.state === 'failed') return i18n.t('transfer.failed', [failureText(end.reason)]);
  return end.state === 'done' ? i18n.t('transfer.done', ...counted(added)) : i18n.t('transfer.cancelled', ...counted(added));
}

function Report({ end, onTakeBack, onClose }: { end: ImportEnd; onTakeBack(run: ImportRun): void; onClose(): void }) {
  const { added, withText, saved, repeated, faults } = end.progress;
  const { run } = end;
  return (
    <div class="transfer-card">
      <p class="transfer-count">{outcomeOf(end)}</p>
      <ul class="transfer-facts">
        {withText > 0 && <li>{i18n.t('transfer.withText', ...counted(withText))}</li>}
        {added > withText && <li>{i18n.t('transfer.linksOnly', ...counted(added - withText))}</li>}
        {saved > 0 && <li>{i18n.t('transfer.saved', ...counted(saved))}</li>}
        {repeated > 0 && <li>{i18n.t('transfer.repeated', ...counted(repeated))}</li>}
      </ul>
      <FaultList faults={faults} />
      <div class="transfer-acts">
        <button type="button" class="button primary" onClick={() => openLibrary(null)}>
          {i18n.t('options.openLibrary')}
        </button>
        {run && (
          <button type="button" class="button" onClick={() => onTakeBack(run)}>
            {i18n.t('transfer.takeBack')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {i18n.t('transfer.close')}
        </button>
      </div>
    </div>
  );
}

interface Acts {
  last: ImportRun | null;
  onFile(file: File): void;
  onTakeBack(run: ImportRun): void;
  onKeep(run: ImportRun): void;
}

function Start({ last, onFile, onTakeBack, onKeep }: Acts) {
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const [file] = currentTarget.files ?? [];
    currentTarget.value = ''; // the same file may be chosen again
    if (file) onFile(file);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        accept=".zip,.csv,.json,.html,.htm"
        onChange={choose}
      />
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {i18n.t('transfer.choose')}
      </button>
      {last && (
        <p class="transfer-last">
          {last.state === 'done'
            ? i18n.t('transfer.last', [last.name, dateOf(last.startedAt)])
            : i18n.t('transfer.interrupted', [last.name])}{' '}
          <button type="button" class="link-button" onClick={() => onTakeBack(last)}>
            {i18n.t('transfer.takeBack')}
          </button>
          {last.state === 'running' && (
            <button type="button" class="link-button" onClick={() => onKeep(last)}>
              {i18n.t('transfer.keep')}
            </button>
          )}
        </p>
      )}
    </>
  );
}

/** Articles out of other programs' files, from the choice of the file to the report. */
export function Import() {
  const { now, look, start, takeBack, keep, rest, cancel } = useImport();
  const content = () => {
    switch (now.step) {
      case 'idle':
        return <Start last={now.last} onFile={look} onTakeBack={takeBack} onKeep={keep} />;
      case 'looking':
        return (
          <Progress
            what={i18n.t('transfer.looking', [now.name])}
            far={i18n.t('transfer.lookedAt', ...counted(now.count))}
            share={null}
            onCancel={rest}
          />
        );
      case 'refused':
        return <Note isProblem text={i18n.t(`transfer.refused.${keyOf(now.reason)}`, [now.name])} onClose={rest} />;
      case 'preview':
        return <ImportPreview kind={now.importer.id} survey={now.survey} onStart={start} onCancel={rest} />;
      case 'running': {
        const read = now.progress?.read ?? 0;
        const far = i18n.t('transfer.progress', [numberText(read), numberText(now.total)]);
        return <Progress what={i18n.t('transfer.running', [now.name])} far={far} share={read / Math.max(1, now.total)} onCancel={cancel} />;
      }
      case 'ended':
        return <Report end={now.end} onTakeBack={takeBack} onClose={rest} />;
      case 'taking-back':
        return <progress class="transfer-bar" aria-label={i18n.t('transfer.takeBack')} />;
      case 'taken-back':
        return <Note text={i18n.t('transfer.takenBack', ...counted(now.count))} onClose={rest} />;
      case 'stuck':
        return <Note isProblem text={failureText(now.reason)} onClose={rest} />;
    }
  };
  return (
    <Section title={i18n.t('transfer.import')} hint={i18n.t('transfer.importHint')}>
      <Steps step={now.step}>{content()}</Steps>
    </Section>
  );
}
