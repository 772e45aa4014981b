import { composeUscc, idNumberCheck, personIdOf } from '../../subgraphs/kernel';
import { equipment } from '../../subgraphs/equipment';
import { hazards } from '../../subgraphs/hazards';
import { registry } from '../../subgraphs/registry';
import { training } from '../../subgraphs/training';
import { as } from '../support/callers';
import { TEST_SETTINGS } from '../support/settings';
import { testBed } from '../support/test-bed';
import { DEVICES, HAZARDS, PAPERS, PASSED, TODAY, USERS } from './operation-table';

const officer = as.officer(
  'MARKET_SUPERVISION',
  '000000',
  ...['registry', 'equipment', 'hazards', 'training'].flatMap((part) => [`write:${part}`, `decide:${part}`]),
);
const at = { today: TODAY, officer };
const registryBed = testBed(registry, at);
const equipmentBed = testBed(equipment, at);
const hazardBed = testBed(hazards, at);
const bed = testBed(training, { ...at, peers: [registryBed, equipmentBed, hazardBed] });

const of = { regionCode: '430682' };
const usccOf = (number: number) => composeUscc('91430682', `MB${String(number).padStart(6, '0')}`);
const codeOf = (number: number) => `5110431022024${String(number).padStart(5, '0')}`;
const idNumberOf = (number: number) => {
  const first17 = `11010519000101${String(number).padStart(3, '0')}`;
  return first17 + idNumberCheck(first17);
};
const personOf = (number: number) => personIdOf(idNumberOf(number), TEST_SETTINGS.dataKey);

/** Every device × hazard × user, each with a unit of its own. */
const cases = Object.keys(DEVICES).flatMap((device) =>
  Object.keys(HAZARDS).flatMap((hazard) => Object.keys(USERS).map((user) => ({ device, hazard, user }))),
);
const units = cases.map((each, number) => ({ ...each, number, uscc: usccOf(number), code: codeOf(number) }));

async function fill(): Promise<void> {
  const registered = units.flatMap(({ user, uscc, number }) => {
    const status = USERS[user]?.status ?? null;
    return status === null ? [] : [{ ...of, sourceId: `${number}`, uscc, name: `合成单位${number}`, status }];
  });
  await registryBed.put('submitEnterprises', ...registered);
  const devices = units.map(({ device, uscc, code, number }) => ({
    ...{ ...of, sourceId: `${number}`, code, kindCode: '5110', userUscc: uscc },
    status: DEVICES[device]?.status ?? 'IN_USE',
  }));
  await equipmentBed.put('submitEquipment', ...devices);
  const inspections = units.flatMap(({ device, code, number }) =>
    (DEVICES[device]?.inspections ?? PASSED).map((stated, nth) => ({
      ...{ sourceId: `${number}-${nth}`, equipmentCode: code, conclusion: 'QUALIFIED' },
      ...stated,
    })),
  );
  await equipmentBed.put('submitInspections', ...inspections);
  await fillHazards();
  await fillPapers();
}

async function fillHazards(): Promise<void> {
  const records = units.flatMap(({ hazard, uscc, code, number }) => {
    const { no: _, warns: __, halted: ___, on, ...stated } = HAZARDS[hazard] ?? {};
    if (on === undefined) return [];
    const equipmentCode = { device: code, another: codeOf(50_000 + number), unit: null }[on];
    const record = { ...of, ...stated, sourceId: `${number}`, number: `YH-${number}`, uscc, equipmentCode };
    const course = {
      foundOn: '2026-06-01',
      dueOn: '2026-07-30',
      closedOn: stated.status === 'CLOSED' ? TODAY : null,
    };
    return [
      { ...record, ...course, domain: 'SPECIAL_EQUIPMENT', channel: 'INSPECTION', description: '样本' },
    ];
  });
  await hazardBed.put('submitHazards', ...records);
  const halted = units.flatMap(({ hazard, number }) => (HAZARDS[hazard]?.halted ? [`YH-${number}`] : []));
  await hazardBed.rows('UPDATE hazard SET halted_on = $1 WHERE number = ANY($2)', [TODAY, halted]);
}

