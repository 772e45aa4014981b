import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../migrations/run';
import { enforcement } from '../../subgraphs/enforcement';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../subgraphs/embedded-postgres';
import { query } from '../support/embedded-postgres';
import { testFolder } from '../support/folder';
import { TestBed } from '../support/test-bed';
import { NUMBER, TODAY, USCC, investigator, make } from './enforcement/case-sample';

const text = (name: string) => readFileSync(join(__dirname, '../../docs/scaling', name), 'utf8');
/** What `psql -v subgraph=enforcement` would run. */
const SQL = text('outbox.sql')
  .replace(/^SELECT .*\\gset$/m, '')
  .replaceAll(':"subgraph"', 'enforcement')
  .replaceAll(':"publication"', 'outbox_enforcement');
const { config } = JSON.parse(text('debezium.json')) as { config: Record<string, string> };
const SLOT = { slot: 'outbox_enforcement', publication: 'outbox_enforcement' };

/**
 * What Debezium 3.6 reads by these names (EventRouterConfigDefinition, PostgresConnectorConfig and what it extends) and
 * Kafka Connect by the rest: a name that neither knows would be passed over in silence.
 */
const KNOWN = new Set(
  `connector.class tasks.max database.hostname database.port database.dbname database.user database.password database.sslmode
  topic.prefix plugin.name publication.name publication.autocreate.mode slot.name slot.drop.on.stop snapshot.mode
  schema.include.list table.include.list tombstones.on.delete heartbeat.interval.ms key.converter value.converter
  value.converter.schemas.enable transforms transforms.outbox.type`.split(/\s+/),
);
const OF_ROUTER = new Set(
  `table.op.invalid.behavior table.field.event.id table.field.event.key table.field.event.type table.field.event.timestamp
  table.field.event.payload table.fields.additional.placement table.field.additional.missing table.field.event.schema.version
  route.by.field route.topic.regex route.topic.replacement route.tombstone.on.empty.payload table.expand.json.payload
  table.json.payload.null.behavior table.json.payload.empty.array.behavior`.split(/\s+/),
);
const router = (name: string) => config[`transforms.outbox.${name}`] ?? '';

interface Message {
  topic: string;
  key: string;
  id: string;
  event: string;
  value: Record<string, unknown>;
}

