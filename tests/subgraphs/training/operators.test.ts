import { equipment } from '../../../subgraphs/equipment';
import { hazards } from '../../../subgraphs/hazards';
import { registry } from '../../../subgraphs/registry';
import { training } from '../../../subgraphs/training';
import { as } from '../../support/callers';
import { testBed, type TestBed } from '../../support/test-bed';
import { OTHER_USCC, TODAY, USCC, idNumberOf, make, market, personOf, reader } from './sample';

const officer = as.officer('MARKET_SUPERVISION', '000000', 'write:registry', 'write:equipment');
const [registryBed, equipmentBed, hazardBed] = [registry, equipment, hazards].map((subgraph) =>
  testBed(subgraph, { today: TODAY, officer }),
) as [TestBed, TestBed, TestBed];
const bed = testBed(training, {
  today: TODAY,
  officer: market,
  peers: [registryBed, equipmentBed, hazardBed],
});

const codeOf = (kind: string) => `${kind}43102202400001`;
/** As the gateway hands a device over, with what the field requires of it. */
const device = (kind: string | null, uscc: string | null = USCC) => ({
  __typename: 'Equipment',
  code: codeOf(String(kind)),
  kind: kind && { __typename: 'EquipmentKind', code: kind },
  user: uscc && { __typename: 'Enterprise', uscc },
  region: { __typename: 'Region', code: '430682' },
});
const OPERATORS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Equipment {
  operatorItems { code } qualifiedOperators { totalCount edges { node { personId item { code } } } } } } }`;
const MAY = `query ($of: [_Any!]!, $person: ID!) { _entities(representations: $of) { ... on Equipment {
  operatorAuthorised(personId: $person) { allowed reason item { code } expiresOn } } } }`;

describe('who may operate a device today', () => {
  beforeAll(async () => {
    const of = { regionCode: '430682' };
    await registryBed.put('submitEnterprises', { ...of, sourceId: '1', uscc: USCC, name: '合成单位' });
    for (const kindCode of ['5110', '5200', '8310']) {
      const code = codeOf(kindCode);
      const known = { ...of, sourceId: kindCode, code, kindCode, userUscc: USCC, status: 'IN_USE' };
      await equipmentBed.put('submitEquipment', known);
      const report = { sourceId: kindCode, equipmentCode: code, inspectedOn: '2026-01-10' };
      await equipmentBed.put('submitInspections', { ...report, conclusion: 'QUALIFIED' });
    }
    await bed.put(
      'submitQualifications',
      make.qualification({ idNumber: idNumberOf(1), issuedOn: '2022-06-15' }),
      make.qualification({ idNumber: idNumberOf(2), employerUscc: OTHER_USCC }),
      make.qualification({ idNumber: idNumberOf(3), standing: 'SUSPENDED' }),
      make.qualification({ idNumber: idNumberOf(4), standing: 'CANCELLED' }),
      make.qualification({ idNumber: idNumberOf(5), item: 'N2' }),
      make.qualification({ idNumber: idNumberOf(6), item: 'N2', issuedOn: '2018-12-01' }),
      make.qualification({ idNumber: idNumberOf(7), issuedOn: '2021-01-01', employerUscc: OTHER_USCC }),
      make.qualification({ idNumber: idNumberOf(8), employerUscc: null }),
    );
  });

  const operators = async (...of: object[]) =>
    (await bed.run(OPERATORS, { caller: reader, variables: { of } })).data._entities;
  const may = async (number: number, of = device('5110')) => {
    const person = personOf(idNumberOf(number));
    const answer = await bed.run(MAY, { caller: reader, variables: { of: [of], person } });
    expect(answer).toSucceed();
    return answer.data._entities[0].operatorAuthorised;
  };

  test('the operators of a forklift MUST be those whom its user employs with N1 in force', async () => {
    const [forklift, others, lift] = await operators(
      device('5110'),
      device('5110', OTHER_USCC),
      device('3110'),
    );
    expect(forklift.operatorItems).toEqual([{ code: 'N1' }]);
    expect(forklift.qualifiedOperators.edges.map(({ node }: { node: object }) => node)).toEqual([
      { personId: personOf(idNumberOf(1)), item: { code: 'N1' } },
    ]);
    expect(others.qualifiedOperators).toMatchObject({ totalCount: 1 });
    expect(lift).toMatchObject({ operatorItems: [{ code: 'T' }], qualifiedOperators: { totalCount: 0 } });
  });

  test('a certificate MUST count on its last day and no more on the day after', async () => {
    expect(await may(1)).toEqual({
      allowed: true,
      reason: 'AUTHORISED',
      item: { code: 'N1' },
      expiresOn: '2026-06-15',
    });
    bed.now('2026-06-15T15:59:59Z');
    expect(await may(1)).toMatchObject({ allowed: true });
    bed.now('2026-06-15T16:00:00Z');
    expect(await may(1)).toMatchObject({ allowed: false, reason: 'EXPIRED' });
    expect((await operators(device('5110')))[0].qualifiedOperators).toEqual({ totalCount: 0, edges: [] });
    bed.now('2026-06-15T04:00:00Z');
  });

  test.each([
    [2, 'NOT_EMPLOYED_BY_USER'],
    [3, 'SUSPENDED'],
    [4, 'REVOKED'],
    [5, 'NO_CERTIFICATE'],
    [6, 'EXPIRED'],
    [7, 'EXPIRED'],
    [8, 'NOT_EMPLOYED_BY_USER'],
    [99, 'NO_CERTIFICATE'],
  ])('person %i MUST be refused with the reason %s', async (number, reason) => {
    expect(await may(number)).toMatchObject({ allowed: false, reason });
  });

  test('N2 MUST let somebody drive a sightseeing vehicle, and no forklift', async () => {
    expect(await may(5, device('5200'))).toMatchObject({ allowed: true, item: { code: 'N2' } });
  });

  test('a device without a user MUST have no operator, nor one of which it is not known where it stands', async () => {
    const none = { qualifiedOperators: { totalCount: 0, edges: [] } };
    const nowhere = { ...device('5110'), region: null };
    expect(await operators(device('5110', null), nowhere)).toMatchObject([none, none]);
  });

  test('one that needs no certificate MUST be for anyone', async () => {
    expect(await may(99, device('8310'))).toMatchObject({ allowed: true, reason: 'NO_CERTIFICATE_NEEDED' });
  });

  test('an operator MUST work where the device stands, to be listed', async () => {
    const [there, elsewhere] = await operators(device('5110'), {
      ...device('5110'),
      region: { __typename: 'Region', code: '430681' },
    });
    expect([there.qualifiedOperators.totalCount, elsewhere.qualifiedOperators.totalCount]).toEqual([1, 0]);
  });

  test('those of a period MUST be whose certificate was in force in it, and those of a state whose stands so today', async () => {
    const people = '{ edges { node { personId } } }';
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Equipment {
      then: qualifiedOperators(from: "2021-01-01", to: "2021-12-31") ${people} later: qualifiedOperators(from: "2026-06-16") ${people}
      suspended: qualifiedOperators(status: [SUSPENDED]) ${people} none: qualifiedOperators(status: []) ${people} } } }`;
    const of = [device('5110', OTHER_USCC), device('5110')];
    const { data } = await bed.run(query, { caller: reader, variables: { of } });
    const told = data._entities.map((each: Record<string, { edges: { node: { personId: string } }[] }>) =>
      Object.entries(each).map(([, { edges }]) => edges.map(({ node }) => node.personId)),
    );
    const [second, third, sixth, seventh] = [2, 3, 6, 7].map((number) => personOf(idNumberOf(number)));
    expect(told).toEqual([
      [[seventh], [second], [], []],
      // N2 of 2018 was what N1 is now
      [[sixth], [], [third], []],
    ]);
  });

  test('any number of devices MUST cost one statement for their operators', async () => {
    const of = Array.from({ length: 30 }, (_, at) => ({
      ...device('5110', at % 2 ? USCC : OTHER_USCC),
      code: `d${at}`,
    }));
    const query = OPERATORS.replace('totalCount', '');
    expect(await bed.statementsOf(() => bed.run(query, { caller: reader, variables: { of } }))).toHaveLength(
      1,
    );
  });

  test('the qualifications of an enterprise MUST be those of all whom it employs, in one statement for many', async () => {
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { qualifications { edges { node { status } } } } } }';
    const of = [USCC, OTHER_USCC].map((uscc) => ({ __typename: 'Enterprise', uscc }));
    const texts = await bed.statementsOf(async () => {
      const { data } = await bed.run(query, { caller: reader, variables: { of } });
      expect(
        data._entities.map(
          ({ qualifications }: { qualifications: { edges: [] } }) => qualifications.edges.length,
        ),
      ).toEqual([5, 2]);
    });
    expect(texts).toHaveLength(1);
  });
});

