import { readFileSync, statSync } from 'node:fs';
import { asError } from '../subgraphs/kernel';

/**
 * What a file says that an operator may replace while the service runs: it is read again when it has changed. Of one that
 * is gone or half-written for the moment, what was read last counts, which is told once of each that is so.
 * @param must what the setting must name, for the error at the start
 */
export function watchedFile<Value>(
  file: string,
  must: string,
  read: (text: string) => Value,
  tell: (error: Error) => void = () => undefined,
): () => Value {
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
  let told = '';
  return () => {
    const version = versionIf(file);
    if (version === known.version || version === told) return known.value;
    try {
      known = load();
    } catch (error) {
      told = version;
      tell(asError(error));
    }
    return known.value;
  };
}

/** A file that was replaced is another one, even within one tick of the clock. */
function versionOf(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
}

/** The same of a file that may be gone. */
export function versionIf(file: string): string {
  try {
    return versionOf(file);
  } catch {
    return 'gone';
  }
}