async function fillPapers(): Promise<void> {
  const papers = Object.values(PAPERS).flatMap(({ stated, everywhere = false }, person) => {
    if (stated === null) return [];
    const employers = everywhere ? units.map(({ uscc }) => uscc) : [usccOf(999_999)];
    return employers.map((employerUscc, nth) => ({
      ...{ ...of, scheme: 'SPECIAL_EQUIPMENT_OPERATOR', item: 'N1', holderName: '合成人员', employerUscc },
      ...{ sourceId: `${person}-${nth}`, number: `P${person}-${nth}`, idNumber: idNumberOf(person) },
      ...stated,
    }));
  });
  await bed.put('submitQualifications', ...papers);
}

const MAY = `query ($of: [_Any!]!, $person: ID!) { _entities(representations: $of) { ... on Equipment {
  code operatorAuthorised(personId: $person) { allowed reason grounds warnings } } } }`;
const ask = (codes: readonly string[], person: number, caller = officer) =>
  bed.run(MAY, {
    caller,
    variables: { of: codes.map((code) => ({ __typename: 'Equipment', code })), person: personOf(person) },
  });

interface Answer {
  allowed: boolean;
  reason: string;
  grounds: string[];
  warnings: string[];
}

describe('whether somebody may operate a device today', () => {
  beforeAll(fill, 240_000);

  test.each(Object.keys(PAPERS))(
    `with a paper that is %s MUST be told for each of ${cases.length} states of device, hazards and user`,
    async (paper) => {
      const person = Object.keys(PAPERS).indexOf(paper);
      const answer = await ask(
        units.map(({ code }) => code),
        person,
      );
      expect(answer).toSucceed();
      const told = (answer.data._entities as { operatorAuthorised: Answer }[]).map(
        ({ operatorAuthorised: { allowed, reason, grounds, warnings } }, nth) => ({
          ...units[nth],
          said: { allowed, reason, grounds: [...grounds].sort(), warnings: [...warnings].sort() },
        }),
      );
      const wrong = told.filter(({ device = '', hazard = '', user = '', said }) => {
        const meanings = [DEVICES[device], HAZARDS[hazard], USERS[user], PAPERS[paper]];
        const grounds = meanings.flatMap((each) => each?.no ?? []).sort();
        const warnings = meanings.flatMap((each) => each?.warns ?? []).sort();
        const allowed = grounds.length === 0;
        const isReason = allowed ? said.reason === 'AUTHORISED' : grounds.includes(said.reason);
        return (
          JSON.stringify([said.allowed, said.grounds, said.warnings]) !==
            JSON.stringify([allowed, grounds, warnings]) || !isReason
        );
      });
      expect(wrong.slice(0, 3)).toEqual([]);
      // both answers are given for a paper that fits, only one for any other
      expect(new Set(told.map(({ said }) => said.allowed)).size).toBe(paper === 'fits' ? 2 : 1);
    },
  );

  test('any number of devices MUST cost one question to each owner and one more about the users', async () => {
    const asked = units.slice(0, 60).map(({ code }) => code);
    const of = { registry: registryBed, equipment: equipmentBed, hazards: hazardBed };
    const statements = Object.fromEntries(Object.keys(of).map((name) => [name, 0]));
    for (const [name, { subgraph }] of Object.entries(of))
      subgraph.db.observe = () => (statements[name] = (statements[name] ?? 0) + 1);
    const own = await bed.statementsOf(() => ask(asked, 0));
    for (const { subgraph } of Object.values(of)) subgraph.db.observe = undefined;
    expect(own).toHaveLength(1);
    // devices and their open orders; hazards of the devices and of the units
    expect(statements).toEqual({ registry: 1, equipment: 2, hazards: 2 });
  });

  test('a device without a user, of too wide a kind, or that equipment does not know MUST NOT be for anyone', async () => {
    const without = { ...of, sourceId: 'x1', code: codeOf(80_001), kindCode: '5110', status: 'IN_USE' };
    const pipe = { ...without, sourceId: 'x2', code: `8310${codeOf(80_002).slice(4)}`, kindCode: '8310' };
    const wide = {
      ...without,
      sourceId: 'x3',
      code: `5000${codeOf(80_003).slice(4)}`,
      kindCode: '5000',
      userUscc: usccOf(0),
    };
    const used = { ...pipe, sourceId: 'x4', code: `8310${codeOf(80_004).slice(4)}`, userUscc: usccOf(0) };
    await equipmentBed.put('submitEquipment', without, pipe, wide, used);
    await equipmentBed.put(
      'submitInspections',
      ...[without, pipe, wide, used].map(({ code, sourceId }) => ({
        ...{ sourceId, equipmentCode: code, inspectedOn: '2026-01-10', conclusion: 'QUALIFIED' },
      })),
    );
    const { data } = await ask(
      [without, pipe, wide, used].map(({ code }) => code),
      0,
    );
    const grounds = (data._entities as { operatorAuthorised: Answer }[]).map(
      ({ operatorAuthorised }) => operatorAuthorised.grounds,
    );
    expect(grounds).toEqual([
      ['NOT_EMPLOYED_BY_USER', 'USER_UNKNOWN'],
      ['USER_UNKNOWN'],
      ['INSPECTION_DUE_UNKNOWN', 'KIND_UNCLEAR'],
      [],
    ]);
    const unknown = await ask([codeOf(80_009)], 0);
    expect(unknown.data._entities[0].operatorAuthorised).toBeNull();
    expect(unknown).toFailWith('NOT_FOUND');
  });

  test('the public MUST NOT be told, and what no day is known of MUST be no yes', async () => {
    expect(await ask([codeOf(0)], 0, as.public)).toFailWith('SHARING_DENIED');
    const pipe = {
      ...of,
      sourceId: 'y1',
      code: `8210${codeOf(80_005).slice(4)}`,
      kindCode: '8210',
      userUscc: usccOf(0),
    };
    await equipmentBed.put('submitEquipment', pipe);
    const report = {
      sourceId: 'y1',
      equipmentCode: pipe.code,
      inspectedOn: '2026-01-10',
      conclusion: 'QUALIFIED',
    };
    await equipmentBed.put('submitInspections', report);
    const { data } = await ask([pipe.code], 0);
    expect(data._entities[0].operatorAuthorised).toMatchObject({
      allowed: false,
      grounds: ['INSPECTION_DUE_UNKNOWN'],
    });
  });
});