describe('the filters of qualifications', () => {
  beforeAll(async () => {
    await bed.empty();
    const days = ['2022-06-14', '2022-06-15', '2022-07-15', '2022-07-16'];
    await bed.put('submitQualifications', ...days.map((issuedOn) => make.qualification({ issuedOn })));
    await bed.put(
      'submitQualifications',
      make.qualification({ standing: 'REVOKED', item: 'Q2', regionCode: '411003', employerUscc: OTHER_USCC }),
    );
  });

  const found = async (filter: string): Promise<{ status: string; issuedOn: string }[]> => {
    const { data } = await bed.run(
      `{ qualifications(filter: ${filter}) { edges { node { status issuedOn } } } }`,
      { caller: reader },
    );
    return data.qualifications.edges.map(({ node }: { node: { status: string; issuedOn: string } }) => node);
  };

  test('every state MUST find the rows that show it, on both sides of the window of one month', async () => {
    const byStatus = {
      VALID: ['2022-07-16'],
      RENEWAL_DUE: ['2022-06-15', '2022-07-15'],
      EXPIRED: ['2022-06-14'],
      REVOKED: ['2024-06-20'],
      SUSPENDED: [],
    };
    for (const [status, days] of Object.entries(byStatus)) {
      const rows = await found(`{ status: ${status} }`);
      expect(rows.map(({ issuedOn }) => issuedOn).sort()).toEqual(days);
      expect(rows.every((row) => row.status === status)).toBe(true);
    }
  });

  test('region, item, scheme and employer MUST narrow', async () => {
    expect(await found('{ region: "430000" }')).toHaveLength(4);
    expect(await found('{ item: "SPECIAL_EQUIPMENT_OPERATOR:Q2" }')).toHaveLength(1);
    expect(await found('{ scheme: SPECIAL_OPERATION }')).toHaveLength(0);
    expect(await found(`{ employer: "${OTHER_USCC}", region: "410000" }`)).toHaveLength(1);
  });
});
