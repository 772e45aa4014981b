import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { page, tableOf } from './page';
import { boundOf, threats, type Check, type Verdict } from './threats';

/** What is known of a row: when it was last run in full, on what, and what it came to. */
export interface Entry extends Verdict {
  on: string;
  machine: string;
  /** What was checked out. */
  commit: string;
  minutes: number;
}
export type AssuranceRecord = Record<string, Entry>;

/** Written by `npm run assure`, row by row. */
export const RECORD = join(__dirname, 'assurance.json');

export function recorded(): AssuranceRecord {
  return existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as AssuranceRecord) : {};
}

/** docs/assurance.md: what `npm run assure` has last found of each row, on which day and machine. */
export function assurancePage(): string {
  const known = recorded();
  const blocks = threats.flatMap(({ name, threat, must, bounds }) => [
    `## ${name}`,
    `${threat}. ${must}.`,
    known[name] ? foundOf(known[name]) : 'It was not run in full yet.',
    tableOf(
      ['Figure', 'Bound', 'Measured'],
      bounds.map((bound) => {
        const measured = known[name]?.measured.find(({ figure }) => figure === bound.figure);
        return [bound.figure, boundOf(bound), String(measured?.value ?? '–')];
      }),
    ),
  ]);
  return page([
    '# Assurance',
    'What must happen under which fault or attack, how far it may go, and what was measured when `npm run assure` last ran each row in full. Figures of another machine are another’s; `npm test` runs the same checks with a small seed.',
    ...blocks,
  ]);
}

function foundOf({ holds, on, machine, commit, minutes, failed }: Entry): string {
  const verdict = holds ? 'It held' : '**It did not hold**';
  const faults =
    failed.length === 0 ? '' : ` ${failed.length} checks failed: ${failed.slice(0, 5).join('; ')}.`;
  return `${verdict} on ${on}, at ${commit || 'an unknown commit'}, in ${minutes} min on ${machine}.${faults}`;
}

/** The rows of SECURITY.md: threat, test and figure. */
export function threatTable(): string {
  return tableOf(
    ['Threat', 'What must happen', 'Figure', 'Test'],
    threats.map(({ threat, must, bounds, checks }) => [
      threat,
      must,
      bounds.map((bound) => `${bound.figure}: ${boundOf(bound)}`).join('; '),
      checks.map(nameOf).join(', '),
    ]),
  );
}

function nameOf(check: Check): string {
  if ('command' in check) return `\`npm run ${check.command} -- ${check.args.join(' ')}\``;
  return check.tests.map((path) => `\`${path.replace(/^tests\/|\.test\.ts$/g, '')}\``).join(', ');
}
