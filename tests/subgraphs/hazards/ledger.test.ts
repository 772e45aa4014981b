import { as } from '../../support/callers';
import type { RunOptions } from '../../support/test-bed';
import {
  PLAN,
  SUPERVISORS,
  USCC,
  broughtTo,
  cityMarket,
  emergency,
  fire,
  hazardBed,
  market,
  record,
  report,
  take,
} from './sample';

const ROW = `status dueOn foundOn closedOn overdue measure escalation problem { type key } unit { uscc } department { code }
  supervisedBy { code } progress { step }`;
const COUNT = 'regionCode left added closed overdue supervisedAbove change department { code }';
const LEDGER = (
  fields = ROW,
) => `query ($of: [_Any!]!, $region: RegionCode!) { _entities(representations: $of) { ... on Matter {
  ledger(region: $region) { totalCount edges { node { ${fields} } } }
  ledgerSummary(region: $region) { asOf reported total { ${COUNT} } byDivision { ${COUNT} } byDepartment { ${COUNT} } } } } }`;
const NO_SCOPE = { equipmentKinds: [], hazardDomains: [], roles: [] };
const LIFTS = { __typename: 'Matter', code: 'ELEVATOR', scope: NO_SCOPE };
const bed = hazardBed();

async function read(region: string, options: RunOptions & { fields?: string; of?: object } = {}) {
  const { fields, of = LIFTS, ...run } = options;
  const answer = await bed.run(LEDGER(fields), { caller: fire, variables: { of: [of], region }, ...run });
  return { ...answer, matter: answer.data?._entities[0] };
}

