import { enforcement } from '../../subgraphs/enforcement';
import { hazards } from '../../subgraphs/hazards';
import { callOf as ownCall, lookAtAll, type Caller } from '../../subgraphs/kernel';
import { as } from '../support/callers';
import { testBed, type TestBed } from '../support/test-bed';
import { TODAY, USCC, anyAgency, head, investigator, make } from '../subgraphs/enforcement/case-sample';

const [KNOWN, UNKNOWN, LATE] = ['YH-KNOWN', 'YH-NOT-THERE', 'YH-LATE'];
const hazard = (number: string) => ({
  sourceId: number,
  number,
  grade: 'MAJOR',
  domain: 'FIRE',
  channel: 'SELF_REPORT',
  regionCode: '430682',
  description: '合成数据：疏散通道堵塞',
  foundOn: '2026-05-01',
  status: 'VERIFIED',
});
const notice = (number: string, about: object) => ({
  number,
  kind: 'REMINDER',
  departmentCode: '430682-MARKET_SUPERVISION',
  addresseeUscc: USCC,
  matter: '整改',
  dueOn: '2026-07-01',
  ...about,
});

const owner = testBed(hazards, {
  today: TODAY,
  officer: as.officer('FIRE_RESCUE', '430682', 'write:hazards'),
});
const known = { Enterprise: [USCC] };
const bed = testBed(enforcement, { today: TODAY, officer: investigator, peers: [owner], known });
/** The same, with nobody to ask. */
const alone = testBed(enforcement, { today: TODAY, officer: investigator });

const FLAGS = `{ enforcementUnknownReferences { totalCount edges { node { subject { type key } field target key reason since } } } }`;
const flagsOf = async (of: TestBed, caller = anyAgency) => {
  const { data, errors } = await of.run(FLAGS, { caller });
  expect(errors).toBeUndefined();
  const { edges, totalCount } = data.enforcementUnknownReferences;
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }: { node: object }) => node);
};
const flagged = (key: string, reason: string, number = make.case().number) => ({
  ...{ subject: { type: 'Case', key: number }, field: 'hazardNumber', target: 'Hazard', key, reason },
  since: '2026-06-01T04:00:00.000Z',
});
/** Whose case leads to no enterprise. */
const PERSON = { partyKind: 'PERSON', partyUscc: null };
const caseAbout = (at: number, hazardNumber: string | null, changes: object = {}) =>
  make.case({ sourceId: String(at), number: `临市监立〔2026〕${at}号`, hazardNumber, ...PERSON, ...changes });

beforeEach(async () => {
  await Promise.all([owner, bed, alone].map((each) => each.empty()));
  await owner.put('submitHazards', hazard(KNOWN));
});

describe('a decision that rests on a record', () => {
  const issue = (of: TestBed, about: object, number = '临市监提〔2026〕1号') =>
    of.step('issueNotice', notice(number, about), head, 'number');

  test('it MUST be refused where the record is not there, here or in another subgraph', async () => {
    expect(await issue(bed, { hazardNumber: UNKNOWN })).toFailWith('REFERENCE_UNKNOWN');
    expect(await issue(bed, { caseNumber: '临市监立〔2026〕99号' })).toFailWith('REFERENCE_UNKNOWN');
    expect(await bed.rows('SELECT 1 FROM supervisory_notice')).toEqual([]);
    await bed.put('submitCases', caseAbout(1, null));
    expect(await issue(bed, { hazardNumber: KNOWN, caseNumber: '临市监立〔2026〕1号' })).toSucceed();
  });

  test('it MUST be refused otherwise where nobody can be asked, and stand once somebody can', async () => {
    expect(await issue(alone, { hazardNumber: KNOWN })).toFailWith('REFERENCE_UNCHECKED');
    expect(await issue(bed, { hazardNumber: KNOWN })).toSucceed();
  });

  test('a record that the officer may not know of MUST be answered like one that is not there', async () => {
    const [domain, regionCode] = ['FIRE', '430682'];
    const report = { domain, regionCode, channel: 'INSPECTION', description: '合成数据：疏散通道堵塞' };
    const reporter = as.officer('EMERGENCY_MANAGEMENT', '430682', 'write:hazards');
    const { data } = await owner.step('reportHazard', report, reporter, 'number');
    const about = { hazardNumber: data.step.number as string };
    const said = async (of: object) => (await issue(bed, of)).errors?.[0]?.extensions;
    const [hidden, unknown] = [await said(about), await said({ hazardNumber: UNKNOWN })];
    expect({ ...hidden, ...anyNumber }).toEqual({ ...unknown, ...anyNumber });
    const competent = as.officer('FIRE_RESCUE', '430682', 'decide:enforcement');
    const own = notice('临消提〔2026〕1号', { ...about, departmentCode: '430682-FIRE_RESCUE' });
    expect(await bed.step('issueNotice', own, competent, 'number')).toSucceed();
  });
  const anyNumber = { got: '…', zh: '…', en: '…' };

  test('an officer without the right MUST learn nothing of what is there', async () => {
    const about = [KNOWN, UNKNOWN].map((hazardNumber) => notice('临市监提〔2026〕1号', { hazardNumber }));
    for (const caller of [investigator, as.public]) {
      const answers = await Promise.all(about.map((input) => bed.step('issueNotice', input, caller)));
      const codes = answers.map(({ errors }) => errors?.map(({ extensions }) => extensions.code));
      expect(codes[0]).toEqual(codes[1]);
      expect(codes[0]).not.toContain('REFERENCE_UNKNOWN');
    }
  });
});

