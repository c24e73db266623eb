import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { counted } from '../numbers';

export interface OwnTypefaceProps {
  /** The family that is named; '' for none. */
  name: string;
  onName(name: string): void;
  /** The families installed here; null where the browser has no way to tell. Asks the user first. */
  listFamilies: (() => Promise<readonly string[]>) | null;
}

/** The name of a typeface that is installed here. Stands in our pages alone: what is typed in a page, the page can hear. */
export function OwnTypeface({ name, onName, listFamilies }: OwnTypefaceProps) {
  const id = useId();
  const [families, setFamilies] = useState<readonly string[]>([]);
  const [told, setTold] = useState('');
  const list = async () => {
    const found = (await listFamilies?.()) ?? [];
    setFamilies(found);
    setTold(found.length ? i18n.t('options.fontsFound', ...counted(found.length)) : i18n.t('options.fontsWithheld'));
  };
  return (
    <div class="own-typeface">
      <label for={id}>{i18n.t('options.ownFont')}</label>
      <div class="add-site">
        <input
          id={id}
          class="text-field"
          type="text"
          list={`${id}-families`}
          maxLength={80}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder={i18n.t('options.ownFontExample')}
          value={name}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onName(event.currentTarget.value)}
        />
        {listFamilies && (
          <button type="button" class="button" onClick={() => void list()}>
            {i18n.t('options.listFonts')}
          </button>
        )}
      </div>
      <datalist id={`${id}-families`}>
        {families.map((family) => (
          <option key={family} value={family} />
        ))}
      </datalist>
      <p id={`${id}-hint`} class="option-hint" role="status">
        {told || i18n.t('options.ownFontHint')}
      </p>
    </div>
  );
}
