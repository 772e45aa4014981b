import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assurancePage, recorded } from '../../docs/assurance';
import { threats, type Threat, type Verdict } from '../../docs/threats';
import { ROOT } from '../support/sources';
import { judge } from './judge';
import { commitHere, keep, machineHere } from './record';
import { LOGS, run } from './run';

const HELP = `npm run assure [-- NAME …] [-- --resume] [-- --list]

Runs every row of the table of threats in full, or those that are named, and prints each figure beside its bound; ends with 1
if a row does not hold. What was found is kept in docs/assurance.json after each row, and printed to docs/assurance.md.

  --resume   leaves out the rows that already hold at this commit: goes on where it was interrupted
  --list     prints the rows and runs none
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      resume: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !threats.some((each) => each.name === name));
  if (unknown.length > 0) throw new Error(`there is no row ${unknown.join(', ')}; --list names them`);
  const chosen = threats.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (values.help) return told(HELP);
  if (values.list) return told(chosen.map(({ name, threat }) => `${name.padEnd(24)} ${threat}`).join('\n'));
  const [machine, commit] = [machineHere(), commitHere()];
  const isDone = ({ name }: Threat) => {
    const known = recorded()[name];
    return Boolean(values.resume && commit !== '' && known?.holds && known.commit === commit);
  };
  const open = chosen.filter((row) => !isDone(row));
  say(`${new Date().toISOString()}, ${machine}; ${open.length} of ${chosen.length} rows are run`);
  const broken: string[] = [];
  for (const [at, row] of open.entries()) {
    say(`\n${at + 1}/${open.length} ${row.name}: ${row.threat}`);
    const began = Date.now();
    const verdict = judge(row, await run(row, say));
    tell(row, verdict);
    const minutes = Math.round((Date.now() - began) / 6_000) / 10;
    keep(row.name, { ...verdict, on: new Date().toISOString().slice(0, 10), machine, commit, minutes });
    writeFileSync(join(ROOT, 'docs/assurance.md'), assurancePage());
    if (!verdict.holds) broken.push(row.name);
  }
  say(broken.length === 0 ? '\nevery row that was run holds' : `\nnot held: ${broken.join(', ')}`);
  return broken.length === 0;
}

function told(text: string): true {
  say(text);
  return true;
}

function tell({ name }: Threat, { measured, failed, holds }: Verdict): void {
  for (const each of measured)
    say(`  ${each.holds ? 'ok ' : 'NOT'} ${each.figure}: ${each.value ?? 'not measured'} (${each.bound})`);
  for (const each of failed) say(`  NOT ${each}`);
  if (!holds) say(`  what its checks have printed is in ${LOGS}/${name}.log`);
}

process.on('SIGTERM', () => process.exit(143));
process.on('SIGINT', () => process.exit(130));
main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
