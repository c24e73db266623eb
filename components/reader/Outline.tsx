import type { OutlineHeading } from '../../utils/article/article';
import { Icon } from '../Icon';
import { trusted } from './trusted';
import { i18n } from './words';

interface Props {
  headings: readonly OutlineHeading[];
  /** Index of the section being read, -1 before the first. */
  current: number;
  onGoTo(index: number): void;
  /** `beside` the text, or `folded` above it where there is no room. */
  place: 'beside' | 'folded';
  lang: string | null;
  dir: 'ltr' | 'rtl';
}

/** How deep each heading stands under those above it: a level that the article leaps over indents nothing. */
function nestingOf(headings: readonly OutlineHeading[]): number[] {
  const open: number[] = [];
  return headings.map(({ level }) => {
    while (open.length && (open.at(-1) ?? 0) >= level) open.pop();
    return open.push(level) - 1;
  });
}

function Entries({ headings, current, onGoTo, lang, dir }: Omit<Props, 'place'>) {
  const depths = nestingOf(headings);
  return (
    <ol lang={lang ?? undefined} dir={dir}>
      {headings.map(({ id, text }, index) => (
        <li key={id} style={{ '--depth': Math.min(2, depths[index] ?? 0) }}>
          <button type="button" aria-current={index === current ? 'location' : undefined} onClick={trusted(() => onGoTo(index))}>
            {text}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The sections of the article, with the one being read marked. Nothing where there are fewer than two. */
export function Outline({ place, ...entries }: Props) {
  if (entries.headings.length < 2) return null;
  if (place === 'beside')
    return (
      <nav class="outline" aria-label={i18n.t('reader.outline')}>
        <p class="outline-title" aria-hidden="true">
          {i18n.t('reader.outline')}
        </p>
        <Entries {...entries} />
      </nav>
    );
  return (
    <nav class="outline outline-folded" aria-label={i18n.t('reader.outline')}>
      <details>
        <summary>
          <Icon name="outline" size={18} />
          {i18n.t('reader.outline')}
          <span class="count">{entries.headings.length}</span>
          <Icon name="chevron" size={18} />
        </summary>
        <Entries {...entries} />
      </details>
    </nav>
  );
}
