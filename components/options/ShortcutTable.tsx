import { i18n } from '#i18n';

export interface Shortcut {
  /** The command's name in the manifest. */
  name: string;
  action: string;
  /** As the browser writes it, "Alt+Shift+R"; empty where none is set. */
  keys: string;
}

/** "Alt+Shift+R" as its keys, and "Ctrl++" too; the Mac's "⌥⇧R" has no plus and stays whole. */
const splitKeys = (keys: string): string[] => keys.split(/(?<=[^+])\+/).filter(Boolean);

/** The keys of the manifest's commands as they are set now. */
export function ShortcutTable({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <table class="shortcuts">
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{i18n.t('options.shortcutAction')}</th>
          <th scope="col">{i18n.t('options.shortcutKeys')}</th>
        </tr>
      </thead>
      <tbody>
        {shortcuts.map(({ name, action, keys }) => (
          <tr key={name}>
            <th scope="row">{action}</th>
            <td>
              {keys ? (
                splitKeys(keys).map((key) => <kbd key={key}>{key}</kbd>)
              ) : (
                <span class="unset">{i18n.t('options.shortcutUnset')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
