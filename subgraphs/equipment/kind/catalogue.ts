import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { keptTable, replaceOfficial, type Database } from '../../kernel';
import { EquipmentKind } from './equipment-kind';
import type { Catalogue } from './equipment-kind.rules';

/** The catalogue of special equipment, kept in memory: some 160 entries; every device names one. */
export const catalogue = keptTable(async (db): Promise<Catalogue> => {
  const kinds = await db.read<EquipmentKind>(
    `SELECT ${db.columns(EquipmentKind)} FROM equipment_kind ORDER BY code`,
  );
  return new Map(kinds.map((kind) => [kind.code, kind]));
});

/** Loads the catalogue of the reference file; rows that are the same are not written. */
export async function loadOfficial(db: Database): Promise<void> {
  const file = await readFile(join(__dirname, '../official/equipment-kinds.csv'), 'utf8');
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
