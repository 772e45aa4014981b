import { CatalogueError, regionCode } from '../../kernel';
import { computedPoints, saysOf } from '../assessment/counted-part';
import { models } from '../assessment/model';
import { daysOf } from '../assessment/quarter.rules';
import { collect, type Collected } from './collect';
import { Gateway, GatewayRefused } from './gateway';

/** What the command line says. */
export interface AssessOptions {
  quarter: string;
  region: string;
  token: string;
  url: string;
  source: string;
  again: boolean;
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const LINE_EVERY_MS = 3000;

/** `onematter assess`. Ends with 0 for done, 2 if figures are missing, 1 if it could not run, 130 for Ctrl-C. */
export async function assess({ token, url, ...options }: AssessOptions): Promise<number> {
  try {
    daysOf(options.quarter, '--quarter');
    regionCode.parse(options.region, '--region');
    const stop = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
    const result = await collect(new Gateway(url, token), {
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
    return 1;
  }
}

/** `onematter assess:points`: which base points of the present model are computed, by indicator and in all. */
export function printPoints(): number {
  const [model] = models.slice(-1);
  for (const { code, countedAs, kind, points, name } of model?.indicators ?? [])
    if (kind === 'BASE' && saysOf(countedAs) !== null) process.stdout.write(`${code}\t${points}\t${name}\n`);
  const { computed, all } = computedPoints(model ?? { indicators: [] });
  process.stdout.write(`${computed} of ${all} points computed\n`);
  return 0;
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
  return missing.length > 0 ? 2 : 0;
}
