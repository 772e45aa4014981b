import { credit } from '../../subgraphs/credit';
import { keyRing, reseal, sealingKey, unseal, type GivenSettings } from '../../subgraphs/kernel';
import { training } from '../../subgraphs/training';
import { as } from '../support/callers';
import { TEST_DATA_KEY, TEST_SETTINGS } from '../support/settings';
import { testBed } from '../support/test-bed';
import { ask } from './credit/feed-sample';
import { TODAY, idNumberOf, make, market, reader, trainingBed } from './training/sample';

const NEXT = 'the-data-key-of-training-after-it-was-changed';
const OTHER = 'the-data-key-of-credit-after-it-was-changed';
const keys = (current: string, ...old: string[]) =>
  keyRing(
    new TextEncoder().encode(current),
    old.map((key) => new TextEncoder().encode(key)),
  );
const settings = (...stated: Parameters<typeof keys>): GivenSettings => ({
  ...TEST_SETTINGS,
  dataKeysOf: () => keys(...stated),
});

const PEOPLE = 450;
/** Sealed as it was done before keys had ids; and corrected since, so that an import keeps what was before. */
const UNNAMED = 50;
const CORRECTED = 5;
const qualifications = Array.from({ length: PEOPLE }, (_, nth) =>
  make.qualification({ holderName: `合成${nth}`, number: `R${nth}`, idNumber: idNumberOf(nth) }),
);
const bed = trainingBed();
const emergency = as.officer('EMERGENCY_MANAGEMENT', '430600', 'write:credit');
const creditBed = testBed(credit, { today: TODAY, officer: emergency });
const ban = {
  ...{ sourceId: 'b', idNumber: idNumberOf(1), name: '张三丰', kind: 'FIVE_YEARS_ANYWHERE' },
  ...{ basisDocument: '合成应急罚〔2024〕1号', regionCode: '430682', decidedOn: '2024-03-01' },
};

