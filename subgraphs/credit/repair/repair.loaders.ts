import sql, { raw } from 'sql-template-tag';
import { defineLoader } from '../../kernel';
import { CreditRepair } from './credit-repair';

/** Every agency may know of every application: its fields are UNCONDITIONAL, and no listing under notice has one. */
export const repairById = defineLoader<CreditRepair>(
  ({ db }, ids) => db.byKey(sql`SELECT ${raw(db.columns(CreditRepair))} FROM credit_repair WHERE id = ANY(${ids}::varchar[])`),
  ({ id }) => id,
);

export const repairsOf = defineLoader<{ listingId: string; repairs: CreditRepair[] }>(
  async ({ db }, ids) => {
    const rows = await db.byKey<CreditRepair>(
      sql`SELECT ${raw(db.columns(CreditRepair))} FROM credit_repair WHERE listing_id = ANY(${ids}::varchar[]) ORDER BY listing_id, applied_on, id`,
    );
    return ids.map((listingId) => ({ listingId, repairs: rows.filter((row) => row.listingId === listingId) }));
  },
  ({ listingId }) => listingId,
);
