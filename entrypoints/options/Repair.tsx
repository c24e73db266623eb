import { i18n } from '#i18n';
import { counted } from '../../components/numbers';
import { CheckReport } from '../../components/options/CheckReport';
import { Section } from '../../components/options/Section';
import { SetAside } from '../../components/options/SetAside';
import { Note } from '../../components/transfer/Note';
import { Progress } from '../../components/transfer/Progress';
import { Steps } from '../../components/transfer/Steps';
import { failureText } from '../../utils/i18n/failure-text';
import { keyOf } from '../../utils/i18n/key-of';
import type { DerivedReport } from '../../utils/library/check-derived';
import { type LibraryReport, readAside } from '../../utils/library/check-library';
import { libraryPath } from '../../utils/library/library-tab';
import { libraryWriter } from '../../utils/library/writer';
import { download } from '../../utils/transfer/save-file';
import { useCheck } from './use-check';

function inWords({ articles, damaged, orphans, isListed, isListRight, isIndexRight }: LibraryReport & DerivedReport) {
  return {
    articles,
    damaged: damaged.map(({ id, title, fault }) => ({ id, title, fault: i18n.t(`options.fault.${keyOf(fault)}`) })),
    notes: [
      ...(orphans > 0 ? [i18n.t('options.checkedOrphans', ...counted(orphans))] : []),
      ...(isListed && isListRight ? [] : [i18n.t('options.checkedList')]),
      ...(isIndexRight ? [] : [i18n.t('options.checkedIndex')]),
    ],
  };
}

async function saveAside(): Promise<void> {
  const json = JSON.stringify(await readAside(libraryWriter()), null, 2);
  download(new File([json], 'clean-copy-damaged.json', { type: 'application/json' }));
}

/** Looks through the library on request, says what is damaged, and mends it when asked. */
export function Repair() {
  const { now, aside, check, mend, rest, letGo } = useCheck();
  const content = () => {
    switch (now.step) {
      case 'idle':
        return (
          <button type="button" class="button" onClick={check}>
            {i18n.t('options.check')}
          </button>
        );
      case 'checking':
        return (
          <Progress
            what={i18n.t('options.checking')}
            far={i18n.t('options.checkingFar', [String(now.done), String(now.total)])}
            share={now.total === 0 ? null : now.done / now.total}
            onCancel={rest}
          />
        );
      case 'report': {
        const { report } = now;
        const isDue = report.damaged.length > 0 || report.orphans > 0 || !report.isListed;
        return <CheckReport report={inWords(report)} hrefOf={libraryPath} onMend={isDue ? () => mend(report) : undefined} onClose={rest} />;
      }
      case 'mending':
        return <progress class="transfer-bar" aria-label={i18n.t('options.repair')} />;
      case 'mended':
        return <Note text={i18n.t('options.repaired', ...counted(now.count))} onClose={rest} />;
      case 'stuck':
        return <Note isProblem text={failureText(now.reason)} onClose={rest} />;
    }
  };
  return (
    <Section title={i18n.t('options.checkTitle')} hint={i18n.t('options.checkHint')}>
      <Steps step={now.step}>
        {content()}
        {aside > 0 && <SetAside count={aside} onSave={() => saveAside().catch(console.error)} onRemove={letGo} />}
      </Steps>
    </Section>
  );
}
