import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * After a restored backup the feed gives numbers a second time. What a number stands for is told by the moment at which its
 * change was made, to the microsecond: a cursor bears it, so one from a history that was restored away is recognised, however
 * the backup was made. The moment of the change at the floor is kept, since that change may be gone.
 */
export class TellHistoriesApart1795793000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE dishonesty_feed ADD oldest_at timestamptz');
    await db.query(
      'UPDATE dishonesty_feed SET oldest_at = (SELECT at FROM dishonesty_change WHERE sequence = oldest)',
    );
    await db.query(MARK);
    await db.query(RETIRE);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

/** Stable, as what it calls is: so PostgreSQL puts it into the statement. Of the change with a number; empty where it is not known any more. */
const MARK = `
  CREATE FUNCTION moment_mark(at timestamptz) RETURNS text STABLE LANGUAGE sql RETURN ((extract(epoch FROM at) * 1000000)::bigint)::text;
  CREATE FUNCTION change_mark(place bigint) RETURNS text STABLE LANGUAGE sql RETURN coalesce((
    SELECT moment_mark(made.at) FROM (
      SELECT at FROM dishonesty_change WHERE sequence = place UNION ALL SELECT oldest_at FROM dishonesty_feed WHERE oldest = place
    ) AS made LIMIT 1), '')`;

/** As it was, and keeps the moment of the change at the floor. */
const RETIRE = `
  CREATE OR REPLACE FUNCTION retire_changes(before timestamptz) RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    floor bigint;
  BEGIN
    SELECT max(sequence) INTO floor FROM dishonesty_change WHERE at < before;
    UPDATE dishonesty_feed SET oldest = floor, oldest_at = (SELECT at FROM dishonesty_change WHERE sequence = floor) WHERE floor > oldest;
    SELECT oldest INTO floor FROM dishonesty_feed FOR UPDATE;
    DELETE FROM dishonesty_change change WHERE sequence <= floor AND NOT EXISTS (
      SELECT FROM published_listing known WHERE known.listing_id = change.listing_id AND known.listed_at = change.sequence);
    RETURN floor;
  END $$`;
