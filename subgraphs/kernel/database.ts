import { createHash } from 'node:crypto';
import { types, type Pool, type PoolClient } from 'pg';
import { Column, DataSource, DefaultNamingStrategy, PrimaryColumn, type DataSourceOptions } from 'typeorm';
import type { Sql } from 'sql-template-tag';

// A date stays the text that it is: a Date object would move it to another day in another time zone.
types.setTypeParser(types.builtins.DATE, (text) => text);

/** An entity class: table and GraphQL type in one. */
export type EntityClass<Row = object> = new () => Row;

export interface DatabaseOptions {
  url: string;
  /** Schema of the subgraph; its role is named after it and can touch nothing else. */
  schema: string;
  entities: readonly EntityClass[];
  poolSize?: number;
}

/** regionCode → region_code: columns are written as PostgreSQL reads them. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

class SnakeCaseNames extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }
}

/** A column that holds a code: in byte order, whatever the database's own, so that an index can walk a range of prefixes. */
export function CodeColumn(length: number, options: { nullable?: boolean; primary?: boolean } = {}): PropertyDecorator {
  const column = { type: 'varchar' as const, length, collation: 'C' };
  return options.primary ? PrimaryColumn(column) : Column({ ...column, nullable: options.nullable });
}

/** GasCylinder → gas_cylinder, as TypeORM names it. */
export function tableOf(entity: EntityClass): string {
  return snakeCase(entity.name.charAt(0).toLowerCase() + entity.name.slice(1));
}

export function roleOf(schema: string): string {
  return `onematter_${schema}`;
}

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** The TypeORM side of a subgraph's database: entities and their tables, never used to read rows (docs/decisions). */
export function dataSourceOptions({ url, schema, entities, poolSize = 10 }: DatabaseOptions): PostgresOptions {
  return {
    type: 'postgres',
    url,
    entities: [...entities],
    namingStrategy: new SnakeCaseNames(),
    poolSize,
    applicationName: `onematter ${schema}`,
    extra: {
      options: `-c search_path=${schema} -c role=${roleOf(schema)} -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000`,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    },
  };
}

/**
 * A subgraph's own database. Reads are named prepared statements: the same text is parsed and planned once a connection,
 * so texts must not hold values. Writes run in a transaction.
 */
export class Database {
  /** Called with the text of every statement: tests count them, a log can show them. */
  observe: ((text: string) => void) | undefined;
  private readonly names = new Map<string, string>();
  private readonly selects = new Map<EntityClass, string>();

  private constructor(
    readonly dataSource: DataSource,
    private readonly pool: Pool,
  ) {}

  static async open(options: DatabaseOptions): Promise<Database> {
    const dataSource = await new DataSource(dataSourceOptions(options)).initialize();
    const pool = (dataSource.driver as unknown as { master: Pool }).master;
    // An idle connection that breaks (a restart of the server) is replaced at next use; unheard, it would end the process.
    pool.on('error', () => undefined);
    return new Database(dataSource, pool);
  }

  async read<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.observe?.(text);
    const result = await this.pool.query({ name: this.nameOf(text), text, values: [...values] });
    return result.rows as Row[];
  }

  /** Runs a statement that the tag `sql` has put together; fragments become part of its text, values stay values. */
  query<Row>(statement: Sql): Promise<Row[]> {
    return this.read<Row>(statement.text, statement.values);
  }

  /** All or nothing: what `work` has written is there when this returns, or none of it is. */
  async transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(new Transaction(client, this.observe));
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  }

  /** The columns of an entity under the names of its properties: `uscc, region_code AS "regionCode", …`. */
  columns(entity: EntityClass): string {
    const known = this.selects.get(entity);
    if (known) return known;
    const columns = this.dataSource
      .getMetadata(entity)
      .columns.map(({ databaseName, propertyName }) =>
        databaseName === propertyName ? databaseName : `${databaseName} AS "${propertyName}"`,
      )
      .join(', ');
    this.selects.set(entity, columns);
    return columns;
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private nameOf(text: string): string {
    const known = this.names.get(text);
    if (known) return known;
    const name = createHash('sha1').update(text).digest('base64url');
    this.names.set(text, name);
    return name;
  }
}

/** The connection of one transaction. */
export class Transaction {
  constructor(
    private readonly client: PoolClient,
    private readonly observe: ((text: string) => void) | undefined,
  ) {}

  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.observe?.(text);
    return (await this.client.query(text, [...values])).rows as Row[];
  }
}

/** Brings a reference table to the rows of a reference file; rows that are the same are not written. Columns by their own names. */
export async function replaceReference(
  tx: Transaction,
  table: string,
  key: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  await tx.query(
    `INSERT INTO ${table} AS known (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${table}, $1)
     ON CONFLICT (${key}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     WHERE known IS DISTINCT FROM excluded`,
    [JSON.stringify(rows)],
  );
}
