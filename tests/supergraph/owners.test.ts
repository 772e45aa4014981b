import { credit } from '../../subgraphs/credit';
import { enforcement } from '../../subgraphs/enforcement';
import { hazards } from '../../subgraphs/hazards';
import { callOf as ownCall, idNumberCheck, lookAtAll } from '../../subgraphs/kernel';
import { matters } from '../../subgraphs/matters';
import { registry } from '../../subgraphs/registry';
import { as } from '../support/callers';
import { testBed, type TestBed } from '../support/test-bed';
import { OTHER_USCC, TODAY, USCC, investigator, make } from '../subgraphs/enforcement/case-sample';

const register = as.officer('MARKET_SUPERVISION', '000000', 'write:registry');
const fire = as.officer('FIRE_RESCUE', '430682', 'write:hazards', 'write:enforcement', 'write:matters');
/** Each asks the others, so that each is there before it is asked. */
const [forRegistry, forEnforcement, forHazards]: [TestBed[], TestBed[], TestBed[]] = [[], [], []];
const owner = testBed(registry, {
  today: TODAY,
  officer: register,
  peers: forRegistry,
  says: { Enterprise: { creditFile: { principalBarred: false } } },
});
const bed = testBed(enforcement, { today: TODAY, officer: investigator, peers: forEnforcement });
const fires = testBed(hazards, { today: TODAY, officer: fire, peers: forHazards });
const one = testBed(matters, { today: TODAY, officer: fire, peers: [bed, fires] });
const persons = testBed(credit, {
  today: TODAY,
  officer: as.officer('MARKET_SUPERVISION', '430682', 'write:credit'),
  peers: [owner],
});
const alone = testBed(enforcement, { today: TODAY, officer: investigator });
forRegistry.push(fires);
forEnforcement.push(owner, fires);
forHazards.push(owner, bed);

const enterprise = (industryCode: string | null, revision = 1, more: object = {}) => ({
  sourceId: 'e1',
  revision,
  uscc: USCC,
  name: '合成数据甲公司',
  regionCode: '430682',
  industryCode,
  ...more,
});
const flagsOf = async (of: TestBed) => {
  const { data } = await of.run(
    '{ enforcementUnknownReferences { edges { node { field target key reason } } } }',
    { caller: investigator },
  );
  return data.enforcementUnknownReferences.edges.map(({ node }: { node: object }) => node);
};
const industries = (of: TestBed) =>
  of.rows<{ number: string; industry: string | null }>(
    'SELECT source_id AS number, industry_code AS industry FROM enforcement_case ORDER BY 1',
  );
const flag = (key: string, reason: string) => ({ field: 'industryCode', target: 'Enterprise', key, reason });
const cases = (...stated: (string | null)[]) =>
  stated.map((industryCode, at) =>
    make.case({ sourceId: String(at), number: `临市监立〔2026〕${at + 1}号`, industryCode }),
  );

describe('the industry of an enterprise', () => {
  beforeEach(() => Promise.all([owner, bed, alone].map((each) => each.empty())));

  test('it MUST be the register’s, whatever a record states, and the difference MUST be told', async () => {
    await owner.put('submitEnterprises', enterprise('3311'));
    await bed.put('submitCases', ...cases('3311', '33', null, '5211'));
    expect((await industries(bed)).map(({ industry }) => industry)).toEqual(['3311', '3311', '3311', '3311']);
    expect(await flagsOf(bed)).toEqual([flag('5211', 'DIFFERS')]);
    const [, , , differing] = cases('3311', '33', null, '5211');
    await bed.put('submitCases', { ...differing, industryCode: null, revision: 2 });
    expect(await flagsOf(bed)).toEqual([]);
  });

  test('what an officer states in a step MUST give way to it, too', async () => {
    await owner.put('submitEnterprises', enterprise('3311'));
    expect(
      await bed.step(
        'registerLead',
        make.lead({ industryCode: '5211', originKind: 'INSPECTION', originReference: null }),
      ),
    ).toSucceed();
    expect(await bed.rows('SELECT industry_code AS industry FROM enforcement_case')).toEqual([
      { industry: '3311' },
    ]);
    expect(await flagsOf(bed)).toEqual([flag('5211', 'DIFFERS')]);
  });

  test('while its owner is silent or does not know, what was stated MUST be kept and flagged, and asked for again', async () => {
    // who says why it is decided here need not wait for where the register has its subject
    const here = { jurisdictionGround: 'ACT_PLACE' };
    await alone.put('submitCases', ...cases('5211', null).map((each) => ({ ...each, ...here })));
    expect((await industries(alone)).map(({ industry }) => industry)).toEqual(['5211', null]);
    expect(await flagsOf(alone)).toEqual(
      expect.arrayContaining([flag('5211', 'UNCHECKED'), flag('', 'UNCHECKED')]),
    );
    await owner.put('submitEnterprises', enterprise(null));
    await bed.put('submitCases', ...cases('5211', '33', null));
    expect(await flagsOf(bed)).toEqual([flag('5211', 'UNKNOWN'), flag('33', 'UNKNOWN')]);
    await owner.put('submitEnterprises', enterprise('3311', 2));
    bed.now('2026-06-01T04:10:00Z');
    await lookAtAll(bed.subgraph.open(ownCall('enforcement')), enforcement.entities);
    expect((await industries(bed)).map(({ industry }) => industry)).toEqual(['3311', '3311', null]);
    expect(await flagsOf(bed)).toEqual([flag('5211', 'DIFFERS')]);
  });
});

