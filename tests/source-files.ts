import fs from 'node:fs';
import path from 'node:path';

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '..');

/** One import of a source file. */
export interface Import {
  /** Path from the repository's folder without its extension, or the package as it is written. */
  target: string;
  /** Gone after compilation. */
  typeOnly: boolean;
}

export interface SourceFile {
  /** From the repository's folder, with `/`. */
  path: string;
  text: string;
  imports: Import[];
}

/** Every file below a folder of the repository, as paths from there. */
export function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

const importPattern = /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm;

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(importPattern)].map(([, type, names = '', from = '']) => ({
    typeOnly:
      Boolean(type) ||
      (/^\{/.test(names) &&
        names
          .replace(/[{}]/g, '')
          .split(',')
          .every((name) => !name.trim() || /^type\s/.test(name.trim()))),
    target: from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from.replace(/\?.*$/, '')).replace(/\.(tsx?|mjs)$/, '') : from,
  }));
}

/** The product's own code, with what each file imports. */
export const sourceFiles: readonly SourceFile[] = ['utils', 'components', 'entrypoints']
  .flatMap(filesBelow)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => {
    const text = fs.readFileSync(path.join(root, file), 'utf8');
    return { path: file, text, imports: importsOf(file, text) };
  });

const byStem = new Map(sourceFiles.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));

/** Everything that is loaded when a file is: files and packages, types left out. */
export function reachedFrom(start: string): Set<string> {
  const reached = new Set<string>();
  const visit = (target: string) => {
    if (reached.has(target)) return;
    reached.add(target);
    for (const next of byStem.get(target)?.imports ?? []) if (!next.typeOnly) visit(next.target);
  };
  visit(start);
  return reached;
}
