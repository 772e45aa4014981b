import { again } from './again';
import { snakeCase, tableOf, type Database, type EntityClass, type Transaction } from './database';
import { digestOf } from './import-run';
import { sealedColumns } from './retention';
import { ERASED, seal, sealedUnder, sealingKey, unseal, type DataKeys } from './sealing';
import type { Submission } from './submission';

const BATCH = 200;

/** Where sealed texts are: in the columns of a table, or in the rows as they were before an import. */
interface Place {
  table: string;
  /** By these columns its rows are walked. */
  key: readonly string[];
  /** How each text is read. */
  reads: readonly string[];
  /** How texts are set, each by its place among those that are read, to parameters. */
  set: (renewed: readonly { at: number; parameter: string }[]) => string;
  where?: string;
  /** The whole row, as the imports of these kinds have noted its digest under its key. */
  row: string;
  rowKey: string;
  kinds: readonly string[];
  columns: readonly string[];
}

interface Sealing {
  entities: readonly EntityClass[];
  submissions?: readonly Submission[];
}

/**
 * Seals anew what is not under the current key: in small transactions, so that a service may run beside it, and whatever
 * is committed is done with, so that it may be killed. What no key opens stays. Returns how many rows are left, by table.
 */
export async function reseal(
  db: Database,
  subgraph: Sealing,
  keys: DataKeys,
  onProgress: (done: number) => void = () => undefined,
): Promise<Map<string, number>> {
  const left = new Map<string, number>();
  let done = 0;
  for (const place of [LASTING_KEY, ...placesOf(db, subgraph)]) {
    await walk(db, place, { keys, open: false }, (more) => onProgress((done += more)));
    const count = await db.transaction((tx) => countStale(tx, place, keys));
    left.set(place.table, (left.get(place.table) ?? 0) + count);
  }
  return left;
}

/**
 * Seals what lies open in columns that are sealed since: the migration that has changed them names them in to_seal. Whoever
 * starts first is done with it before anything is served, and whoever starts next takes up what was left half done.
 */
export async function sealWhatLiesOpen(db: Database, subgraph: Sealing, keys: DataKeys): Promise<void> {
  for (const [table, columns] of await openColumns(db)) {
    const places = placesOf(db, subgraph, (entity) => (tableOf(entity) === table ? columns : []));
    for (const place of places) await walk(db, place, { keys, open: true });
    await db.transaction((tx) => tx.query('DELETE FROM to_seal WHERE table_name = $1', [table]));
  }
}

/** The columns that wait to be sealed, by their table. */
export async function openColumns(db: Database): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const rows = await db.read<{ table: string; column: string }>(
    'SELECT table_name AS "table", column_name AS "column" FROM to_seal',
  );
  for (const { table, column } of rows) found.set(table, [...(found.get(table) ?? []), column]);
  return found;
}

/** How texts are sealed on a walk: where they lie open, what no key opens is no sealed text yet. */
interface Walk {
  keys: DataKeys;
  open: boolean;
}

async function walk(
  db: Database,
  place: Place,
  how: Walk,
  onDone: (more: number) => void = () => undefined,
): Promise<void> {
  let after: unknown[] | null = [];
  while (after) {
    const from: unknown[] = after;
    const batch = await again(() => db.transaction((tx) => resealBatch(tx, place, how, from)));
    onDone(batch.done);
    after = batch.after;
  }
}

function placesOf(
  db: Database,
  { entities, submissions = [] }: Sealing,
  columnsOf: (entity: EntityClass) => readonly string[] = sealedColumns,
): Place[] {
  return entities.flatMap((entity): Place[] => {
    const columns = columnsOf(entity);
    if (columns.length === 0) return [];
    const [table, metadata] = [tableOf(entity), db.dataSource.getMetadata(entity)];
    const mine = submissions.filter((submission) => submission.entity === entity);
    const noted = {
      kinds: mine.map(({ kind }) => kind),
      columns: metadata.columns.map(({ databaseName }) => databaseName),
    };
    const key = metadata.primaryColumns.map(({ databaseName }) => databaseName);
    const ofRow: Place = {
      ...noted,
      table,
      key,
      reads: columns,
      set: (renewed) => renewed.map(({ at, parameter }) => `${columns[at]} = ${parameter}`).join(', '),
      row: `to_jsonb(${table})`,
      rowKey: snakeCase(mine[0]?.key ?? '') || (key[0] ?? ''),
    };
    return mine.length === 0 ? [ofRow] : [ofRow, ofFormerRows(noted, columns)];
  });
}

const LASTING_KEY: Place = {
  table: 'data_key',
  key: ['one'],
  reads: ['wrapped'],
  set: () => 'wrapped = $1',
  row: `'{}'::jsonb`,
  rowKey: 'one',
  kinds: [],
  columns: [],
};

