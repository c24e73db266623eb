import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CorrectionList } from '../../components/options/CorrectionList';
import { Section } from '../../components/options/Section';
import { Toast } from '../../components/Toast';
import { useNotice } from '../../components/use-notice';
import type { SiteCorrection } from '../../utils/article/site-correction';
import { problemOf } from '../../utils/i18n/failure-text';
import { send } from '../../utils/messages';
import {
  exportCorrections,
  listCorrections,
  parseExport,
  type SiteCorrections,
  watchCorrections,
} from '../../utils/settings/site-corrections';

/** Hands a text to the browser as a file to be kept. */
function offerFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

/** What the user said of the sites' blocks: listed, changed, removed, written to a file and read from one. */
export function Corrections() {
  const [sites, setSites] = useState<readonly SiteCorrections[]>([]);
  const { notice, show, dismiss } = useNotice();
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => {
    listCorrections().then(setSites, console.error);
    return watchCorrections(setSites);
  }, []);

  const add = (host: string, correction: SiteCorrection) => problemOf(send('ui-bg:add-correction', { host, correction }));
  const remove = async (host: string, correction: SiteCorrection) => {
    const problem = await problemOf(send('ui-bg:remove-correction', { host, correction }));
    if (problem) return show({ kind: 'problem', text: problem });
    show({ kind: 'done', text: i18n.t('options.correctionRemoved'), undo: () => void add(host, correction) });
  };
  const change = async (host: string, before: SiteCorrection, after: SiteCorrection) => {
    const problem = (await add(host, after)) ?? (await problemOf(send('ui-bg:remove-correction', { host, correction: before })));
    if (problem) show({ kind: 'problem', text: problem });
  };
  const importFile = async (file: File | undefined) => {
    const found = file && file.size < 5_000_000 ? parseExport(await file.text()) : null;
    if (!found) return show({ kind: 'problem', text: i18n.t('options.correctionsNoFile') });
    let problem: string | null = null;
    for (const { host, corrections } of found) for (const correction of corrections) problem ??= await add(host, correction);
    show(problem ? { kind: 'problem', text: problem } : { kind: 'done', text: i18n.t('options.correctionsImported') });
  };

  return (
    <Section title={i18n.t('options.corrections')} hint={i18n.t('options.correctionsHint')}>
      <CorrectionList sites={sites} onRemove={remove} onChange={change} />
      <div class="correction-acts">
        {sites.length > 0 && (
          <button type="button" class="button" onClick={() => offerFile('clean-copy-corrections.json', exportCorrections(sites))}>
            {i18n.t('options.correctionsExport')}
          </button>
        )}
        <button type="button" class="button" onClick={() => chooser.current?.click()}>
          {i18n.t('options.correctionsImport')}
        </button>
        <input
          ref={chooser}
          type="file"
          accept="application/json,.json"
          class="visually-hidden"
          tabIndex={-1}
          aria-label={i18n.t('options.correctionsImport')}
          onChange={(event) => {
            void importFile(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <Toast notice={notice} onDismiss={dismiss} />
    </Section>
  );
}
