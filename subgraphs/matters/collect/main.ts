import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { CatalogueError, isRegionCode } from '../../kernel';
import { daysOf } from '../assessment/quarter.rules';
import { collect, type Collected } from './collect';
import { Gateway, GatewayRefused } from './gateway';

const USAGE =
  'usage: npm run assess -- --quarter 2026-Q3 --region 430600 --token TOKEN [--url http://127.0.0.1:4000/graphql] [--source assess] [--again]';
const OPTIONS = {
  quarter: { type: 'string' },
  region: { type: 'string' },
  token: { type: 'string' },
  url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' },
  source: { type: 'string', default: 'assess' },
  again: { type: 'boolean', default: false },
} as const;

const say = (line: string) => process.stderr.write(`${line}\n`);
const LINE_EVERY_MS = 3000;

/** Exit codes: 0 for done, 1 if figures are missing, 2 for a wrong command or a gateway that refuses, 130 for Ctrl-C. */
async function main(args: string[]): Promise<number> {
  try {
    const { gateway, ...options } = readArguments(args);
    const stop = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
    const result = await collect(gateway, {
      ...options,
      now: () => new Date(),
      signal: stop.signal,
      onProgress: progress(),
    });
    return report(result);
  } catch (error) {
    const known = error instanceof GatewayRefused || error instanceof CatalogueError;
    say(
      known
        ? error.message
        : `The gateway could not be asked: ${(error as Error).message}. The same command goes on from there.`,
    );
    return known ? 2 : 1;
  }
}

function readArguments(args: string[]) {
  const { quarter, region, token, url, source, again } = parsed(args);
  if (!quarter || !region || !token) throw new GatewayRefused(USAGE);
  daysOf(quarter, '--quarter');
  if (!isRegionCode(region)) throw new GatewayRefused(`--region must be a division code, but got: ${region}`);
  return { quarter, region, source, again, gateway: new Gateway(url, token) };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new GatewayRefused((error as Error).message);
  }
}

/** On a terminal one line that is written over, elsewhere a line every few seconds. */
function progress(): (done: number, of: number, what: string) => void {
  let last = 0;
  return (done, of, what) => {
    const line = `${done} of ${of}: ${what}`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}\u001b[K${done === of ? '\n' : ''}`);
    else if (done === of || Date.now() - last > LINE_EVERY_MS) say(line);
    if (Date.now() - last > LINE_EVERY_MS) last = Date.now();
  };
}

function report({ members, accepted, unchanged, skipped, missing, stopped }: Collected): number {
  if (stopped) say('Stopped. To go on from there, give the same command again.');
  const counts = [
    `members: ${members}`,
    `accepted: ${accepted}`,
    `unchanged: ${unchanged}`,
    `collected before: ${skipped}`,
  ];
  process.stdout.write(
    `${[...counts, `missing: ${missing.length}`, ...missing.map((each) => `  ${each}`)].join('\n')}\n`,
  );
  if (stopped) return 130;
  return missing.length > 0 ? 1 : 0;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
