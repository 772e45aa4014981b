import { asError } from '../subgraphs/kernel';

const LONGEST_STOP_MS = 10_000;

/** Runs a server until it is told to stop, then stops its parts in order. An error at start is one line, not a stack. */
export function runUntilSignal(start: () => Promise<(() => Promise<void>)[]>): void {
  start().then(
    (parts) => {
      const stop = async () => {
        setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
        for (const part of parts) await part();
        process.exit(0);
      };
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
    },
    (error: unknown) => {
      process.stderr.write(`OneMatter cannot start: ${asError(error).message}\n`);
      process.exit(1);
    },
  );
}