describe('a data key that is changed', () => {
  let runs: string[];
  let cursor: string;
  let personIds: unknown;

  beforeAll(async () => {
    await bed.put('submitQualifications', ...qualifications);
    const corrected = qualifications.slice(-CORRECTED).map((record) => ({ ...record, revision: 2 }));
    await bed.put('submitQualifications', ...corrected.map((record) => ({ ...record, holderName: '更正' })));
    runs = (await bed.rows<{ id: string }>('SELECT id FROM import_run ORDER BY nth DESC')).map(
      ({ id }) => id,
    );
    personIds = await personIdsOf();
    await creditBed.put('submitPrincipalBans', ban);
    cursor = (await ask(creditBed)).feed.head;
  });

  const personIdsOf = () => bed.rows('SELECT id, person_id, content_digest FROM qualification ORDER BY id');
  const underKeys = async () => {
    const rows = await bed.rows<{ sealed: string }>('SELECT sealed_name AS sealed FROM qualification');
    const ids = rows.map(({ sealed }) => sealingKey(sealed, keys(NEXT, TEST_DATA_KEY))?.id ?? 'none');
    return [keys(NEXT), keys(TEST_DATA_KEY)].map(
      ({ current }) => ids.filter((id) => id === current.id).length,
    );
  };
  /** All that must be as it was, whichever key it is under. */
  const allHolds = async () => {
    const query = `{ qualifications(first: 100) { edges { node { fullName number } } } }`;
    const { data } = await bed.run(query, { caller: reader, purpose: '检查' });
    const shown = data.qualifications.edges.map(({ node }: { node: { number: string } }) => node);
    expect(shown).toHaveLength(100);
    for (const { fullName, number } of shown)
      expect([number.replace('R', '合成'), '更正']).toContain(fullName);
    const again = await bed.receipt('submitQualifications', qualifications.slice(0, 3), { caller: market });
    expect(again).toEqual({ accepted: 0, unchanged: 3, rejected: [] });
    expect(await personIdsOf()).toEqual(personIds);
  };

  test('what lies open in a column that is sealed since MUST be sealed by the next start, also after one that was killed', async () => {
    const stored = () => creditBed.rows<{ name: string }>('SELECT sealed_name AS name FROM principal_ban');
    await creditBed.rows(`UPDATE principal_ban SET sealed_name = '张三丰'`);
    await creditBed.rows(`INSERT INTO to_seal VALUES ('principal_ban', 'sealed_name')`);
    for (const at of ['the first start', 'one that takes up what was left']) {
      await creditBed.restart(settings(TEST_DATA_KEY));
      const [{ name } = { name: '' }] = await stored();
      expect([at, sealingKey(name, keys(TEST_DATA_KEY))?.id]).toEqual([at, keys(TEST_DATA_KEY).current.id]);
      expect(unseal(name, keys(TEST_DATA_KEY))).toBe('张三丰');
      expect(await creditBed.rows('SELECT FROM to_seal')).toEqual([]);
      await creditBed.rows(`INSERT INTO to_seal VALUES ('principal_ban', 'sealed_name')`);
    }
    await creditBed.rows('DELETE FROM to_seal');
  });

  test('a text without the id of its key, as it was sealed before there were ids, MUST open and be sealed anew', async () => {
    await bed.rows(`UPDATE qualification SET sealed_name = substr(sealed_name, 10) WHERE number_pseudonym IN
      (SELECT number_pseudonym FROM qualification ORDER BY id LIMIT ${UNNAMED})`);
    await allHolds();
  });

  test('with the new key and the old one all MUST be as it was; half-way of the rotation, and after it', async () => {
    await bed.restart(settings(NEXT, TEST_DATA_KEY));
    await allHolds();
    const { db } = bed.subgraph;
    const killed = reseal(db, training, keys(NEXT, TEST_DATA_KEY), (done) => {
      if (done > 1) throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await underKeys()).toEqual([200, PEOPLE - 200]);
    await allHolds();
    const left = await reseal(db, training, keys(NEXT, TEST_DATA_KEY));
    expect([...left].filter(([, count]) => count > 0)).toEqual([]);
    expect(await underKeys()).toEqual([PEOPLE, 0]);
    await allHolds();
  });

  test('without the old key all MUST be as it was, and an import that was before it be taken back', async () => {
    await bed.restart(settings(NEXT));
    await allHolds();
    const mutation = `mutation ($id: ID!) { back: takeBackTrainingImport(import: $id, reason: "来源有误") { takenBack left { code } } }`;
    const takenBack = [];
    for (const id of runs)
      takenBack.push((await bed.run(mutation, { caller: market, variables: { id } })).data.back.takenBack);
    // what was changed past the import is left
    expect(takenBack).toEqual([CORRECTED, PEOPLE - UNNAMED]);
  });

  test('each subgraph MUST have its own, by which a feed’s cursor and a ban hold', async () => {
    await creditBed.restart(settings(OTHER, TEST_DATA_KEY));
    await reseal(creditBed.subgraph.db, credit, keys(OTHER, TEST_DATA_KEY));
    await creditBed.restart(settings(OTHER));
    expect((await ask(creditBed, { after: cursor })).page).toMatchObject({ changes: [], caughtUp: true });
    expect(await creditBed.receipt('submitPrincipalBans', [ban])).toMatchObject({ unchanged: 1 });
    const refused = creditBed.restart(settings(NEXT, TEST_DATA_KEY));
    await expect(refused).rejects.toMatchObject({ code: 'DATA_KEY_WRONG', details: { subgraph: 'credit' } });
    await creditBed.restart(settings(OTHER));
  });

  test('what no key opens MUST be told as left and stay as it is', async () => {
    const { db } = creditBed.subgraph;
    const left = await reseal(db, credit, keys(NEXT, TEST_DATA_KEY));
    expect([left.get('principal_ban'), left.get('data_key')]).toEqual([1, 1]);
    expect((await reseal(db, credit, keys(OTHER))).get('principal_ban')).toBe(0);
  });

  test('a wrong key at the first start on data of before MUST be refused as well', async () => {
    await creditBed.rows('DELETE FROM data_key');
    await expect(creditBed.restart(settings(NEXT))).rejects.toMatchObject({ code: 'DATA_KEY_WRONG' });
    await creditBed.restart(settings(OTHER));
  });
});
