import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph as Composed } from '@apollo/federation-internals';
import type { Log } from '../subgraphs/kernel';
import type { Supergraph } from './supergraph';
import { versionIf } from './watched-file';

const LOOK_MS = 1_000;
const OURS = join(__dirname, '../schema/supergraph.graphql');

/** By which supergraph is answered: that of the setting SUPERGRAPH_FILE, or else ours. */
export function readSupergraph(file: string | null): string {
  return readFileSync(file ?? OURS, 'utf8');
}

/** @throws an Error that says what is wrong with the text */
export function checkSupergraph(text: string): void {
  Composed.build(text);
}

/** How far a gateway is with the file: by it, or by the one before, since it is broken. */
export type Followed = 'current' | 'kept';

/**
 * Looks at the file again and again: a whole one is answered by from then on, and of a broken one, or where it is gone, the
 * one before is kept, which the log and the health of the gateway say.
 */
export function followSupergraph(
  file: string,
  supergraph: Pick<Supergraph, 'renew'>,
  log: Log,
): { state: () => Followed; stop: () => void } {
  let seen = versionIf(file);
  let state: Followed = 'current';
  let last: Promise<void> = Promise.resolve();
  const look = async () => {
    const version = versionIf(file);
    if (version === seen) return;
    seen = version;
    try {
      await supergraph.renew(readFileSync(file, 'utf8'));
      state = 'current';
      log.info({ file }, 'the supergraph is renewed');
    } catch (err) {
      state = 'kept';
      log.error({ err, file }, 'the supergraph file cannot be used: the one before is kept');
    }
  };
  const timer = setInterval(() => {
    last = last.then(look);
  }, LOOK_MS).unref();
  return { state: () => state, stop: () => clearInterval(timer) };
}
