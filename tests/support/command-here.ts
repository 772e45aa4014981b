import type { Environment } from '../../cli/commands';
import { onematter } from '../../cli/run';

/** What a command has printed, and its exit code. */
export interface Ended {
  code: number;
  out: string;
  err: string;
}

/**
 * Runs a command in this process, with nothing of this environment but what is given: one of its own takes two seconds to
 * load what is loaded here already. For what is killed, stopped or left behind `startCommand` has a process. One at a time.
 * @param folder where it is called
 */
export async function commandHere(
  args: readonly string[],
  env: Environment,
  folder = process.cwd(),
): Promise<Ended> {
  const cameFrom = process.cwd();
  const stillHeard = ['SIGINT', 'SIGTERM'].map(keepListeners);
  const [out, err] = [capture(process.stdout), capture(process.stderr)];
  process.chdir(folder);
  try {
    const code = await onematter(args, env);
    return { code, out: out.text, err: err.text };
  } finally {
    process.chdir(cameFrom);
    for (const { putBack } of [out, err, ...stillHeard]) putBack();
  }
}

function capture(stream: NodeJS.WriteStream): { readonly text: string; putBack: () => void } {
  const { write } = stream;
  const captured = { text: '', putBack: () => void (stream.write = write) };
  stream.write = (chunk: unknown) => {
    captured.text += String(chunk);
    return true;
  };
  return captured;
}

/** A command listens until its process ends. */
function keepListeners(signal: string): { putBack: () => void } {
  const before = process.listeners(signal as NodeJS.Signals);
  const added = () => process.listeners(signal as NodeJS.Signals).filter((each) => !before.includes(each));
  return {
    putBack: () => {
      for (const each of added()) process.off(signal, each);
    },
  };
}
