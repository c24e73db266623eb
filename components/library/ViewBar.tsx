import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { numberText } from '../numbers';

/** Something to show instead of what is shown. */
export interface ViewEntry {
  key: string;
  name: string;
  count: number;
  href: string;
  isCurrent: boolean;
}

export interface ViewGroup {
  key: string;
  title: string;
  entries: readonly ViewEntry[];
}

export interface ViewBarProps {
  views: readonly ViewEntry[];
  groups: readonly ViewGroup[];
  onShow(href: string): void;
  /** Null where no article has a tag. */
  onManageTags: (() => void) | null;
}

/** Entries of a group before "More". */
const shortGroup = 7;

const isPlainClick = (event: MouseEvent) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

function Entries({ entries, onShow }: { entries: readonly ViewEntry[]; onShow(href: string): void }) {
  return (
    <ul>
      {entries.map(({ key, name, count, href, isCurrent }) => (
        <li key={key}>
          <a
            href={href}
            aria-current={isCurrent ? 'true' : undefined}
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              onShow(href);
            }}
          >
            <bdi>{name}</bdi>
            <span class="view-count">{numberText(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Group({ group, onShow }: { group: ViewGroup; onShow(href: string): void }) {
  const [isLong, setLong] = useState(false);
  const { entries } = group;
  const shown = isLong ? entries : entries.filter(({ isCurrent }, index) => index < shortGroup || isCurrent);
  return (
    <section>
      <h2>{group.title}</h2>
      <Entries entries={shown} onShow={onShow} />
      {entries.length > shortGroup && (
        <button type="button" class="link-button" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? i18n.t('library.showLess') : i18n.t('library.showMore')}
        </button>
      )}
    </section>
  );
}

/** The views of the library and what narrows them, each with how many articles it holds. A click on what is on takes it off. */
export function ViewBar({ views, groups, onShow, onManageTags }: ViewBarProps) {
  return (
    <nav class="view-bar" aria-label={i18n.t('library.views')}>
      <Entries entries={views} onShow={onShow} />
      <details class="view-filters" open={matchMedia('(min-width: 900px)').matches}>
        <summary>{i18n.t('library.filters')}</summary>
        {groups.map((group) => (
          <Group key={group.key} group={group} onShow={onShow} />
        ))}
        {onManageTags && (
          <button type="button" class="link-button" onClick={onManageTags}>
            {i18n.t('library.manageTags')}
          </button>
        )}
      </details>
    </nav>
  );
}