/** One that cannot reach somebody is told nothing by them: who is not among its peers is silent. */
describe('an owner that is silent', () => {
  const owners = { registry: registryBed, hazards: hazardBed, equipment: equipmentBed };

  describe.each(['registry', 'hazards', 'equipment'] as const)('%s', (name) => {
    const peers = Object.entries(owners).flatMap(([each, other]) => (each === name ? [] : [other]));
    const lonely = testBed(training, { ...at, peers });

    test('it MUST leave no answer, with an error that names it, and never a yes', async () => {
      const answer = await lonely.run(MAY, {
        caller: officer,
        variables: { of: [{ __typename: 'Equipment', code: codeOf(0) }], person: personOf(0) },
      });
      expect(answer.data._entities[0]).toEqual({ code: codeOf(0), operatorAuthorised: null });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: name });
    });

    if (name !== 'equipment') {
      test('it MUST leave a scan without an answer', async () => {
        const machine = {
          ...of,
          sourceId: 'w1',
          chip: 'CHIP-1',
          ownerUscc: usccOf(0),
          registeredOn: '2024-06-15',
        };
        await lonely.put('submitWeldingMachines', machine);
        const scanned = await lonely.run(
          '{ scanToWork(machineChip: "CHIP-1", welderCode: "CODE-1") { allowed } }',
          {
            caller: officer,
          },
        );
        expect(scanned.data.scanToWork).toBeNull();
        expect(scanned.errors?.[0]?.extensions).toMatchObject({
          code: 'SUBGRAPH_UNAVAILABLE',
          subgraph: name,
        });
      });
    }
  });
});
