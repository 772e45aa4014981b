import { readFileSync, statSync } from 'node:fs';

/**
 * What a file says that an operator may replace while the service runs: it is read again when it has changed. Of one that
 * is gone or half-written for the moment, what was read last counts.
 * @param must what the setting must name, for the error at the start
 */
export function watchedFile<Value>(file: string, must: string, read: (text: string) => Value): () => Value {
  const load = () => {
    const version = versionOf(file);
    return { version, value: read(readFileSync(file, 'utf8')) };
  };
  let known: { version: string; value: Value };
  try {
    known = load();
  } catch (error) {
    throw new Error(`${must}: ${(error as Error).message}`);
  }
  return () => {
    try {
      if (versionOf(file) !== known.version) known = load();
    } catch {
      // until it is whole again
    }
    return known.value;
  };
}

/** A file that was replaced is another one, even within one tick of the clock. */
export function versionOf(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
}
