import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { say } from './say';

/**
 * `npm run bench [-- name …]`: every benchmark, or the one of this name with what it takes. Each is a file
 * `<name>.bench.ts` in this folder that exports `bench(args)` and prints ratios, measured side by side in one run. The machine
 * and the day stand above: figures of another are another's.
 */
async function main([name, ...args]: readonly string[]): Promise<void> {
  const all = readdirSync(__dirname).flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? []);
  if (name !== undefined && !all.includes(name))
    throw new Error(`there is no benchmark ${name}; there are: ${all.join(', ')}`);
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  say(
    `${new Date().toISOString()}, ${processors.length} × ${processors[0]?.model.trim()}, ${memory}, Node.js ${process.version}`,
  );
  for (const each of name === undefined ? all : [name]) {
    say(`\n── ${each}`);
    const { bench } = (await import(`./${each}.bench`)) as {
      bench: (args: readonly string[]) => Promise<void>;
    };
    await bench(args);
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
