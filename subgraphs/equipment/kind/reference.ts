import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { defineReference, type Database } from '../../kernel';
import { EquipmentKind } from './equipment-kind';
import type { Catalogue } from './equipment-kind.rules';

/** The catalogue of special equipment, kept in memory: some 120 entries that every device names. */
export const catalogue = defineReference(async (db): Promise<Catalogue> => {
  const kinds = await db.read<EquipmentKind>(`SELECT ${db.columns(EquipmentKind)} FROM equipment_kind ORDER BY code`);
  return new Map(kinds.map((kind) => [kind.code, kind]));
});

/** Loads the catalogue of the reference file; rows that are the same are not written. */
export async function loadReference(db: Database): Promise<void> {
  const file = await readFile(join(__dirname, '../reference/equipment-kinds.csv'), 'utf8');
  const kinds = (parse(file, { columns: true }) as Record<'code' | 'name' | 'category' | 'level' | 'parent', string>[]).map(
    ({ code, name, category, level, parent }) => ({ code, name, category, level, parent_code: parent || null }),
  );
  await db.read(
    `INSERT INTO equipment_kind AS known (code, name, category, level, parent_code)
     SELECT code, name, category, level, parent_code FROM json_populate_recordset(NULL::equipment_kind, $1)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, category = excluded.category, level = excluded.level,
       parent_code = excluded.parent_code WHERE known IS DISTINCT FROM excluded`,
    [JSON.stringify(kinds)],
  );
}
