import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { HostList } from './HostList';

export interface SiteListProps {
  hosts: readonly string[];
  /** The host of an address or of a bare host as typed; null for what is none. */
  parseHost(typed: string): string | null;
  onAdd(host: string): void;
  onRemove(host: string): void;
}

/** The sites whose articles open by themselves. */
export function SiteList({ hosts, parseHost, onAdd, onRemove }: SiteListProps) {
  return (
    <>
      <AddSite hosts={hosts} parseHost={parseHost} onAdd={onAdd} />
      <HostList label={i18n.t('options.sites')} empty={i18n.t('options.sitesEmpty')} hosts={hosts} onRemove={onRemove} />
    </>
  );
}

function AddSite({ hosts, parseHost, onAdd }: Omit<SiteListProps, 'onRemove'>) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const add = () => {
    const host = parseHost(typed);
    if (!host) return setProblem(i18n.t('options.siteInvalid'));
    if (hosts.includes(host)) return setProblem(i18n.t('options.siteKnown', [host]));
    setProblem(null);
    setTyped('');
    onAdd(host);
  };
  return (
    <form
      class="add-site"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label for={id} class="visually-hidden">
        {i18n.t('options.addSite')}
      </label>
      <input
        id={id}
        class="text-field"
        type="text"
        inputMode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        placeholder={i18n.t('options.addSiteHint')}
        value={typed}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <button type="submit" class="button">
        {i18n.t('options.add')}
      </button>
      <p id={`${id}-problem`} class="problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
