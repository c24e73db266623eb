import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findChromium, findFirefox, hasVirtualKeyboard, quietChromium } from '../scripts/find-browser.mjs';
import { checkEpub } from './export/check-epub.ts';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  test: {
    projects: [
      {
        root,
        plugins: [WxtVitest()],
        test: { name: 'node', environment: 'node', include: ['tests/**/*.node.test.ts'], testTimeout: 60_000 },
      },
      {
        root,
        // Found before the first test: one found later reloads the page under a test that runs.
        optimizeDeps: {
          include: [
            ...['@joplin/turndown-plugin-gfm', '@zip.js/zip.js/lib/zip-core-native.js', 'client-zip', 'dompurify', 'fflate', 'marked'],
            ...['highlight.js/lib/core', 'highlight.js/lib/languages/*'],
            ...['image-size', 'papaparse', 'turndown'],
          ],
        },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          // What works on documents is tested in the real engine.
          name: 'chromium',
          include: ['tests/**/*.dom.test.{ts,tsx}'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { checkEpub },
            provider: playwright({ launchOptions: { executablePath: findChromium(), args: quietChromium } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        root,
        test: {
          // The built extension in whole browsers: one at a time, after the others, so that nothing waits for a processor.
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          // `npm test` says so where they do not run.
          exclude: [...(findFirefox() ? [] : ['tests/e2e/**/*firefox*']), ...(hasVirtualKeyboard() ? [] : ['tests/e2e/keyboard*'])],
          globalSetup: ['tests/e2e/build-extension.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 25_000 } },
        },
      },
    ],
  },
});