function ofFormerRows(noted: Pick<Place, 'kinds' | 'columns'>, columns: readonly string[]): Place {
  const kinds = noted.kinds.map((kind) => `'${kind}'`).join(', ');
  return {
    ...noted,
    table: 'import_row',
    key: ['run_id', 'key'],
    reads: columns.map((column) => `(before->>'${column}')`),
    set: (renewed) => {
      const pairs = renewed.map(({ at, parameter }) => `'${columns[at]}', ${parameter}::text`);
      return `before = before || jsonb_build_object(${pairs.join(', ')})`;
    },
    where: `run_id IN (SELECT id FROM import_run WHERE kind IN (${kinds}))`,
    row: 'before',
    rowKey: 'key',
  };
}

interface Row {
  key: unknown[];
  row: string;
  rowKey: string;
  texts: (string | null)[];
}
/** A row as it was and as it is, under the key that imports know it by. */
type Renewed = [key: string, before: string, after: string];

async function resealBatch(tx: Transaction, place: Place, how: Walk, from: readonly unknown[]) {
  await tx.query('SET LOCAL statement_timeout = 0');
  const { table, key, reads, row, rowKey } = place;
  const beyond = from.length > 0 ? `AND (${key.join(', ')}) > (${parameters(key, 2)})` : '';
  const rows = await tx.query<Row>(
    `SELECT jsonb_build_array(${key.join(', ')}) AS key, ${row}::text AS row, ${rowKey}::text AS "rowKey",
       ARRAY[${reads.map((read) => `${read}::text`).join(', ')}] AS texts
     FROM ${table} WHERE ${isStale(place)} ${beyond} ORDER BY ${key.join(', ')} LIMIT ${BATCH} FOR UPDATE`,
    [sealedUnder(how.keys.current), ...from],
  );
  const renewed: Renewed[] = [];
  for (const each of rows) {
    const after = await resealRow(tx, place, how, each);
    if (after !== undefined) renewed.push([each.rowKey, each.row, after]);
  }
  await renewDigests(tx, place, renewed);
  return { done: renewed.length, after: rows.length < BATCH ? null : (rows.at(-1)?.key ?? null) };
}

async function resealRow(tx: Transaction, place: Place, { keys, open }: Walk, { key, texts }: Row) {
  const stale = texts.flatMap((sealed, at) => {
    if (sealed === null || [ERASED, sealedUnder(keys.current)].some((each) => sealed.startsWith(each)))
      return [];
    if (sealingKey(sealed, keys)) return [{ at, text: unseal(sealed, keys) }];
    return open ? [{ at, text: sealed }] : [];
  });
  if (stale.length === 0) return undefined;
  const set = place.set(stale.map(({ at }, nth) => ({ at, parameter: `$${nth + 1}` })));
  const [stored] = await tx.query<{ row: string }>(
    `UPDATE ${place.table} SET ${set} WHERE (${place.key.join(', ')}) = (${parameters(place.key, stale.length + 1)})
     RETURNING ${place.row}::text AS row`,
    [...stale.map(({ text }) => seal(text, keys)), ...key],
  );
  return stored?.row;
}

const parameters = (names: readonly string[], first: number) =>
  names.map((_, at) => `$${at + first}`).join(', ');

/** An import knows by a digest whether a row is still what it has made of it: a row that is sealed anew is. */
async function renewDigests(tx: Transaction, { kinds, columns }: Place, renewed: readonly Renewed[]) {
  if (kinds.length === 0 || renewed.length === 0) return;
  const later = 'ARRAY(SELECT unnest($2::text[]) EXCEPT SELECT unnest(run.columns::text[]))';
  await tx.query(
    `UPDATE import_row AS known SET after = ${digestOf('sent.after', later)}
     FROM import_run AS run, (SELECT key, before::jsonb, after::jsonb FROM unnest($3::varchar[], $4::text[], $5::text[]) AS t (key, before, after)) AS sent
     WHERE run.id = known.run_id AND run.kind = ANY($1) AND known.key = sent.key AND known.after = ${digestOf('sent.before', later)}`,
    [kinds, columns, ...[0, 1, 2].map((at) => renewed.map((each) => each[at]))],
  );
}

const isStale = ({ reads, where = 'true' }: Place) =>
  `${where} AND (${reads.map((read) => `NOT starts_with(${read}, $1) AND NOT starts_with(${read}, '${ERASED}')`).join(' OR ')})`;

async function countStale(tx: Transaction, place: Place, keys: DataKeys): Promise<number> {
  await tx.query('SET LOCAL statement_timeout = 0');
  const [counted] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${place.table} WHERE ${isStale(place)}`,
    [sealedUnder(keys.current)],
  );
  return counted?.count ?? 0;
}
