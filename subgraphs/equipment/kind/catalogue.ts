import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { declareReferenceList, keptTable, replaceOfficial, type Database } from '../../kernel';
import { EquipmentKind } from './equipment-kind';
import type { Catalogue } from './equipment-kind.rules';

/** The catalogue of special equipment, kept in memory: some 160 entries; every device names one. */
export const catalogue = keptTable(async (db): Promise<Catalogue> => {
  const kinds = await db.read<EquipmentKind>(
    `SELECT ${db.columns(EquipmentKind)} FROM equipment_kind ORDER BY code`,
  );
  return new Map(kinds.map((kind) => [kind.code, kind]));
});

const FILE = join(__dirname, '../official/equipment-kinds.csv');

declareReferenceList(
  {
    id: 'equipment.kinds',
    name: '特种设备目录. The catalogue of special equipment.',
    source: '质检总局公告2014年第114号，据公开转录',
    asOf: '2014-10-30',
    missing:
      '各类设备的界定参数（容积、压力、起重量等）未收，2014 年以后有无修订未查明. The thresholds that define each kind are not held, and whether it was amended since was not established.',
  },
  () => {
    const rows = parse<{ verified: string }>(readFileSync(FILE), { columns: true });
    return { rows: rows.length, verified: rows.filter(({ verified }) => verified === 'true').length };
  },
);

/** Loads the catalogue of the reference file; rows that are the same are not written. */
export async function loadOfficial(db: Database): Promise<void> {
  const file = await readFile(FILE, 'utf8');
  const kinds = parse<Record<'code' | 'name' | 'category' | 'level' | 'parent', string>>(file, {
    columns: true,
  }).map(({ code, name, category, level, parent }) => ({
    code,
    name,
    category,
    level,
    parent_code: parent || null,
  }));
  await db.transaction((tx) => replaceOfficial(tx, 'equipment_kind', 'code', kinds));
}
