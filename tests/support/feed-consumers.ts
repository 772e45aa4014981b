import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './sources';

/** The consumers of docs/feed-consumer, and how each is run here. */
export interface Language {
  name: string;
  command: readonly string[];
}

/** A copy as every consumer keeps it. */
export interface Copy {
  cursor: string | null;
  sequence: string;
  caughtUp: boolean;
  lines: Record<string, string>;
}

const at = (file: string) => join(ROOT, 'docs/feed-consumer', file);
/** No proxy stands before this machine, and signatures are to be checked. */
const PYTHON = ['python3', at('consumer.py')];

/**
 * Those that can run here: on a build server all of them, elsewhere it is said which cannot.
 * @param folder for what is compiled
 */
export function feedConsumers(folder: string): Language[] {
  const languages: Language[] = [{ name: 'JavaScript', command: [process.execPath, at('consumer.mjs')] }];
  if (isHere('python3 with cryptography', PYTHON[0]!, '-c', 'import cryptography'))
    languages.push({ name: 'Python', command: PYTHON });
  if (isHere('java', 'javac', '-d', folder, at('Consumer.java')))
    languages.push({ name: 'Java', command: ['java', '-XX:TieredStopAtLevel=1', '-cp', folder, 'Consumer'] });
  return languages;
}

/** Without what pip has installed. */
export const bareInterpreter: Language = { name: 'Python', command: [PYTHON[0]!, '-S', '-E', PYTHON[1]!] };

function isHere(what: string, program: string, ...args: string[]): boolean {
  if (spawnSync(program, args, { stdio: 'ignore' }).status === 0) return true;
  if (process.env.CI) throw new Error(`there is no ${what}`);
  process.stderr.write(`skipped: no ${what}\n`);
  return false;
}

export interface Ended {
  code: number;
  said: string;
}

const environment = { ...process.env, no_proxy: '127.0.0.1' };

export function runOnce({ command }: Language, ...args: string[]): Promise<Ended> {
  const [program = '', ...first] = command;
  return new Promise((resolve) =>
    execFile(program, [...first, '--once', ...args], { env: environment }, (error, _, said) =>
      resolve({ code: error ? Number(error.code) : 0, said }),
    ),
  );
}

/** A consumer that goes on until it is killed. */
export class Following {
  said = '';
  private readonly child: ChildProcess;

  constructor({ command }: Language, ...args: string[]) {
    const [program = '', ...first] = command;
    this.child = spawn(program, [...first, '--wait', '1', ...args], {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr?.on('data', (text: Buffer) => (this.said += text.toString()));
  }

  /** Calls back if it ends by itself. */
  onEnd(callBack: (code: number, said: string) => void): void {
    this.child.once('close', (code) => code !== null && callBack(code, this.said.trim()));
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}

export function copyIn(file: string): Copy | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Copy) : null;
}