describe('the report of a fact', () => {
  test('it MUST be kept and flagged, unknown or unchecked, until its owner knows the record', async () => {
    await bed.put('submitCases', caseAbout(1, LATE), caseAbout(2, KNOWN), caseAbout(3, null));
    await alone.put('submitCases', caseAbout(1, KNOWN));
    expect(await flagsOf(bed)).toEqual([flagged(LATE, 'UNKNOWN')]);
    expect(await flagsOf(alone)).toEqual([flagged(KNOWN, 'UNCHECKED')]);
    await owner.put('submitHazards', hazard(LATE));
    expect(await flagsOf(bed)).toEqual([]);
    expect(
      await bed.rows("SELECT record::jsonb->>'operation' AS did FROM journal ORDER BY entry DESC LIMIT 1"),
    ).toEqual([{ did: 'knowReferences' }]);
  });

  test('a row that an agency may not know of MUST NOT be told by its flag, nor by the list at the other end', async () => {
    const lead = { status: 'LEAD', filedOn: null };
    await bed.put('submitCases', caseAbout(1, UNKNOWN, lead), caseAbout(2, KNOWN, lead));
    const casesOf = async (caller: Caller) => {
      const { data } = await bed.run(
        `{ _entities(representations: [{ __typename: "Hazard", number: "${KNOWN}" }]) { ... on Hazard { cases { edges { node { number } } } } } }`,
        { caller },
      );
      return data._entities[0].cases.edges.length;
    };
    expect([await casesOf(investigator), await casesOf(anyAgency)]).toEqual([1, 0]);
    expect([await flagsOf(bed, investigator), await flagsOf(bed)]).toEqual([
      [flagged(UNKNOWN, 'UNKNOWN')],
      [],
    ]);
  });

  test('a flag MUST be looked at again after ten minutes though nobody reads it', async () => {
    await bed.put('submitCases', caseAbout(1, LATE));
    await owner.put('submitHazards', hazard(LATE));
    const look = () => lookAtAll(bed.subgraph.open(ownCall('enforcement')), enforcement.entities);
    const left = () => bed.rows('SELECT reference FROM unknown_reference');
    bed.now('2026-06-01T04:09:59Z');
    await look();
    expect(await left()).toEqual([{ reference: LATE }]);
    bed.now('2026-06-01T04:10:00Z');
    await look();
    expect(await left()).toEqual([]);
  });

  test('a flag MUST go with the reference, by correction or taking back, and come back with it', async () => {
    const [first] = [
      await bed.run(SUBMIT, { caller: investigator, variables: { records: [caseAbout(1, UNKNOWN)] } }),
    ];
    const corrected = [caseAbout(1, KNOWN, { revision: 2 })];
    const second = await bed.run(SUBMIT, { caller: investigator, variables: { records: corrected } });
    expect(await flagsOf(bed)).toEqual([]);
    const takeBack = ({ data }: typeof second) =>
      bed.run(
        'mutation ($import: ID!) { takeBackEnforcementImport(import: $import, reason: "误报误报") { takenBack } }',
        {
          caller: { ...investigator, scopes: ['write:enforcement'] },
          variables: { import: data.receipt.import },
        },
      );
    expect(await takeBack(second)).toSucceed();
    expect(await flagsOf(bed)).toEqual([flagged(UNKNOWN, 'UNKNOWN')]);
    expect(await takeBack(first)).toSucceed();
    expect(await flagsOf(bed)).toEqual([]);
  });
  const SUBMIT =
    'mutation ($records: [CaseInput!]!) { receipt: submitCases(source: "test", records: $records) { accepted import } }';

  test('a thousand records MUST make two fetches of another subgraph, for what is there and for what it is about, and no more statements than one record', async () => {
    const batch = (from: number) => Array.from({ length: from }, (_, at) => caseAbout(at + 10, `YH-${at}`));
    const counts: number[] = [];
    for (const size of [1, 1_000]) {
      await bed.empty();
      let here: string[] = [];
      const there = await owner.statementsOf(async () => {
        here = await bed.statementsOf(() => bed.put('submitCases', ...batch(size)));
      });
      expect(there).toHaveLength(2);
      counts.push(here.length);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(await bed.rows('SELECT count(*)::int AS flags FROM unknown_reference')).toEqual([
      { flags: 1_000 },
    ]);
  });
});
