import { credit } from '../../../subgraphs/credit';
import { composeUscc, idNumberCheck } from '../../../subgraphs/kernel';
import { registry } from '../../../subgraphs/registry';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';

const market = as.officer('MARKET_SUPERVISION', '430600', 'write:credit');
const emergency = as.officer('EMERGENCY_MANAGEMENT', '430600', 'write:credit');
const usccOf = (nth: number) => composeUscc('91430682', `MA0C000${nth}`);
const idOf = (nth: number) => {
  const first17 = `11010519491231${String(nth).padStart(3, '0')}`;
  return first17 + idNumberCheck(first17);
};

const registrar = as.officer('MARKET_SUPERVISION', '000000', 'write:registry');
const registryBed = testBed(registry, { today: '2026-07-01', officer: registrar });
const bed = testBed(credit, { today: '2026-07-01', peers: [registryBed] });

describe('bans on heading enterprises, and who is appointed', () => {
  beforeAll(async () => {
    const of = { name: '合成单位', regionCode: '430682', industryCode: '2614' };
    const numbered = [1, 2, 3].map((nth) => ({ ...of, sourceId: `e${nth}`, uscc: usccOf(nth) }));
    const { industryCode: _, ...unstated } = of;
    await registryBed.put('submitEnterprises', ...numbered, { ...unstated, sourceId: 'e4', uscc: usccOf(4) });
  });
  beforeEach(() => bed.empty());

  const send = (mutation: string, records: object[], caller = emergency) =>
    bed.submit(mutation, records, { caller, source: 's' });
  const ban = (nth: number, differing: object = {}) => ({
    ...{
      sourceId: `b${nth}`,
      idNumber: idOf(nth),
      name: '张三丰',
      kind: 'FIVE_YEARS_ANYWHERE',
      basisDocument: '合成应急罚〔2024〕1号',
    },
    ...{ regionCode: '430682', decidedOn: '2024-03-01', ...differing },
  });
  const principal = (nth: number, differing: object = {}) => ({
    ...{
      sourceId: `p${nth}`,
      uscc: usccOf(nth),
      regionCode: '430682',
      industryCode: '2614',
      idNumber: idOf(nth),
      name: '张三丰',
    },
    ...{ appointedOn: '2025-01-01', ...differing },
  });
  const file = async (nth: number, fields: string, caller = market) => {
    const refs = [{ __typename: 'CreditFile', uscc: usccOf(nth) }];
    const { data } = await bed.run(
      `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on CreditFile { ${fields} } } }`,
      {
        caller,
        variables: { refs },
      },
    );
    return data._entities[0];
  };
  const check = (nth: number, industryCode = '5211', differing: object = {}) =>
    bed.run(
      'query ($input: PrincipalBanCheckInput!) { principalBarred(input: $input) { barred bans { id maskedName name endsOn } } }',
      {
        caller: market,
        variables: { input: { idNumber: idOf(nth), industryCode, ...differing } },
      },
    );

  test('a registrar MUST learn whether a person may head an enterprise, and no more', async () => {
    await send('submitPrincipalBans', [
      ban(1),
      ban(2, { kind: 'LIFETIME_IN_INDUSTRY', industryCode: '2614' }),
    ]);
    expect((await check(1)).data.principalBarred).toEqual({
      barred: true,
      bans: [{ id: 's/b1', maskedName: '张**', name: null, endsOn: '2029-03-01' }],
    });
    expect((await check(1, '5211', { on: '2029-03-02' })).data.principalBarred).toEqual({
      barred: false,
      bans: [],
    });
    expect((await check(2, '2619')).data.principalBarred.barred).toBe(true);
    expect((await check(2, '5211')).data.principalBarred.barred).toBe(false);
    expect((await check(3)).data.principalBarred.barred).toBe(false);
    expect(await check(1, '5211', { idNumber: '110105194912310029' })).toFailWith('ID_NUMBER_INVALID');
  });

  test('an identity number MUST be nowhere in the database, nor a name in the clear; every check is on record', async () => {
    await send('submitPrincipals', [principal(1)], market);
    await send('submitPrincipalBans', [ban(1)]);
    await check(1);
    const rows = await bed.subgraph.db.read(
      'SELECT row(ban.*)::text FROM principal_ban ban UNION ALL SELECT row(p.*)::text FROM principal_appointment p UNION ALL SELECT record FROM journal',
    );
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${idOf(1)}|张三丰`));
    expect(JSON.stringify(rows)).toContain('principalBarred');
  });

  test('who heads an enterprise though barred MUST be found, until he leaves', async () => {
    await send('submitPrincipalBans', [
      ban(1),
      ban(2, { kind: 'LIFETIME_IN_INDUSTRY', industryCode: '0610' }),
    ]);
    const before = { appointedOn: '2024-01-01' };
    await send(
      'submitPrincipals',
      [principal(1, before), principal(2, before), principal(3, before)],
      market,
    );
    const barred = async (region: string) =>
      (
        await bed.run(
          `{ barredPrincipals(region: "${region}") { totalCount edges { node { enterprise { uscc } maskedName } } } }`,
          {
            caller: market,
          },
        )
      ).data.barredPrincipals;
    expect(await barred('430600')).toEqual({
      totalCount: 1,
      edges: [{ node: { enterprise: { uscc: usccOf(1) }, maskedName: '张**' } }],
    });
    expect((await barred('410000')).totalCount).toBe(0);
    expect([await file(1, 'principalBarred'), await file(2, 'principalBarred')]).toEqual([
      { principalBarred: true },
      { principalBarred: false },
    ]);
    await send(
      'submitPrincipals',
      [{ ...principal(1, { ...before, endedOn: '2026-06-30' }), revision: 2 }],
      market,
    );
    expect((await barred('430600')).totalCount).toBe(0);
  });

  const appointed = async (nth: number, differing: object = {}) => {
    const { data } = await send('submitPrincipals', [principal(nth, differing)], market);
    return data.receipt.rejected[0]?.code ?? 'appointed';
  };

  test.each([
    ['2024-02-29', 'appointed'],
    ['2024-03-01', 'PRINCIPAL_BARRED'],
    ['2026-07-01', 'PRINCIPAL_BARRED'],
    ['2029-03-01', 'PRINCIPAL_BARRED'],
    ['2029-03-02', 'appointed'],
  ])(
    'a ban of five years MUST refuse whoever is appointed while it is in force: on %s %s',
    async (appointedOn, outcome) => {
      await send('submitPrincipalBans', [ban(1)]);
      expect(await appointed(1, { appointedOn })).toBe(outcome);
    },
  );

  test('a ban for an industry MUST be judged by the register’s industry, whatever is stated, and never be ruled out by not knowing it', async () => {
    await send('submitPrincipalBans', [
      ban(1, { kind: 'LIFETIME_IN_INDUSTRY', industryCode: '2619' }),
      ban(2, { kind: 'LIFETIME_IN_INDUSTRY', industryCode: '0610' }),
      ban(4, { kind: 'LIFETIME_IN_INDUSTRY', industryCode: '0610' }),
    ]);
    expect(await appointed(1, { industryCode: null })).toBe('PRINCIPAL_BARRED');
    expect(await appointed(1, { industryCode: '5211' })).toBe('INDUSTRY_DIFFERS');
    expect(await appointed(2)).toBe('appointed');
    expect(await appointed(4, { industryCode: null })).toBe('PRINCIPAL_BARRED');
    expect(await appointed(9)).toBe('REFERENCE_UNKNOWN');
  });

  test('an appointment MUST be recorded once, whoever sends it', async () => {
    expect(await appointed(1)).toBe('appointed');
    expect(await appointed(1, { sourceId: 'again', endedOn: '2026-03-01' })).toBe('RECORD_DUPLICATE');
    const other = await bed.submit('submitPrincipals', [principal(1)], { caller: market, source: 'other' });
    expect(other.data.receipt.rejected).toMatchObject([{ code: 'RECORD_DUPLICATE' }]);
  });

  test('a departure MUST be taken of a barred person as well', async () => {
    await send('submitPrincipalBans', [ban(1)]);
    expect(await appointed(1, { endedOn: '2026-06-30' })).toBe('appointed');
    expect(await appointed(1, { sourceId: 'again', endedOn: '2026-07-01' })).toBe('PRINCIPAL_BARRED');
  });

  test('only the registration authority MUST say who heads an enterprise', async () => {
    const others = await send('submitPrincipals', [principal(1)]);
    expect(others.data.receipt.rejected).toMatchObject([{ code: 'PRINCIPALS_NOT_YOURS' }]);
    const { data } = await send('submitPrincipals', [{ ...principal(1), sourceId: idOf(1) }], market);
    expect(data.receipt.rejected).toMatchObject([{ code: 'ID_NUMBER_NOT_ALLOWED', field: 'sourceId' }]);
  });
});
