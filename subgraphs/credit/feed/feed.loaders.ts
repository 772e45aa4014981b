import sql, { raw } from 'sql-template-tag';
import { defineLoader, readChanges as changesOf, readHead as headOf, type Database } from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { isOnList } from '../listing/listing.lists';
import { dishonesty } from './line';

export const readHead = (db: Database, place?: string) => headOf(db, dishonesty, place);

export const readChanges = (db: Database, after: string, first: number, today: string) =>
  changesOf(db, dishonesty, after, first, today);

/** The listings of a page, whoever asks: those on the list today and no others. */
export const publishedListing = defineLoader<DishonestyListing>(
  (context, ids) =>
    context.db.byKey(
      sql`SELECT ${raw(context.db.columns(DishonestyListing))} FROM dishonesty_listing WHERE id = ANY(${ids}::varchar[]) AND ${isOnList(context.today)}`,
    ),
  ({ id }) => id,
);