describe('one fact, one home', () => {
  beforeAll(async () => {
    await Promise.all([owner, bed, fires, one, persons].map((each) => each.empty()));
    await owner.put(
      'submitEnterprises',
      enterprise('5211', 1, { roles: ['FIRE_KEY_UNIT'], legalRepresentative: '合成人甲' }),
      enterprise('5211', 1, { sourceId: 'e2', uscc: OTHER_USCC, name: '合成数据乙公司' }),
    );
    const visit = (nth: number, mode: string, inspectedOn = '2026-05-10') => ({
      ...{ sourceId: `v${nth}`, uscc: OTHER_USCC, regionCode: '430682', mode, inspectedOn, findings: 0 },
      departmentCode: '430682-FIRE_RESCUE',
    });
    await bed.putAs(
      fire,
      'submitSupervisoryInspections',
      visit(1, 'DAILY'),
      visit(2, 'FOUR_NOS_TWO_DIRECTS'),
      visit(3, 'DAILY', '2025-12-31'),
    );
    await fires.put('submitFireKeyUnits', {
      ...{ sourceId: 'u1', uscc: OTHER_USCC, regionCode: '430682' },
      ...{ place: '宾馆饭店', designatedOn: '2023-05-04' },
    });
  });
  const ofEnterprise = async (of: TestBed, uscc: string, fields: string, facts: object = {}) => {
    const answer = await of.run(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { ${fields} } } }`,
      { caller: fire, variables: { of: [{ __typename: 'Enterprise', uscc, ...facts }] } },
    );
    expect(answer).toSucceed();
    return answer.data._entities[0];
  };

  test('inspections MUST be those of enforcement, with the tally and its difference beside', async () => {
    const tally = { regionCode: '430682', departmentKind: 'FIRE_RESCUE' };
    await fires.put('submitInspectionTallies', {
      ...tally,
      sourceId: 't1',
      month: '2026-05',
      inspections: 500,
    });
    const fields =
      'key hazardsMissing inspections inspectionsMissing talliedInspections inspectionDifference majorPerThousandInspections';
    const found = { sourceId: 'h1', number: 'H-1', grade: 'MAJOR', domain: 'FIRE', channel: 'INSPECTION' };
    const hazard = {
      ...found,
      regionCode: '430682',
      description: '合成数据',
      foundOn: '2026-05-10',
      status: 'VERIFIED',
    };
    await fires.put('submitHazards', hazard);
    const statistics = async (asked: string) =>
      (await fires.run(`{ hazardStatistics(region: "430600", ${asked}) { ${fields} } }`, { caller: fire }))
        .data.hazardStatistics;
    const one = { hazardsMissing: null, inspectionsMissing: null, talliedInspections: 500 };
    expect(await statistics('year: 2026, groupBy: TOTAL')).toEqual([
      { key: 'TOTAL', inspections: 2, inspectionDifference: 498, majorPerThousandInspections: 500, ...one },
    ]);
    expect(await statistics('foundTo: "2025-12-31", groupBy: TOTAL')).toMatchObject([{ inspections: 1 }]);
    expect(await statistics('groupBy: REGION')).toMatchObject([{ key: '430682', inspections: 3 }]);
    // what was inspected without a hazard has a row, and says that none is on record
    expect(await statistics('groupBy: YEAR')).toMatchObject([
      { key: '2025', inspections: 1, hazardsMissing: 'NO_RECORDS' },
      { key: '2026', inspections: 2, hazardsMissing: null },
    ]);
  });

  test('letters and covert visits MUST be those of enforcement, with the duty records and their difference beside', async () => {
    const notice = { number: '临消提〔2026〕1号', kind: 'REMINDER', departmentCode: '430682-FIRE_RESCUE' };
    const head = as.officer('FIRE_RESCUE', '430682', 'decide:enforcement');
    expect(
      await bed.step(
        'issueNotice',
        { ...notice, addresseeUscc: OTHER_USCC, matter: '整改', dueOn: '2026-07-01' },
        head,
      ),
    ).toSucceed();
    const duty = { kind: 'COVERT_VISIT', regionCode: '430682', departmentCode: '430682-FIRE_RESCUE' };
    await one.put(
      'submitDutyRecords',
      ...[1, 2, 3].map((nth) => ({
        ...duty,
        sourceId: `d${nth}`,
        heldOn: '2026-05-10',
        evidence: `纪要${nth}号`,
      })),
    );
    const { data } = await one.run(
      '{ dutyCounts(region: "430682", quarter: "2026-Q2") { kind count recorded difference missing } }',
      { caller: fire },
    );
    expect(data.dutyCounts).toEqual([
      { kind: 'COVERT_VISIT', count: 1, recorded: 3, difference: 2, missing: null },
      { kind: 'URGING_LETTER', count: 1, recorded: 0, difference: -1, missing: null },
    ]);
  });

  test('visits of fire and rescue MUST be those of enforcement, with the fire checks and their difference beside', async () => {
    const check = {
      uscc: OTHER_USCC,
      regionCode: '430682',
      departmentCode: '430682-FIRE_RESCUE',
      hazardsFound: 0,
    };
    await fires.put('submitFireChecks', { ...check, sourceId: 'c1', checkedOn: '2026-05-10' });
    expect(
      await ofEnterprise(fires, OTHER_USCC, 'fireVisits { year inspections fireChecks difference missing }'),
    ).toEqual({
      fireVisits: [
        { year: 2026, inspections: 2, fireChecks: 1, difference: -1, missing: null },
        { year: 2025, inspections: 1, fireChecks: 0, difference: -1, missing: null },
      ],
    });
  });

  test('who is a key fire unit MUST be what the register of fire and rescue says, for the unit and for the matter', async () => {
    const roles = ['FIRE_KEY_UNIT'];
    expect(await ofEnterprise(owner, USCC, 'roles')).toEqual({ roles });
    const codes = async (uscc: string, facts: object) =>
      (await ofEnterprise(one, uscc, 'matters { code }', facts)).matters.map(
        ({ code }: { code: string }) => code,
      );
    expect(await codes(USCC, { industryCode: null, roles })).toEqual([]);
    expect(await codes(OTHER_USCC, { industryCode: null, roles: [] })).toEqual(['KEY_FIRE_UNIT']);
    expect(await ofEnterprise(fires, USCC, 'fireUnit { uscc }')).toEqual({ fireUnit: null });
    const scope = { industries: [], roles };
    const { data } = await owner.run(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Matter { enterprises { edges { node { uscc } } } } } }',
      { variables: { of: [{ __typename: 'Matter', code: 'KEY_FIRE_UNIT', scope }] } },
    );
    expect(data._entities[0].enterprises.edges).toEqual([{ node: { uscc: OTHER_USCC } }]);
  });

  test('a principal MUST be held against the register, and the difference told', async () => {
    const [first, second] = ['合成人甲', '合成人乙'];
    const appointed = (nth: number, name: string | undefined, uscc = USCC) => {
      const first17 = `11010519491231${String(nth).padStart(3, '0')}`;
      const person = { idNumber: first17 + idNumberCheck(first17), name };
      return { ...person, sourceId: `p${nth}`, uscc, regionCode: '430682', appointedOn: `2026-01-0${nth}` };
    };
    await persons.put(
      'submitPrincipals',
      appointed(1, first),
      appointed(2, second),
      appointed(3, first, OTHER_USCC),
    );
    const asked = 'principalAppointments { edges { node { appointedOn agreesWithRegister } } }';
    expect(await ofEnterprise(persons, USCC, asked)).toEqual({
      principalAppointments: {
        edges: [
          { node: { appointedOn: '2026-01-02', agreesWithRegister: false } },
          { node: { appointedOn: '2026-01-01', agreesWithRegister: true } },
        ],
      },
    });
    const { principalAppointments } = await ofEnterprise(persons, OTHER_USCC, asked);
    expect(principalAppointments.edges).toEqual([
      { node: { appointedOn: '2026-01-03', agreesWithRegister: null } },
    ]);
  });
});
