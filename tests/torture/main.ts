import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { torture } from './torture';

/** `npm run torture -- --seconds 600`: the feed under everything at once, for as long as asked; ends with 1 on any fault. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
  const seconds = Number(values.seconds);
  if (!(seconds >= 10)) throw new Error(`--seconds must be 10 or more, but got: ${values.seconds}`);
  const { counts, faults, published, head, copies } = await torture(seconds);
  const wrong = copies.flatMap((copy, at) =>
    same(copy?.lines, published) ? [] : [`consumer ${at} does not hold the published list`],
  );
  const all = [...faults, ...wrong, ...(head.digestMatches ? [] : ['the digest of the feed is wrong'])];
  const done = Object.entries(counts).map(([what, times]) => `${what} ${times}`);
  process.stdout.write(`${done.join(', ')}; ${head.sequence} changes, ${head.listed} listed\n`);
  process.stdout.write(
    all.length === 0 ? 'every consumer holds exactly the published list\n' : `${all.join('\n')}\n`,
  );
  process.exit(all.length === 0 ? 0 : 1);
}

function same(lines: Record<string, string> | undefined, published: Record<string, string>): boolean {
  const sorted = (all: Record<string, string> = {}) => JSON.stringify(Object.entries(all).sort());
  return sorted(lines) === sorted(published);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
