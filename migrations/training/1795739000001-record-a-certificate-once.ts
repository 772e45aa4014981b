import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands is what is counted, listed and walked by these indexes. */
const WALKED = [
  ['by_region', 'region_code, id, item_id, standing, valid_until', ''],
  ['by_employer', 'employer_uscc, id, item_id, standing, valid_until', ''],
  ['by_item', 'item_id, region_code, valid_until, person_id', `standing = 'VALID' AND `],
  ['by_industry', 'industry_code, region_code, valid_until, person_id', `standing = 'VALID' AND `],
] as const;

/** An item of a certificate counts once for each issue, by whatever system it is sent. */
export class RecordACertificateOnce1795739000001 implements MigrationInterface {
  /** Of several the one stands that says the least: one that does not hold any more, or that ends soonest. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`SELECT record_once('qualification', 'scheme, number_pseudonym, stated_item, issued_on',
      'standing = ''VALID'', valid_until')`);
    for (const [name, columns, condition] of WALKED) {
      await db.query(`DROP INDEX qualification_${name}`);
      await db.query(
        `CREATE INDEX qualification_${name} ON qualification (${columns}) WHERE ${condition}duplicate_of IS NULL`,
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