describe('the journal as an outbox for Debezium', () => {
  const bed = new TestBed(enforcement, {
    today: TODAY,
    officer: investigator,
    known: { Enterprise: [USCC] },
  });
  let server: EmbeddedPostgres;

  afterAll(async () => {
    await query(bed.url, `SELECT pg_drop_replication_slot('${SLOT.slot}')`);
    await bed.close();
    await server.close();
  });
  const folder = testFolder(); // it goes after the server

  beforeAll(async () => {
    chmodSync(folder, 0o755); // PostgreSQL’s OS user has to enter it
    server = await openEmbeddedPostgres(folder, undefined, ['fsync=off', 'wal_level=logical']);
    await query(server.url, 'CREATE DATABASE made_template');
    const made = new URL(server.url);
    made.pathname = '/made_template';
    await migrate([enforcement], () => made.href);
    const { TEST_POSTGRES_URL, TEST_TEMPLATE } = process.env;
    Object.assign(process.env, { TEST_POSTGRES_URL: server.url, TEST_TEMPLATE: 'made_template' });
    await bed.open().finally(() => Object.assign(process.env, { TEST_POSTGRES_URL, TEST_TEMPLATE }));
    await query(bed.url, SQL);
    await query(bed.url, `SELECT pg_create_logical_replication_slot('${SLOT.slot}', 'test_decoding')`);
  });
  /** What the connector would send, by its own configuration, from what the write-ahead log tells. */
  async function messages(): Promise<Message[]> {
    const lines = await query(
      bed.url,
      `SELECT data FROM pg_logical_slot_get_changes('${SLOT.slot}', NULL, NULL)`,
    );
    return lines.flatMap(({ data }) => {
      const line = String(data);
      if (
        !line.startsWith(`table ${config['table.include.list']?.replace('registry', 'enforcement')}: INSERT:`)
      )
        return [];
      const column = (name: string) => {
        const [, quoted] = new RegExp(`(?<= )${name}\\[[^\\]]+\\]:'((?:[^']|'')*)'`).exec(line) ?? [];
        if (quoted === undefined) throw new Error(`no column ${name} in: ${line}`);
        return quoted.replaceAll("''", "'");
      };
      return {
        topic: router('route.topic.replacement').replace(
          '${routedByValue}',
          column(router('route.by.field')),
        ),
        key: column(router('table.field.event.key')),
        id: column(router('table.field.event.id')),
        event: column(router('table.field.event.type')),
        value: JSON.parse(column(router('table.field.event.payload'))) as Record<string, unknown>,
      };
    });
  }

  test('each record MUST be told once, with its key and what it refers to, and leave no row', async () => {
    await bed.put('submitCases', make.case(), make.case({ sourceId: '2', number: '临市监立〔2026〕2号' }));
    const told = await messages();
    expect(told.map(({ topic, key, event }) => [topic, key, event])).toEqual([
      ['onematter.registry.Case', NUMBER, 'case.submitted'],
      ['onematter.registry.Case', '临市监立〔2026〕2号', 'case.submitted'],
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(2);
    expect(told[0]?.value).toMatchObject({
      event: 'case.submitted',
      type: 'Case',
      key: NUMBER,
      division: '430682',
      department: '430682-MARKET_SUPERVISION',
      concerns: expect.arrayContaining([{ type: 'Enterprise', key: USCC }]),
    });
    expect(JSON.stringify(told)).not.toContain(investigator.subject);
    expect(await query(bed.url, 'SELECT * FROM enforcement.outbox')).toEqual([]);
  });

  test('a read MUST NOT be told, nor what was not committed, nor a tip', async () => {
    await bed.run(`{ case(number: "${NUMBER}") { party: partyName } }`, {
      caller: investigator,
      purpose: '核查',
    });
    await bed.submit('submitCases', [make.case({ sourceId: '3', number: '' })]);
    const tip = {
      category: 'MARKET',
      regionCode: '430682',
      subject: '销售不合格头盔',
      description: '不合格头盔',
      uscc: USCC,
    };
    const given = await bed.run('mutation ($input: TipInput!) { submitTip(input: $input) { receiptCode } }', {
      variables: { input: tip },
    });
    expect(given).toSucceed();
    expect(await bed.rows('SELECT 1 FROM journal WHERE record LIKE \'%"Tip"%\'')).toHaveLength(1);
    expect(await messages()).toEqual([]);
  });

  test('the configuration MUST name what Debezium knows, columns that are there, and what the SQL makes', async () => {
    const unknown = Object.keys(config).filter(
      (name) => !KNOWN.has(name) && !OF_ROUTER.has(name.replace('transforms.outbox.', '')),
    );
    expect(unknown).toEqual([]);
    const columns = await query(
      bed.url,
      "SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute WHERE attrelid = 'enforcement.outbox'::regclass AND attnum > 0",
    );
    const typeOf = new Map(columns.map(({ name, type }) => [name, type]));
    for (const name of OF_ROUTER)
      if (/field\.event|route\.by/.test(name) && router(name)) expect(typeOf.has(router(name))).toBe(true);
    // a moment with a time zone is text to Debezium, which then refuses it as the time of a message
    expect(typeOf.get(router('table.field.event.timestamp'))).toBe('timestamp without time zone');
    expect(
      await query(bed.url, 'SELECT pubname, pubinsert, pubupdate, pubdelete FROM pg_publication'),
    ).toEqual([{ pubname: SLOT.publication, pubinsert: true, pubupdate: false, pubdelete: false }]);
    expect(config['publication.name']).toBe('outbox_registry');
  });
});
