import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import { WrongUse } from '../errors';
import type { Template } from './template';

/** Rows below the example that are prepared for codes: Excel would take them for numbers and lose digits. */
const EMPTY_ROWS = 500;
const TEXT = '@';
const COLUMN_WIDTH = 24;

/** Writes a template as a workbook and as separated values. Returns the paths. */
export async function writeTemplate(kind: string, template: Template, folder: string): Promise<string[]> {
  const files: [path: string, content: Buffer | string][] = [
    [join(folder, `${kind}-template.xlsx`), await workbookOf(kind, template)],
    [join(folder, `${kind}-template.csv`), csvOf(template)],
  ];
  for (const [path, content] of files) await writeNew(path, content);
  return files.map(([path]) => path);
}

/** A template that is there already may have been filled in. */
async function writeNew(path: string, content: Buffer | string): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WrongUse(
      code === 'EEXIST'
        ? `${path} is there already and may be filled in: it is not written over.`
        : `The template cannot be written: ${message}`,
    );
  }
}

function workbookOf(kind: string, { title, explanations, header, example }: Template): Promise<Buffer> {
  const empty = header.map(() => ({ type: String, format: TEXT }));
  const rows = [
    [{ value: title }],
    explanations.map((value) => ({ value, wrap: true, alignVertical: 'top' as const })),
    header.map((value) => ({ value, fontWeight: 'bold' as const, backgroundColor: '#dddddd' })),
    example.map((value) => ({ value: value === '' ? undefined : value, type: String, format: TEXT })),
    ...Array.from({ length: EMPTY_ROWS }, () => empty),
  ];
  return writeWorkbook(rows, {
    sheet: kind,
    columns: header.map(() => ({ width: COLUMN_WIDTH })),
  }).toBuffer();
}

/** With the mark by which Excel knows UTF-8. */
function csvOf({ title, explanations, header, example }: Template): string {
  return stringify([[title], explanations, header, example.map(asText)], {
    bom: true,
    record_delimiter: 'windows',
  });
}

/** What Excel would take for a number and write otherwise, a code of sixteen digits or a zero in front, as the importer reads it. */
function asText(cell: string): string {
  return /^(0\d+|\d{12,})$/.test(cell) ? `="${cell}"` : cell;
}
