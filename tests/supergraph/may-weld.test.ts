import { composeUscc, idNumberCheck } from '../../subgraphs/kernel';
import { hazards } from '../../subgraphs/hazards';
import { registry } from '../../subgraphs/registry';
import { training } from '../../subgraphs/training';
import { as } from '../support/callers';
import { testBed } from '../support/test-bed';
import { TODAY, type Meaning } from './operation-table';

const officer = as.officer('MARKET_SUPERVISION', '000000', 'write:registry', 'write:training');
const at = { today: TODAY, officer };
const registryBed = testBed(registry, at);
const hazardBed = testBed(hazards, at);
const bed = testBed(training, { ...at, peers: [registryBed, hazardBed] });

const of = { regionCode: '430682' };
const usccOf = (number: number) => composeUscc('91430682', `MB${number}`);
const WELDER = `11010519000101090${idNumberCheck('11010519000101090')}`;

describe('whether welding may begin', () => {
  const SCAN =
    'query ($chip: String!) { scanToWork(machineChip: $chip, welderCode: "CODE-1") { allowed reason grounds warnings } }';
  const scan = async (chip: string) => {
    const answer = await bed.run(SCAN, { caller: officer, variables: { chip } });
    expect(answer).toSucceed();
    return answer.data.scanToWork;
  };
  const WELDING = {
    ...of,
    domain: 'WELDING',
    channel: 'INSPECTION',
    description: '样本',
    grade: 'MAJOR',
    foundOn: TODAY,
  };
  /** Chips of machines, each with an owner of its own. */
  const MACHINES: [string, { status: string | null; hazard?: object; halted?: boolean }, Meaning][] = [
    ['OPERATING', { status: 'OPERATING' }, {}],
    ['SUSPENDED', { status: 'SUSPENDED' }, { warns: ['UNIT_SUSPENDED'] }],
    ['REVOKED', { status: 'REVOKED' }, { no: ['OWNER_CLOSED'] }],
    ['CANCELLED', { status: 'CANCELLED' }, { no: ['OWNER_CLOSED'] }],
    ['UNKNOWN', { status: null }, { no: ['OWNER_UNKNOWN'] }],
    [
      'HALTED',
      { status: 'OPERATING', hazard: { status: 'VERIFIED' }, halted: true },
      { no: ['WORK_HALTED'], warns: ['UNIT_HAZARD'] },
    ],
    ['HAZARD', { status: 'OPERATING', hazard: { status: 'VERIFIED' } }, { warns: ['UNIT_HAZARD'] }],
    ['REPORTED', { status: 'OPERATING', hazard: { status: 'REPORTED' } }, {}],
    [
      'ELSEWHERE',
      { status: 'OPERATING', hazard: { status: 'VERIFIED', domain: 'FIRE', grade: 'GENERAL' }, halted: true },
      { warns: ['UNIT_HAZARD', 'UNIT_HALTED'] },
    ],
  ];

  beforeAll(async () => {
    for (const [number, [chip, { status, hazard, halted }]] of MACHINES.entries()) {
      const [uscc, sourceId] = [usccOf(700_000 + number), `w${number}`];
      if (status !== null)
        await registryBed.put('submitEnterprises', { ...of, sourceId, uscc, name: chip, status });
      const machine = { ...of, sourceId, chip: `CHIP-${chip}`, ownerUscc: uscc, registeredOn: '2024-06-15' };
      await bed.put('submitWeldingMachines', machine);
      if (!hazard) continue;
      const owned = { ...WELDING, ...hazard, sourceId, number: `YH-${chip}`, uscc };
      // the safety committee keeps the database of all fields
      const committee = as.officer('SAFETY_COMMITTEE', '000000', 'write:hazards');
      await hazardBed.putAs(committee, 'submitHazards', owned);
      if (halted)
        await hazardBed.rows('UPDATE hazard SET halted_on = $1 WHERE number = $2', [TODAY, owned.number]);
    }
    const alone = { ...of, sourceId: 'w99', chip: 'CHIP-ALONE', registeredOn: '2024-06-15' };
    await bed.put('submitWeldingMachines', alone);
    await bed.put('submitWelderCodes', { ...of, sourceId: '1', code: 'CODE-1', idNumber: WELDER });
    await bed.putAs(as.officer('EMERGENCY_MANAGEMENT', '000000', 'write:training'), 'submitQualifications', {
      ...{ ...of, sourceId: 'w1', scheme: 'SPECIAL_OPERATION', item: '2.1', number: 'W1' },
      ...{ holderName: '合成焊工', idNumber: WELDER, issuedOn: '2024-06-20' },
    });
  });

  test.each(MACHINES)(
    'with the machine of an owner that is %s MUST be told by its owner’s state and hazards',
    async (chip, _, { no = [], warns = [] }) => {
      expect(await scan(`CHIP-${chip}`)).toEqual({
        allowed: no.length === 0,
        reason: no[0] ?? 'ALLOWED',
        grounds: no,
        warnings: warns,
      });
    },
  );

  test('with a machine that states no owner, nobody MUST be asked about one', async () => {
    expect(await scan('CHIP-ALONE')).toEqual({ allowed: true, reason: 'ALLOWED', grounds: [], warnings: [] });
  });
});
