import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserCommand } from 'vitest/node';

/** Where Debian's package, and an `EPUBCHECK_JAR` of one's own, have it. */
const places = [process.env.EPUBCHECK_JAR, '/usr/bin/epubcheck', '/usr/share/java/epubcheck.jar'];

function runCheck(jar: string, file: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    execFile('java', ['-jar', jar, '--json', '-', '--quiet', file], { maxBuffer: 1 << 26 }, (_exitCode, out, errors) => {
      try {
        const { messages } = JSON.parse(out.slice(out.indexOf('{'))) as {
          messages: { ID: string; severity: string; message: string; locations: { path: string; line: number }[] }[];
        };
        resolve(messages.map(({ ID, severity, message, locations }) => `${severity} ${ID} ${message} ${JSON.stringify(locations[0])}`));
      } catch (cause) {
        reject(new Error(`EPUBCheck said: ${out.slice(0, 500)} ${errors.slice(0, 500)}`, { cause }));
      }
    });
  });
}

/**
 * Has EPUBCheck, the standard's own validator, look at a book.
 *
 * @param base64 the book
 * @returns what it found, or null where it is not installed
 */
export const checkEpub: BrowserCommand<[base64: string]> = async (_context, base64): Promise<string[] | null> => {
  const jar = places.find((place) => place && fs.existsSync(place));
  if (!jar) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clean-copy-epub-'));
  try {
    const file = path.join(folder, 'book.epub');
    fs.writeFileSync(file, Buffer.from(base64, 'base64'));
    return await runCheck(jar, file);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    checkEpub(base64: string): Promise<string[] | null>;
  }
}
