import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(__dirname, '../..');

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage']);

/** The files under a folder, by their paths from the root; what is generated is left out. */
export function filesIn(folder: string, extension: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || NOT_OURS.has(entry.name)) return [];
    const path = relative(ROOT, join(ROOT, folder, entry.name));
    if (entry.isDirectory()) return filesIn(path, extension);
    return path.endsWith(extension) ? [path] : [];
  });
}

export function foldersIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Everything that runs in production, and what builds it. */
export function sources(): string[] {
  return ['cli', 'gateway', 'subgraphs', 'schema', 'migrations', 'docs'].flatMap((folder) => [
    ...filesIn(folder, '.ts'),
    ...filesIn(folder, '.tsx'),
  ]);
}
