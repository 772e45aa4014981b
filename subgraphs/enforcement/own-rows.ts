import { declareError, insertRows, type EntityClass, type RequestContext, type Transaction } from '../kernel';

export const NumberTaken = declareError(
  'NUMBER_TAKEN',
  '{field} {got} 已被使用。',
  '{field} {got} is taken already.',
);

/** Rows that are written here, by a step, look like those that another system has submitted. */
export function ownRow(sourceId: string) {
  return { source: 'onematter', sourceId, revision: 1, contentDigest: '' };
}

const UNIQUE_VIOLATION = '23505';

/** Adds one row. @throws NUMBER_TAKEN if there is one with its key */
export async function insertNew<Row extends object>(
  tx: Transaction,
  context: RequestContext,
  entity: EntityClass<Row>,
  row: Partial<Row>,
  field: keyof Row & string,
): Promise<void> {
  try {
    await insertRows(tx, context, entity, [row]);
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
    throw NumberTaken({ field, got: row[field] });
  }
}
