import { asError } from '../subgraphs/kernel';

const LONGEST_STOP_MS = 10_000;
/** What a shell says of a process that a signal has ended. */
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 };

/** What a server that is starting has to hand over. */
export interface Starting {
  /** How a part that was started is stopped; the last one first. */
  onStop: (stop: () => Promise<void>) => void;
  /** Ends the server, since it cannot go on. */
  fail: (error: Error) => void;
}

/**
 * Runs a server until it is told to stop, then stops its parts and ends the process. An error is one line, not a stack,
 * and what was started until then is stopped. A signal during the start ends it at once: nothing has been promised yet.
 */
export function runUntilSignal(start: (starting: Starting) => Promise<void>): Promise<never> {
  const parts: (() => Promise<void>)[] = [];
  let ready = false;
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code || 1), LONGEST_STOP_MS).unref();
    for (const stop of parts.reverse()) await stop().catch(say);
    process.exit(code);
  };
  const fail = (error: unknown) => {
    if (!ending) say(error, ready ? 'OneMatter has to stop' : 'OneMatter cannot start');
    void end(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => (ready ? void end(0) : process.exit(INTERRUPTED[signal])));
  start({ onStop: (stop) => parts.push(stop), fail }).then(() => (ready = true), fail);
  return new Promise(() => undefined);
}

function say(error: unknown, what = 'A part does not stop'): void {
  process.stderr.write(`${what}: ${asError(error).message}\n`);
}
