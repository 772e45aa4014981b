import { open } from 'node:fs/promises';
import { WrongUse } from '../errors';

/** The first bytes of a compound file, which holds a workbook of before 2007, or an encrypted one. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Its directory is read as far as this: 32 entries. */
const DIRECTORY = 4096;
const utf16 = (name: string) => Buffer.from(name, 'utf16le');

/** What a file is that is no .xlsx workbook, and what to do about it. */
export function asXlsx(is: string): WrongUse {
  return new WrongUse(
    `The file ${is}: open it in a spreadsheet program, save it as .xlsx and import what is saved.`,
  );
}

/** Files that are called .xlsx, and are something else that can be named. */
export async function refuseOtherFiles(path: string): Promise<void> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(512);
    await file.read(head, 0, head.length, 0);
    if (/^\ufeff?\s*<(!doctype html|html|table|meta)/i.test(head.toString()))
      throw asXlsx('is a web page that is called .xlsx');
    if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(head.toString()))
      throw asXlsx('is an XML spreadsheet of 2003 that is called .xlsx');
    if (!head.subarray(0, COMPOUND.length).equals(COMPOUND)) return;
    const directory = Buffer.alloc(DIRECTORY);
    // [MS-CFB] 2.2: the sector of the directory, and the size of a sector as a power of two
    await file.read(directory, 0, DIRECTORY, (head.readUInt32LE(48) + 1) * 2 ** head.readUInt16LE(30));
    if (directory.includes(utf16('EncryptedPackage')))
      throw new WrongUse(
        'The workbook is protected by a password: open it in a spreadsheet program, take the password off, save it and import what is saved.',
      );
    throw asXlsx('is a workbook of before 2007 (.xls)');
  } finally {
    await file.close();
  }
}
