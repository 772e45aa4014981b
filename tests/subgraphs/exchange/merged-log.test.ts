import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { exchange } from '../../../subgraphs/exchange';
import { mergedLog } from '../../../subgraphs/exchange/happening';
import { Subgraph, createLog, localPeer } from '../../../subgraphs/kernel';
import { registry } from '../../../subgraphs/registry';
import { subgraphs } from '../../../subgraphs';
import { TEST_SETTINGS } from '../../support/settings';
import { testBed } from '../../support/test-bed';
import { hunan, make, usccOf } from '../registry/sample';

const owner = testBed(registry, {
  officer: hunan,
  says: { Enterprise: { creditFile: { principalBarred: false }, fireUnit: null } },
});
const bed = testBed(exchange, { peers: [owner], reacts: true });

interface Row {
  number: string;
  nth: number;
  event: string;
  type: string;
  key: string;
  division: string | null;
  department: string | null;
}
const merged = () =>
  bed.rows<Row>(
    'SELECT number, nth, event, type, key, division, department FROM happening ORDER BY position',
  );
/** What the journal itself says was written, in its order. */
const written = () =>
  owner.rows<Row>(`
    SELECT number, (nth - 1)::int AS nth, coalesce(subject->>'event', told->>'event') AS event, subject->>'type' AS type,
      subject->>'key' AS key, subject->>'division' AS division, told->>'department' AS department
    FROM journal_seal AS seal JOIN (SELECT at, entry, record::jsonb AS told FROM journal) AS journal USING (at, entry),
      jsonb_array_elements(told->'subjects') WITH ORDINALITY AS each (subject, nth)
    WHERE told->>'event' IS NOT NULL ORDER BY number, nth`);
const until = async (holds: () => Promise<boolean>) => {
  for (const end = Date.now() + 10_000; !(await holds()); await sleep(20))
    if (Date.now() > end) throw new Error(`it did not come to that: ${JSON.stringify(await merged())}`);
};
/** All that was written so far is in it. */
const isWhole = async (rows: number) => (await written()).length === rows && (await merged()).length >= rows;
const cursor = async () =>
  (await bed.rows<{ number: string; restored: boolean }>('SELECT number, restored FROM reaction_cursor'))[0];

test('it MUST follow every other subgraph', () => {
  const others = subgraphs.map(({ name }) => name).filter((name) => name !== exchange.name);
  expect([...mergedLog.from].sort()).toEqual(others.sort());
});

test('it MUST begin with the oldest entry, and hold by key all that was written, in the order of the journal', async () => {
  await bed.subgraph.stop();
  await owner.put('submitEnterprises', make.enterprise(1), make.enterprise(2));
  await owner.put('submitPriorLicences', make.licence(1));
  await bed.restart(TEST_SETTINGS);
  await until(() => isWhole(3));
  expect(await merged()).toEqual(await written());
  const [licence] = await bed.rows<{ about: string[]; says: string }>(
    `SELECT (SELECT array_agg(about.type || ' ' || about.key ORDER BY about.type) FROM happening_about AS about WHERE about.id = happening.id) AS about, says
     FROM happening JOIN happening_event USING (event) WHERE type = 'PriorLicence'`,
  );
  expect(licence).toEqual({
    about: [`Enterprise ${usccOf(1)}`, 'PriorLicence test/p1'],
    says: '前置许可报送. A record is submitted.',
  });
});

test('a read MUST NOT be copied', async () => {
  await owner.run(`{ enterprise(uscc: "${usccOf(1)}") { contactPhone } }`, {
    caller: { ...hunan, scopes: ['share:conditional'] },
    purpose: '核对',
  });
  await owner.put('submitEnterprises', make.enterprise(3));
  await until(async () => (await merged()).some(({ key }) => key === usccOf(3)));
  const reads = await owner.rows(`SELECT FROM journal WHERE record LIKE '%"operation":"read"%'`);
  expect(reads).toHaveLength(1);
  expect(await merged()).toEqual(await written());
});

test('nothing MUST be skipped and nothing be in it twice, with writers, two processes, restarts and failures at once', async () => {
  const second = await Subgraph.start(exchange, {
    url: bed.url,
    settings: TEST_SETTINGS,
    log: createLog('silent', 'test'),
    peers: new Map([['registry', localPeer(owner.subgraph, 5_000)]]),
    reacts: true,
  });
  const superuser = new Client({ connectionString: bed.url, options: '-c search_path=exchange' });
  await superuser.connect();
  const writers = [0, 1, 2].map(async (writer) => {
    for (let nth = 0; nth < 8; nth++)
      await owner.put(
        'submitEnterprises',
        ...[0, 1, 2].map((each) => make.enterprise(100 + writer * 100 + nth * 3 + each)),
      );
  });
  // for a while the log can be written to by nobody
  await sleep(100);
  await superuser.query('ALTER TABLE happening ADD CONSTRAINT nothing CHECK (false) NOT VALID');
  await sleep(200);
  await superuser.query('ALTER TABLE happening DROP CONSTRAINT nothing');
  await superuser.end();
  await bed.restart(TEST_SETTINGS);
  await Promise.all(writers);
  await until(() => isWhole(4 + 3 * 8 * 3));
  await second.stop();
  expect(await merged()).toEqual(await written());
});

test('a journal of which a backup was restored MUST be noticed, and nothing added until the operator says so', async () => {
  const superuser = new Client({ connectionString: owner.url, options: '-c search_path=registry' });
  await superuser.connect();
  await superuser.query(
    `UPDATE journal_seal SET link = repeat('x', 43) WHERE number = (SELECT max(number) FROM journal_seal)`,
  );
  await superuser.end();
  await until(async () => (await cursor())?.restored === true);
  const before = await merged();
  await owner.put('submitEnterprises', make.enterprise(900));
  await sleep(300);
  expect(await merged()).toEqual(before);
  // read again from its beginning, it holds nothing twice
  await bed.rows(`UPDATE reaction_cursor SET restored = false, link = '', number = 0`);
  await until(async () => (await merged()).length > before.length);
  expect(await merged()).toEqual(await written());
}, 20_000);
