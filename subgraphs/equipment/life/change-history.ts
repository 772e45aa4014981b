import type { Transaction } from '../../kernel';

/** The next number in the life of a device that is locked: its steps are counted, none is ever removed. */
export async function nextChangeId(tx: Transaction, code: string): Promise<string> {
  const [row] = await tx.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM equipment_change WHERE equipment_code = $1',
    [code],
  );
  return `${code}/${String((row?.count ?? 0) + 1).padStart(5, '0')}`;
}

/**
 * A source may submit a device in another state than the last one known: that is a step, too. The first submission of a
 * device is none, so a device that was never corrected has no history.
 */
export async function recordSubmittedChanges(tx: Transaction, codes: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO equipment_change (id, equipment_code, region_code, step, from_status, to_status, happened_on)
     SELECT code || '/' || lpad((steps + 1)::text, 5, '0'), code, device.region_code, 'SUBMITTED', last_status, status,
       coalesce(status_since, (now() AT TIME ZONE 'Asia/Shanghai')::date)
     FROM equipment AS device, LATERAL (
       SELECT count(*) AS steps, (array_agg(to_status ORDER BY id DESC))[1] AS last_status
       FROM equipment_change WHERE equipment_code = device.code
     ) AS known
     WHERE code = ANY($1::varchar[]) AND (CASE WHEN steps = 0 THEN revision > 1 ELSE last_status <> status END)`,
    [codes],
  );
}
