import { asError } from '../subgraphs/kernel';

const LONGEST_STOP_MS = 10_000;

/**
 * Runs a server until it is told to stop, then stops its parts in order. An error at start is one line, not a stack.
 * Returns the exit code; the process ends by it whatever is still open.
 */
export async function runUntilSignal(start: () => Promise<(() => Promise<void>)[]>): Promise<never> {
  try {
    const parts = await start();
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    for (const part of parts) await part();
    return process.exit(0);
  } catch (error) {
    process.stderr.write(`OneMatter cannot start: ${asError(error).message}\n`);
    return process.exit(1);
  }
}
