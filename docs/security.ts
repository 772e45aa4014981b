import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { threatTable } from './assurance';

const [BEGIN, END] = ['<!-- Printed from code by `npm run docs`: threats -->', '<!-- end -->'];

/** SECURITY.md as it stands, with the table of threats as the code has it. */
export function securityPage(): string {
  const text = readFileSync(join(__dirname, '../SECURITY.md'), 'utf8');
  const [before, rest] = text.split(BEGIN) as [string, string | undefined];
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error('SECURITY.md has no place for the table of threats');
  return `${before}${BEGIN}\n\n${threatTable()}\n\n${END}${after}`;
}
