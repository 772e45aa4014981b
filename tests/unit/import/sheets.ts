import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnsOf, type SourceRow } from '../../../subgraphs/import/columns';
import { inspect, openRows } from '../../../subgraphs/import/read-file';
import { enterpriseSubmission } from '../../../subgraphs/registry/enterprise/enterprise.submission';
import { workbook, type WorkbookParts } from './workbook';

const folder = mkdtempSync(join(tmpdir(), 'onematter-sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The header of a sheet of enterprises. */
export const head = (...more: string[]) =>
  `<row r="1">${titles(more)
    .map((title) => text(title))
    .join('')}</row>`;
const titles = (more: string[]) => ['sourceId', 'uscc', 'name', 'regionCode', ...more];
const text = (content: string) => `<c t="inlineStr"><is><t>${content}</t></is></c>`;

/** What an import makes of a workbook: its rows, and what the operator is told. */
export async function imported(content: Buffer, name = 'a.xlsx') {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { rows, notice } = await openRows(await inspect(path), columnsOf(enterpriseSubmission));
  const read: SourceRow[] = [];
  for await (const row of rows) read.push(row);
  return { rows: read, notice };
}

export const rowsOf = async (parts: WorkbookParts) => (await imported(workbook(parts))).rows;
