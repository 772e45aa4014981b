import { createHash } from 'node:crypto';
import { Pool, types, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import { Column, DataSource, DefaultNamingStrategy, PrimaryColumn, type DataSourceOptions } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import { breathe } from './admission';
import { endedBy, taken } from './cancel';
import { MOST_PREPARED, preparedOn } from './prepared';
import { DatabaseBusy } from './catalogue';
import { asError } from './errors';
import { WAIT_MS, session, type DatabaseOptions } from './session';
import { Shares } from './shares';

// A date stays the text that it is: a Date object would move it to another day in another time zone.
types.setTypeParser(types.builtins.DATE, (text) => text);

/** An entity class: table and GraphQL type in one. */
export type EntityClass<Row = object> = new () => Row;

/** regionCode → region_code: columns are written as PostgreSQL reads them. */
export function snakeCase(name: string): string {
  const known = snakeCased.get(name);
  if (known !== undefined) return known;
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakeCased.set(name, snake);
  return snake;
}
const snakeCased = new Map<string, string>();

class SnakeCaseNames extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }
}

/** A column that holds a code: in byte order, whatever the database's own, so that an index can walk a range of prefixes. */
export function CodeColumn(
  length: number,
  options: { nullable?: boolean; primary?: boolean } = {},
): PropertyDecorator {
  const column = { type: 'varchar' as const, length, collation: 'C' };
  return options.primary ? PrimaryColumn(column) : Column({ ...column, nullable: options.nullable });
}

/** GasCylinder → gas_cylinder, as TypeORM names it. */
export function tableOf(entity: EntityClass): string {
  return snakeCase(entity.name.charAt(0).toLowerCase() + entity.name.slice(1));
}

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** Where a record comes from is for the next submission, not for answers. */
const NEVER_SERVED = new Set(['source', 'sourceId', 'revision', 'contentDigest']);

/** Connections of each kind, keyed and lists, that a subgraph has; those for who holds one state while it reads; that of the sealer of its journal; all. */
const POOL_SIZE = 5;
const HELD = 4;
const SEALER = 1;
export const CONNECTIONS = 2 * POOL_SIZE + HELD + SEALER;
/** So many texts are known by name; what is forgotten has the same name again. */
const MOST_TEXTS = 2_000;
/** Connections of one kind that reads of one table leave to others: who waits for a locked table must not keep all from reading. */
const FOR_OTHERS = 2;

/** The TypeORM side of a subgraph's database: entities and their tables, never used to read rows (docs/decisions). */
export function dataSourceOptions(options: DatabaseOptions): PostgresOptions {
  return {
    type: 'postgres',
    url: options.url,
    entities: [...options.entities],
    namingStrategy: new SnakeCaseNames(),
    poolSize: options.poolSize ?? POOL_SIZE,
    extra: session(options, 'force_custom_plan'),
  };
}

/**
 * A subgraph's own database. Reads are named prepared statements, parsed once a connection, so texts must not hold values.
 * What is read by key has one plan for good; a list is planned for its values each time, since the best way through a
 * county is not the best through a province. PostgreSQL would guess the first where the second is right (3 ms against
 * 0.6 for a page), so each has its own connections. Writes run in a transaction.
 */
export class Database {
  /** Called with the text of every statement: tests count them, a log can show them. */
  observe: ((text: string) => void) | undefined;
  /** When whoever asked has gone, or has waited too long. */
  readonly signal: AbortSignal | undefined;
  /** The one that outlives the operation: what is kept of a database is kept of this. */
  readonly whole: Database = this;
  /** What its transactions are for: those of one kind wait for one another, so that no kind has all. */
  readonly kind: string = '';
  private readonly statements = new Map<string, { name: string; table: string }>();
  private readonly selects = new Map<EntityClass, string>();
  private closed: Promise<void> | undefined;

  private constructor(
    readonly dataSource: DataSource,
    private readonly lists: Pool,
    private readonly keyed: Pool,
    private readonly held: Pool,
    private readonly shares: ReadonlyMap<Pool, Shares>,
    private readonly writes: { all: Shares; ofKind: Shares },
  ) {
    // An idle connection that breaks (a restart of the server) is replaced at next use; unheard, it would end the process.
    for (const pool of [lists, keyed, held]) pool.on('error', () => undefined);
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    const { url, poolSize = POOL_SIZE } = options;
    const dataSource = await new DataSource(dataSourceOptions(options)).initialize();
    const lists = (dataSource.driver as unknown as { master: Pool }).master;
    const pool = (max: number) =>
      new Pool({ connectionString: url, max, ...session(options, 'force_generic_plan') });
    const keyed = pool(poolSize);
    const most = Math.max(1, poolSize - FOR_OTHERS);
    const late = () => DatabaseBusy({ retryAfterSeconds: 1 });
    const sharesOf = (each: number) => new Shares(each, options.waitMs ?? WAIT_MS, late);
    const share = (each: Pool) => [each, sharesOf(most)] as const;
    // writes of one kind have as many as reads of one table, all of them leave one for reads
    const writes = { all: sharesOf(Math.max(1, poolSize - 1)), ofKind: sharesOf(most) };
    return new Database(dataSource, lists, keyed, pool(HELD), new Map([lists, keyed].map(share)), writes);
  }

