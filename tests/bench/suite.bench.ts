import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { say } from './say';

const ROOT = join(__dirname, '../..');
/** Version 0.1.0. */
const AGAINST = '3a5a847';

interface Cost {
  user: number;
  system: number;
}

/**
 * The processor time of `npm test`: of the working tree, and of a commit in a checkout of its own, one after the other.
 * `--against <commit>` names another commit; a figure in seconds that is known from a run of the same hour, as
 * `--against-cpu` or `--ours-cpu`, stands for that run; what else is given goes to jest: `-- suite tests/unit`.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      against: { type: 'string', default: AGAINST },
      'against-cpu': { type: 'string' },
      'ours-cpu': { type: 'string' },
    },
  });
  const theirs = known(values['against-cpu']) ?? (await ofCommit(values.against, positionals));
  const ours = known(values['ours-cpu']) ?? (await cpuOf('this tree', ROOT, positionals));
  say(
    `${values.against} ${shown(theirs)}, this tree ${shown(ours)}: ratio ${(total(ours) / total(theirs)).toFixed(2)}`,
  );
}

function known(seconds: string | undefined): Cost | undefined {
  if (seconds === undefined) return undefined;
  if (!(Number(seconds) > 0))
    throw new Error(`seconds of processor time must be above 0, but got: ${seconds}`);
  return { user: Number(seconds), system: 0 };
}

function total({ user, system }: Cost): number {
  return user + system;
}

function shown(cost: Cost): string {
  return `${total(cost).toFixed(0)} s`;
}

async function ofCommit(commit: string, jestArgs: readonly string[]): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'onematter-suite-'));
  const checkout = join(folder, 'checkout');
  try {
    command(ROOT, 'git', 'worktree', 'add', '--detach', checkout, commit);
    install(checkout);
    return await cpuOf(commit, checkout, jestArgs);
  } finally {
    spawnSync('git', ['worktree', 'remove', '--force', checkout], { cwd: ROOT });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Its own packages, or, where the same are wanted, links to ours. */
function install(checkout: string): void {
  const lock = (root: string) => readFileSync(join(root, 'package-lock.json'), 'utf8');
  const linked =
    lock(checkout) === lock(ROOT) &&
    spawnSync('cp', ['-al', 'node_modules', checkout], { cwd: ROOT }).status === 0;
  if (linked) return;
  say('installing its packages …');
  command(checkout, 'npm', 'ci', '--no-audit', '--no-fund');
}

function command(cwd: string, program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}`);
}

/** Runs `npm test` with nothing of earlier runs in its cache, and asks the shell what it and all its processes have used. */
async function cpuOf(name: string, cwd: string, jestArgs: readonly string[]): Promise<Cost> {
  say(`the suite of ${name} …`);
  const cache = mkdtempSync(join(tmpdir(), 'onematter-suite-cache-'));
  const began = Date.now();
  const program = 'npm test -- "$@"; code=$?; times; exit $code';
  const child = spawn(
    'sh',
    ['-c', `exec 2>&1; ${program}`, 'suite', `--cacheDirectory=${cache}`, ...jestArgs],
    {
      cwd,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (/^(PASS|FAIL|Tests:|tests:)/.test(line))
      say(`  ${Math.round((Date.now() - began) / 1000)} s ${line}`);
  }
  rmSync(cache, { recursive: true, force: true });
  const [user, system] = (lines.at(-1) ?? '').split(' ').map(secondsOf);
  if (user === undefined || system === undefined)
    throw new Error(`the shell does not tell the time of the suite: ${lines.at(-1)}`);
  if (lines.some((line) => line.startsWith('FAIL'))) {
    say(`  a test of ${name} has failed: its figure says little`);
    process.exitCode = 1;
  }
  say(
    `  ${name}: user ${user.toFixed(0)} s + system ${system.toFixed(0)} s in ${Math.round((Date.now() - began) / 1000)} s`,
  );
  return { user, system };
}

/** Of `12m3.45s`, as the shell prints it. */
function secondsOf(time: string): number | undefined {
  const [, minutes, seconds] = /^(\d+)m([\d.]+)s$/.exec(time) ?? [];
  return minutes === undefined ? undefined : Number(minutes) * 60 + Number(seconds);
}
