import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** `testing` has the reader's shadow root open; `shipped` is what users get. */
export type Build = 'testing' | 'shipped';

/** Folder of a built extension. */
export const extensionFolder = (browser: 'chrome' | 'firefox', build: Build): string =>
  path.join(root, '.output', `${browser}-mv3${build === 'testing' ? '-testing' : ''}`);

/** Builds everything the end-to-end tests load; Vitest calls it once before them. */
export default function buildExtension(): void {
  for (const browser of ['chrome', 'firefox'])
    for (const mode of ['testing', 'production'])
      execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', browser, '--mv3', '--mode', mode], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
}
