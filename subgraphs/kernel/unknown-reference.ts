import type { RequestContext } from './context';
import type { EntityClass, Transaction } from './database';
import { flagsOfFacts, type ToldFact } from './owned-fact';
import { keyOf, nameOf, type Link } from './notes';
import {
  brokenReferences,
  checkedLinks,
  keysBy,
  refusalOf,
  valueOf,
  type BrokenReference,
} from './reference-check';
import { vocabulary } from './vocabulary';

export const ReferenceStanding = vocabulary(
  'ReferenceStanding',
  '引用核对情况. What is known of the record that a reference names.',
  {
    UNKNOWN: '主管方无此记录. Its owner does not know the record.',
    UNCHECKED: '暂时无法核对. Its owner could not be asked yet.',
    DIFFERS:
      '所报与主管方所载不同，已按主管方存入. The record stated something else than its owner has; what the owner has is stored.',
  },
);

/**
 * 待核引用. What is reported is kept even if a key in it leads to nothing: the reference is flagged, for the department that
 * holds the row and for the one that would hold the record, until the record is known.
 */
export interface FlaggedReference {
  noun: string;
  key: string;
  field: string;
  reference: string;
  target: string;
  reason: keyof typeof ReferenceStanding;
  since: Date;
}

/**
 * Checks what a step or a verb writes: all that the rows refer to, or what has changed of them; what is told of facts that
 * others own is flagged with it.
 * @throws REFERENCE_UNKNOWN, REFERENCE_UNCHECKED where they rest on what is not there
 */
export async function checkWritten(
  tx: Transaction,
  context: RequestContext,
  entity: EntityClass,
  rows: readonly object[],
  changed?: readonly string[],
  told: readonly ToldFact[] = [],
): Promise<void> {
  const links = checkedLinks(entity).filter(({ property }) => changed?.includes(property) ?? true);
  const broken = await brokenReferences(tx, context, entity, rows, links);
  const refused = broken.find(({ link }) => link.unknown === 'refuse');
  if (refused) throw refusalOf(refused);
  await flag(tx, context, entity, rows, [...broken, ...told], [...links, ...flagsOfFacts(entity, changed)]);
}

/** What can be flagged of a noun: its references, and the facts that others own. */
export function flaggedLinks(entity: EntityClass): Link[] {
  const references = checkedLinks(entity).filter(({ unknown }) => unknown === 'flag');
  return [...references, ...flagsOfFacts(entity)];
}

/** Flags the broken references of rows that are written, and takes away the flags that they no longer deserve. */
export async function flag(
  tx: Transaction,
  { now }: RequestContext,
  entity: EntityClass,
  rows: readonly object[],
  broken: readonly (BrokenReference | ToldFact)[],
  links: readonly Link[] = flaggedLinks(entity),
): Promise<void> {
  const fields = links.filter(({ unknown }) => unknown === 'flag').map(({ property }) => property);
  if (rows.length === 0 || fields.length === 0) return;
  const keys = rows.map((row) => String(valueOf(row, keyOf(entity))));
  const flags = broken.map(({ link, key, at, broken: reason }) => ({
    key: keys[at],
    field: link.property,
    reference: key,
    target: nameOf(link.to()),
    reason,
    region_code: valueOf(rows[at], 'regionCode'),
  }));
  await tx.query(
    `WITH flagged AS (SELECT DISTINCT key, field, reference, target, reason, region_code FROM json_populate_recordset(NULL::unknown_reference, $1)),
       gone AS (DELETE FROM unknown_reference AS old WHERE noun = $2 AND key = ANY($3::varchar[]) AND field = ANY($4::varchar[])
         AND NOT EXISTS (SELECT FROM flagged AS new WHERE (new.key, new.field, new.reference) = (old.key, old.field, old.reference)))
     INSERT INTO unknown_reference (noun, key, field, reference, target, reason, region_code, since, looked_at)
     SELECT $2, key, field, reference, target, reason, region_code, $5::timestamptz, $5::timestamptz FROM flagged
     ON CONFLICT (noun, key, field, reference) DO UPDATE SET reason = excluded.reason, looked_at = excluded.looked_at`,
    [JSON.stringify(flags), nameOf(entity), keys, fields, now],
  );
}

/** Rows are gone, and their flags with them. */
export async function unflag(tx: Transaction, entity: EntityClass, keys: readonly string[]): Promise<void> {
  if (flaggedLinks(entity).length === 0) return;
  await tx.query('DELETE FROM unknown_reference WHERE noun = $1 AND key = ANY($2::varchar[])', [
    nameOf(entity),
    keys,
  ]);
}

/** Rows are what they were before: nobody has asked what they refer to, and the next look will. */
export async function flagAgain(
  tx: Transaction,
  context: RequestContext,
  entity: EntityClass,
  rows: readonly object[],
): Promise<void> {
  const links = checkedLinks(entity).filter(({ unknown }) => unknown === 'flag');
  const broken = rows.flatMap((row, at) =>
    links.flatMap((link) =>
      keysBy(link, row).map((key) => ({ link, key, at, broken: 'UNCHECKED' as const })),
    ),
  );
  await flag(tx, context, entity, rows, broken);
}
