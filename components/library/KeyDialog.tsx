import { i18n } from '#i18n';
import { Dialog } from './Dialog';

/** The keys of the library. */
export function KeyDialog({ onClose }: { onClose(): void }) {
  const control = i18n.t('keys.control');
  const keys = [
    ['/', i18n.t('library.key.search')],
    ['j k ↓ ↑', i18n.t('library.key.move')],
    ['Enter', i18n.t('library.key.open')],
    ['e', i18n.t('library.key.archive')],
    ['f', i18n.t('library.key.favourite')],
    ['t', i18n.t('library.key.tag')],
    ['x', i18n.t('library.key.select')],
    [`${control}+A`, i18n.t('library.key.selectAll')],
    ['Esc', i18n.t('library.key.escape')],
    ['#', i18n.t('library.key.remove')],
    [`${control}+Z`, i18n.t('library.key.undo')],
    ['?', i18n.t('library.key.help')],
  ] as const;
  return (
    <Dialog title={i18n.t('library.help')} onClose={onClose}>
      <dl class="key-list">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
