import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnsOf, type SourceRow } from '../../../subgraphs/import/columns';
import { inspect, openRows } from '../../../subgraphs/import/read-file';
import type { Words } from '../../../subgraphs/kernel';
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

/** Cells of text, from A on, in the row of this number; '' is left out. */
export function row(line: number, cells: readonly string[]): string {
  const place = (at: number) => `${String.fromCharCode(65 + at)}${line}`;
  const inner = cells.map(
    (cell, at) => cell && `<c r="${place(at)}" t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${line}">${inner.join('')}</row>`;
}

export const merged = (...areas: string[]) =>
  `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`;

/** What an import makes of a workbook: its rows, and what the operator is told. */
export async function imported(content: Buffer, name = 'a.xlsx', sheet: string | null = null) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { rows, notice } = await openRows(await inspect(path), columnsOf(enterpriseSubmission), sheet);
  const read: SourceRow[] = [];
  for await (const each of rows) read.push(each);
  return { rows: read, notice };
}

export const rowsOf = async (parts: WorkbookParts) => (await imported(workbook(parts))).rows;

/** Each row's line, and the values of its record or the reason why there is none. */
export const seen = (rows: readonly SourceRow[]) =>
  rows.map(({ line, record, refusal }) => [
    line,
    refusal ? (refusal.details.reason as Words).en : Object.values(record ?? {}).join('|'),
  ]);