describe('the ledger of a matter', () => {
  beforeEach(() => bed.empty());

  test('MUST tell a problem in one row: unit, department, measure, deadline, progress, who supervises from above', async () => {
    const number = await broughtTo(bed, 'VERIFIED');
    const input = { number, leadDepartmentCode: '430682-MARKET_SUPERVISION', supervisorCodes: SUPERVISORS };
    expect(await take(bed, 'assignHazard', { ...input, leader: '张三' }, cityMarket)).toSucceed();
    expect(
      await take(bed, 'notifyHazard', {
        number,
        dueOn: '2026-07-15',
        principalName: '甲',
        principalPhone: '13900000001',
        controllerName: '乙',
        controllerPhone: '13900000002',
      }),
    ).toSucceed();
    expect(await take(bed, 'planRectification', { number, ...PLAN })).toSucceed();
    const { matter } = await read('430000');
    expect(matter.ledger.totalCount).toBe(1);
    for (const [asked, count] of Object.entries({
      'department: "430682-MARKET_SUPERVISION", open: true': 1,
      'department: "430682-MARKET_SUPERVISION", open: false': 0,
      'department: "430682-HOUSING", open: true': 0,
    })) {
      const led = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Matter { ledger(region: "430682", ${asked}) { totalCount } } } }`;
      const answer = await bed.run(led, { caller: fire, variables: { of: [LIFTS] } });
      expect(answer.data._entities).toEqual([{ ledger: { totalCount: count } }]);
    }
    expect(matter.ledger.edges[0].node).toEqual({
      status: 'RECTIFYING',
      dueOn: '2026-07-15',
      foundOn: '2026-06-15',
      closedOn: null,
      overdue: false,
      measure: PLAN.measures,
      escalation: 'NONE',
      problem: { type: 'Hazard', key: number },
      unit: { uscc: USCC },
      department: { code: '430682-MARKET_SUPERVISION' },
      supervisedBy: { code: '430600-SAFETY_COMMITTEE' },
      progress: { step: 'PLAN' },
    });
    const seeing = { fields: 'leader', purpose: '督查' };
    const insider = await read('430682', {
      ...seeing,
      caller: as.officer('HOUSING', '430682', 'share:conditional'),
    });
    expect(insider.matter.ledger.edges[0].node).toEqual({ leader: '张三' });
    const outsider = await read('430682', {
      ...seeing,
      caller: as.officer('HOUSING', '411003', 'share:conditional'),
    });
    expect(outsider.matter.ledger.edges[0].node).toEqual({ leader: null });
    expect(await read('430682', { caller: as.public })).toFailWith('SHARING_DENIED');
    const [stored] = await bed.rows<{ leader: string }>('SELECT leader FROM hazard');
    expect(stored?.leader).not.toContain('张三');
  });

  test('MUST count what is left, new, closed and overdue, by division down to the town and by who holds it', async () => {
    const tagged = { matterCodes: ['ELEVATOR'] };
    await bed.putAs(
      cityMarket,
      'submitHazards',
      record(1, {
        ...tagged,
        dueOn: '2026-03-10',
      }),
      record(2, { ...tagged, regionCode: '430682101', foundOn: '2026-06-12', originalDueOn: '2026-07-10' }),
      record(3, { ...tagged, status: 'CLOSED', closedOn: '2026-06-10' }),
      record(4, { ...tagged, regionCode: '430602', leadDepartmentCode: null, originalDueOn: '2026-09-10' }),
      record(5, { matterCodes: ['URBAN_GAS'] }),
    );
    await bed.rows(
      `UPDATE hazard SET lead_department_code = '430682-MARKET_SUPERVISION' WHERE region_code LIKE '430682%'`,
    );
    await bed.rows(
      `UPDATE hazard SET supervisor_codes = '{430600-SAFETY_COMMITTEE,430682-FIRE_RESCUE}' WHERE number = 'H-1'`,
    );
    const { matter } = await read('430682');
    const { total, byDivision, byDepartment, asOf, reported } = matter.ledgerSummary;
    expect({ asOf, reported }).toEqual({ asOf: '2026-06-15', reported: true });
    expect(total).toEqual({
      ...{ regionCode: '430682', left: 2, added: 1, closed: 1, overdue: 1, supervisedAbove: 1, change: 0 },
      department: null,
    });
    expect(byDivision.map(({ regionCode, left }: typeof total) => [regionCode, left])).toEqual([
      ['430682', 1],
      ['430682101', 1],
    ]);
    expect(byDepartment).toEqual([{ ...total, department: { code: '430682-MARKET_SUPERVISION' } }]);
    const city = (await read('430600')).matter.ledgerSummary;
    expect(city.total).toMatchObject({ left: 3, supervisedAbove: 0 });
    expect(city.byDivision.map(({ regionCode }: typeof total) => regionCode)).toEqual(['430602', '430682']);
    expect(
      city.byDepartment.map(({ department, left }: typeof total) => [department?.code ?? null, left]),
    ).toEqual([
      ['430682-MARKET_SUPERVISION', 2],
      [null, 1],
    ]);
  });

  test('where nothing was ever recorded it MUST say so: no count means that all is well', async () => {
    const { matter } = await read('411003');
    expect(matter.ledgerSummary).toMatchObject({ reported: false, total: { left: 0 } });
  });
});

describe('who leads a matter', () => {
  test('MUST have no power by it: no step of another department, and nothing that is guarded', async () => {
    await bed.empty();
    // 应急管理 leads 醇基燃料; a fire hazard that is tagged with it is still for fire and rescue to decide on
    const number = await report(bed, { domain: 'FIRE', matterCodes: ['ALCOHOL_FUEL'] }, market);
    const criterion = { number, grade: 'GENERAL' };
    expect(await take(bed, 'verifyHazard', criterion, emergency)).toFailWith('NOT_FOUND');
    expect(await take(bed, 'verifyHazard', criterion, fire)).toSucceed();
    expect(await take(bed, 'haltProduction', { number, reason: '无权' }, emergency)).toFailWith(
      'HAZARD_NOT_COMPETENT',
    );
    const of = { __typename: 'Matter', code: 'ALCOHOL_FUEL', scope: NO_SCOPE };
    const lead = await read('430682', { of, fields: 'leader', caller: emergency, purpose: '牵头' });
    expect(lead).toFailWith('SHARING_DENIED');
  });
});

test('an explicit tag of a matter MUST say who has set it and when, which stays as long as the tag is the same', async () => {
  await bed.empty();
  const tagOf = async (number: string) => {
    const asked = `{ hazard(number: "${number}") { matterCodes matterCodesBy matterCodesAt } }`;
    return Object.values((await bed.run(asked, { caller: market })).data.hazard);
  };
  const send = (revision: number, ...matterCodes: string[]) =>
    bed.put('submitHazards', record(1, { revision, matterCodes }));
  const [first, second] = ['2026-06-15T03:00:00.000Z', '2026-06-16T03:00:00.000Z'];
  bed.now(first);
  await send(1, 'ELEVATOR');
  const reported = await report(bed, { matterCodes: ['FIREWORKS'] }, emergency);
  expect(await tagOf('H-1')).toEqual([['ELEVATOR'], 'test', first]);
  expect(await tagOf(reported)).toEqual([['FIREWORKS'], '430682-EMERGENCY_MANAGEMENT', first]);
  bed.now(second);
  await send(2, 'ELEVATOR');
  expect(await tagOf('H-1')).toEqual([['ELEVATOR'], 'test', first]);
  await send(3, 'ELEVATOR', 'FIREWORKS');
  expect(await tagOf('H-1')).toEqual([['ELEVATOR', 'FIREWORKS'], 'test', second]);
  await send(4);
  expect(await tagOf('H-1')).toEqual([[], null, null]);
});
