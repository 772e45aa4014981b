import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Reject } from '../../subgraphs/import/rejects';
import { composeUscc } from '../../subgraphs/kernel';
import { commandHere, type Ended } from './command-here';
import { TEST_DATA_KEY } from './settings';

export const folder = mkdtempSync(join(tmpdir(), 'onematter-import-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const ROOT = resolve(__dirname, '../..');
export const HEADER = 'sourceId,uscc,name,regionCode,registeredOn,address';
export const uscc = (number: number) => composeUscc('91430682', String(number).padStart(8, '0'));
export const row = (
  number: number,
  { region = '430682', code = uscc(number), date = '2020-01-02', address = '' } = {},
) => `E-${number},${code},临湘市${number}号燃气有限公司,${region},${date},${address}`;

/** Every 100th row is refused by its date, every 250th by its quotes. */
export const mixed = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    row(at, {
      date: at % 100 === 7 ? '2020-02-30' : '2020-01-02',
      address: at % 250 === 9 ? 'x"y' : '"长安街道1号, 2楼"',
    }),
  );
export const refusedOf = (count: number) =>
  Array.from({ length: count }, (_, at) => at).filter((at) => at % 100 === 7 || at % 250 === 9);

export function file(name: string, lines: string[] | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, Buffer.isBuffer(lines) ? lines : `${lines.join('\n')}\n`);
  return path;
}

export function rejectsOf(path: string): Reject[] {
  const lines = readFileSync(`${path}.rejects.ndjson`, 'utf8').split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as Reject);
}

const argsOf = (args: readonly string[]) => {
  // who imports in a test has registered the source, unless a test is about just that
  const registering = args.includes('--source') && !args.includes('--unregistered') ? ['--register'] : [];
  return ['import', ...args.filter((each) => each !== '--unregistered'), ...registering];
};
const envOf = (env: Record<string, string>) => ({ DATA_DIR: folder, DATA_KEY: TEST_DATA_KEY, ...env });

/** The command, brought to its end in this process. */
export function imported(args: readonly string[], env: Record<string, string>): Promise<Ended> {
  return commandHere(argsOf(args), envOf(env), folder);
}

/** The command as a process of its own, for who breaks it off. */
export function command(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['cli/onematter.cjs', ...argsOf(args)], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...envOf(env) },
  });
  children.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  return { child, ended };
}
