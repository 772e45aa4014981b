import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { credit } from '../../subgraphs/credit';
import { on, type Done, type Happened, type RequestContext, type Transaction } from '../../subgraphs/kernel';
import { registry } from '../../subgraphs/registry';
import { testBed } from '../support/test-bed';
import { TEST_SETTINGS } from '../support/settings';
import { hunan, make, usccOf } from './registry/sample';

const officer = hunan;
/** Whose reactions fail, and how. */
const failing = new Map<string, Error>();

const write =
  (what: string) =>
  async (tx: Transaction, _: RequestContext, happened: Happened): Promise<Done> => {
    const failure = failing.get(happened.key);
    if (failure) throw failure;
    await tx.query('INSERT INTO reacted (what, event, key) VALUES ($1, $2, $3)', [
      what,
      happened.event,
      happened.key,
    ]);
    return { operation: 'reactInTest', subjects: [{ type: happened.type, key: happened.key }] };
  };
const reaction = on('registry', 'enterprise.submitted', {
  name: 'noted',
  says: '记录. Notes it.',
  undoneBy: ['enterprise.corrected', 'enterprise.closed'],
  undoing: '撤销. Notes the end.',
  ask: () => Promise.resolve(null),
  act: write('done'),
  undo: write('undone'),
});

const owner = testBed(registry, { officer });
const reacting = testBed({ ...credit, reactions: [reaction] }, { officer, peers: [owner], reacts: true });

beforeAll(async () => {
  const client = new Client({ connectionString: reacting.url, options: '-c search_path=credit' });
  await client.connect();
  await client.query('CREATE TABLE reacted (nth serial, what text, event text, key text)');
  await client.query('GRANT ALL ON reacted TO PUBLIC; GRANT ALL ON reacted_nth_seq TO PUBLIC');
  await client.end();
});
beforeEach(async () => {
  failing.clear();
  await until(async () => (await cursor()) !== undefined);
});

interface Cursor {
  number: string;
  beganNumber: string;
  restored: boolean;
}
const cursor = async () =>
  (
    await reacting.rows<Cursor>('SELECT number, began_number AS "beganNumber", restored FROM reaction_cursor')
  )[0];
const reacted = async () =>
  (await reacting.rows<{ what: string; key: string }>('SELECT what, key FROM reacted ORDER BY nth')).map(
    ({ what, key }) => `${what} ${key}`,
  );
const aside = () =>
  reacting.rows<{ key: string; reason: string; over: boolean }>(
    'SELECT key, reason, set_aside_at IS NOT NULL AS over FROM reaction_set_aside ORDER BY number, nth',
  );
const until = async (holds: () => Promise<boolean>) => {
  for (const end = Date.now() + 8_000; !(await holds()); await sleep(20))
    if (Date.now() > end)
      throw new Error(`it did not come to that: ${JSON.stringify([await reacted(), await aside()])}`);
};
const revised = (nth: number, revision: number) =>
  make.enterprise(nth, { revision, name: `甲${revision}公司` });

test('what happened before MUST NOT be reacted to, what happens MUST be at once, and in the journal', async () => {
  expect(await cursor()).toMatchObject({ restored: false });
  expect(await reacted()).toEqual([]);
  await owner.put('submitEnterprises', make.enterprise(1), make.enterprise(2));
  await until(async () => (await reacted()).length === 2);
  expect(await reacted()).toEqual([`done ${usccOf(1)}`, `done ${usccOf(2)}`]);
  const journal = await reacting.rows("SELECT FROM journal WHERE record LIKE '%reactInTest%'");
  expect(journal).toHaveLength(2);
  expect((await reacting.subgraph.reactionStates())[0]).toMatchObject({
    setAside: 0,
    waiting: 0,
    restored: false,
  });
});

test('what undoes it MUST run the inverse', async () => {
  await owner.put('submitEnterprises', revised(1, 2));
  await until(async () => (await reacted()).length === 3);
  expect((await reacted()).at(-1)).toBe(`undone ${usccOf(1)}`);
});

test('one that fails MUST be set aside, what follows on its record wait with it, and others go on; put back, all is done in order', async () => {
  failing.set(usccOf(3), new Error('not now'));
  await owner.put('submitEnterprises', make.enterprise(3), make.enterprise(4));
  await owner.put('submitEnterprises', revised(3, 2));
  await owner.put('submitEnterprises', make.enterprise(5));
  await until(async () => (await reacted()).includes(`done ${usccOf(5)}`));
  await until(async () => (await aside()).some(({ over }) => over));
  expect(await aside()).toEqual([
    { key: usccOf(3), reason: 'not now', over: true },
    { key: usccOf(3), reason: expect.stringMatching(/waits/), over: false },
  ]);
  expect((await reacting.subgraph.reactionStates())[0]).toMatchObject({ setAside: 1, waiting: 1 });
  failing.clear();
  await sleep(200);
  expect((await reacted()).filter((each) => each.endsWith(usccOf(3)))).toEqual([]);
  await reacting.rows('UPDATE reaction_set_aside SET set_aside_at = NULL, next_at = NULL, attempts = 0');
  // whatever happens next has it looked at
  await owner.put('submitEnterprises', make.enterprise(10));
  await until(async () => (await aside()).length === 0);
  expect((await reacted()).filter((each) => each.endsWith(usccOf(3)))).toEqual([
    `done ${usccOf(3)}`,
    `undone ${usccOf(3)}`,
  ]);
});

test('what happened while it was away MUST be done once when it is back', async () => {
  const before = (await reacted()).length;
  await reacting.subgraph.stop();
  await owner.put('submitEnterprises', make.enterprise(6), make.enterprise(7));
  await owner.put('submitEnterprises', make.enterprise(8));
  await reacting.restart(TEST_SETTINGS);
  await until(async () => (await reacted()).length >= before + 3);
  expect((await reacted()).slice(before)).toEqual([6, 7, 8].map((nth) => `done ${usccOf(nth)}`));
});

test('a journal that is not the one it was MUST be noticed, and nothing done until the operator says so', async () => {
  const superuser = new Client({ connectionString: owner.url, options: '-c search_path=registry' });
  await superuser.connect();
  // the newest entry is another than it was: as after a restored backup
  await superuser.query(
    `UPDATE journal_seal SET link = repeat('x', 43) WHERE number = (SELECT max(number) FROM journal_seal)`,
  );
  await superuser.end();
  await until(async () => (await cursor())?.restored === true);
  const before = await reacted();
  await owner.put('submitEnterprises', make.enterprise(9));
  await sleep(300);
  expect(await reacted()).toEqual(before);
});