  /** Reads by key. */
  read<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.run<Row>(this.keyed, text, values);
  }

  /** Reads by key with a statement that the tag `sql` has put together: fragments become part of its text, values stay values. */
  byKey<Row>({ text, values }: Sql): Promise<Row[]> {
    return this.run<Row>(this.keyed, text, values);
  }

  /** Reads a list or counts: planned for the values at hand. */
  query<Row>({ text, values }: Sql): Promise<Row[]> {
    return this.run<Row>(this.lists, text, values);
  }

  /** All or nothing: what `work` has written is there when this returns, or none of it is. */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.within(work, 'COMMIT');
  }

  /** Does what a transaction would do, with all that is checked at its end, and then takes all of it back. */
  rehearsal<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.within(work, 'SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK');
  }

  private within<Result>(work: (tx: Transaction) => Promise<Result>, end: string): Promise<Result> {
    // a command has its few connections to itself
    if (this.kind === '') return this.done(work, end);
    // in this order: who waits for its kind must not hold what all share
    return this.writes.ofKind.run(this.kind, () => this.writes.all.run('', () => this.done(work, end)));
  }

  private async done<Result>(work: (tx: Transaction) => Promise<Result>, end: string): Promise<Result> {
    const client = await taken(this.lists);
    try {
      await client.query('BEGIN');
      const { signal } = this;
      const run = signal && (<Row>(ask: () => Promise<Row>) => endedBy(signal, client, ask));
      const tx = new Transaction(client, this.observe, run);
      const result = await work(tx);
      await client.query(end);
      client.release();
      if (end === 'COMMIT') tx.committed();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        (broken: unknown) => client.release(asError(broken)),
      );
      throw error;
    }
  }

  /**
   * One state of the database, held for as long as it is read; whoever takes it must close it, more than once if need be. These have connections of their own.
   */
  async hold(): Promise<{ query: Transaction['query']; close: () => void }> {
    const client = await taken(this.held);
    let open = true;
    // the connection ends with it, whatever state it is in
    const close = () => {
      if (open) client.release(true);
      open = false;
    };
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY').catch((broken: unknown) => {
      close();
      throw broken;
    });
    const transaction = new Transaction(client, this.observe);
    return { query: (text, values) => transaction.query(text, values), close };
  }

  /** The columns of an entity under the names of its properties: `uscc, region_code AS "regionCode", …`. */
  columns(entity: EntityClass): string {
    const known = this.selects.get(entity);
    if (known) return known;
    const columns = this.dataSource
      .getMetadata(entity)
      .columns.filter(({ propertyName }) => !NEVER_SERVED.has(propertyName))
      .map(({ databaseName, propertyName }) =>
        databaseName === propertyName ? databaseName : `${databaseName} AS "${propertyName}"`,
      )
      .join(', ');
    this.selects.set(entity, columns);
    return columns;
  }

  /** The properties of an entity that are stored as jsonb. */
  jsonProperties(entity: EntityClass): ReadonlySet<string> {
    const { columns } = this.dataSource.getMetadata(entity);
    return new Set(columns.filter(({ type }) => type === 'jsonb').map(({ propertyName }) => propertyName));
  }

  /** Those who have a part in it may each close it. */
  close(): Promise<void> {
    return (this.closed ??= this.end());
  }

  private async end(): Promise<void> {
    await Promise.all([this.dataSource.destroy(), this.keyed.end(), this.held.end()]);
  }

  /** The same database for one operation: when the signal says so, what is being read is ended and nothing more is begun. */
  until(signal: AbortSignal): Database {
    return Object.assign(Object.create(this) as Database, { signal });
  }

  /** The same database for what is written for one purpose. */
  writing(kind: string): Database {
    return Object.assign(Object.create(this) as Database, { kind });
  }

  private run<Row>(pool: Pool, text: string, values: readonly unknown[]): Promise<Row[]> {
    const { name, table } = this.statementOf(text);
    const ask = () => this.ask<Row>(pool, { name, text, values: values as unknown[] });
    return this.shares.get(pool)?.run(table, ask) ?? ask();
  }

  private async ask<Row>(pool: Pool, statement: QueryConfig): Promise<Row[]> {
    const { signal } = this;
    signal?.throwIfAborted();
    this.observe?.(statement.text);
    const { rows } = await this.askOn(pool, statement);
    // what is made of them may take a while
    await breathe();
    return rows as Row[];
  }

  private async askOn(pool: Pool, statement: QueryConfig): Promise<QueryResult> {
    const { signal } = this;
    const client = await taken(pool);
    const prepared = preparedOn(client).add(statement.name ?? '');
    const ask = () => client.query(statement);
    try {
      return await (signal ? endedBy(signal, client, ask) : ask());
    } finally {
      client.release(prepared.size >= MOST_PREPARED);
    }
  }

  private statementOf(text: string): { name: string; table: string } {
    const known = this.statements.get(text);
    if (known) return known;
    const name = createHash('sha1').update(text).digest('base64url');
    const statement = { name, table: /\bFROM (\w+)/.exec(text)?.[1] ?? '' };
    if (this.statements.size >= MOST_TEXTS) this.statements.clear();
    this.statements.set(text, statement);
    return statement;
  }
}

/** The connection of one transaction. */
export class Transaction {
  private readonly after: (() => void)[] = [];

  constructor(
    private readonly client: PoolClient,
    private readonly observe: ((text: string) => void) | undefined,
    private readonly run: <Result>(ask: () => Promise<Result>) => Promise<Result> = (ask) => ask(),
  ) {}

  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.observe?.(text);
    return (await this.run(() => this.client.query(text, [...values]))).rows as Row[];
  }

  /** Does something once what was written is there for others to read, and never if it is taken back. */
  afterCommit(work: () => void): void {
    this.after.push(work);
  }

  committed(): void {
    for (const work of this.after) work();
  }
}
