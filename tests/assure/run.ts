import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HELD, type Check, type Threat } from '../../docs/threats';
import { ROOT } from '../support/sources';
import type { Findings } from './judge';

/** What a check prints is kept here, under the name of its row. */
export const LOGS = '.data/assure';
/** So often somebody who waits is told that it goes on. */
const TELL_MS = 60_000;

interface JestResult {
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** Runs the checks of a row, one after the other, each in a process of its own. */
export async function run({ name, checks }: Threat, tell: (line: string) => void): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'onematter-assure-'));
  mkdirSync(join(ROOT, LOGS), { recursive: true });
  const log = createWriteStream(join(ROOT, LOGS, `${name}.log`));
  const failed: string[] = [];
  const figures: { name: string; value: number }[] = [];
  try {
    for (const [at, check] of checks.entries()) {
      const results = join(folder, `${at}.json`);
      const told = join(folder, `${at}.figures`);
      const { args, env } = commandOf(check, results);
      const code = await start(args, { ...env, ASSURE: 'full', FIGURES: told }, log, tell);
      const { held, failures } = 'command' in check ? { held: [], failures: [] } : outcomeIn(results);
      figures.push(...held, ...figuresIn(told));
      failed.push(...failures);
      if (code !== 0 && failures.length === 0) failed.push(`${args.slice(1).join(' ')} ended with ${code}`);
    }
  } finally {
    log.end();
    rmSync(folder, { recursive: true, force: true });
  }
  return { figures, failed };
}

function commandOf(check: Check, results: string): { args: string[]; env: Record<string, string> } {
  if ('command' in check) {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const [, ...words] = (scripts[check.command] ?? '').split(' ');
    return { args: [...words, ...check.args], env: {} };
  }
  const only = check.only === undefined ? [] : ['--testNamePattern', check.only];
  const jest = ['node_modules/jest/bin/jest.js', '--runInBand', '--json', '--outputFile', results];
  return { args: [...jest, ...only, '--runTestsByPath', ...check.tests], env: { ...check.env } };
}

async function start(
  args: readonly string[],
  env: Record<string, string>,
  log: NodeJS.WritableStream,
  tell: (line: string) => void,
): Promise<number | string> {
  const began = Date.now();
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const end = () => void child.kill('SIGTERM');
  process.once('exit', end);
  const telling = setInterval(
    () => tell(`  … ${Math.round((Date.now() - began) / TELL_MS)} min: ${args.slice(0, 2).join(' ')}`),
    TELL_MS,
  );
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearInterval(telling);
  process.off('exit', end);
  return code ?? signal ?? 'nothing';
}

/** What jest has run: of a pattern that fits no test nothing is known. */
function outcomeIn(file: string): { held: { name: string; value: number }[]; failures: string[] } {
  if (!existsSync(file)) return { held: [], failures: ['jest has said nothing'] };
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as JestResult;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = all.filter(({ status }) => status === 'passed').length;
  const failures = all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  const broken = testResults.filter(
    ({ assertionResults, message }) => assertionResults.length === 0 && message,
  );
  const silent = passed + failures.length === 0 ? ['no test has run'] : [];
  return {
    held: [{ name: HELD, value: passed }],
    failures: [...failures, ...broken.map(({ name }) => `${name} does not run`), ...silent],
  };
}

function figuresIn(file: string): { name: string; value: number }[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { name: string; value: number });
}
