import { i18n } from '#i18n';

/** The keys of the list, for those who look for them. */
export function ListKeys() {
  const keys = [
    ['/', i18n.t('library.keySearch')],
    ['↑ ↓', i18n.t('library.keyMove')],
    ['Enter', i18n.t('library.keyOpen')],
    ['Delete', i18n.t('library.keyRemove')],
  ] as const;
  return (
    <ul class="list-keys" aria-label={i18n.t('library.keys')}>
      {keys.map(([key, what]) => (
        <li key={key}>
          <kbd>{key}</kbd> {what}
        </li>
      ))}
    </ul>
  );
}
