import { equipment } from '../../../subgraphs/equipment';
import { hazards } from '../../../subgraphs/hazards';
import { clueOfFailedInspection } from '../../../subgraphs/hazards/clue';
import { overdueHazard } from '../../../subgraphs/hazards/hazard';
import { as, callOf } from '../../support/callers';
import { doing } from '../../support/reacting';
import { testBed } from '../../support/test-bed';
import { codeOf, decider, make, officer, usccOf } from '../equipment/sample';
import { TODAY, cityMarket, elsewhere, emergency, market, record } from './sample';

const devices = testBed(equipment, { officer, today: TODAY, known: {} });
const bed = testBed(hazards, { officer: market, today: TODAY, peers: [devices], known: {} });
const react = doing(bed, clueOfFailedInspection);

const FIELDS =
  'number status reason overturnedOn inspectedOn criterion { code } equipment { code } enterprise { uscc } hazard { number }';
const clues = async (caller = market) =>
  (
    await bed.run(`{ hazardClues { totalCount edges { node { ${FIELDS} } } } }`, { caller })
  ).data.hazardClues?.edges?.map(({ node }: { node: object }) => node) as Record<string, unknown>[];
const numberOf = async () => String((await clues())[0]?.number);

let device = 0;
/** A device whose inspection was failed; returns the key of that inspection. */
async function failed(values: object = {}, report: object = {}): Promise<{ code: string; key: string }> {
  const code = codeOf(++device, (values as { kindCode?: string }).kindCode);
  await devices.put('submitEquipment', make.equipment({ code, status: 'IN_USE', ...values }));
  const inspection = make.inspection(code, '2026-06-10', { conclusion: 'UNQUALIFIED', ...report });
  await devices.put('submitInspections', inspection);
  return { code, key: `${code}/test/${inspection.sourceId}` };
}

describe('a clue of a failed inspection', () => {
  beforeEach(() => Promise.all([bed.empty(), devices.empty()]));

  test('MUST come about once, with the criterion that the device may meet, for the competent department of the division alone', async () => {
    const { key, code } = await failed();
    expect(await react('inspection.failed', 'Inspection', key)).toBe(true);
    expect(await react('inspection.failed', 'Inspection', key)).toBe(false);
    const seen = {
      ...{ status: 'OPEN', reason: null, overturnedOn: null, inspectedOn: '2026-06-10', hazard: null },
      ...{ criterion: { code: 'GB45067-4.6-1' }, equipment: { code }, enterprise: { uscc: usccOf(1) } },
    };
    for (const caller of [market, cityMarket]) expect(await clues(caller)).toMatchObject([seen]);
    const number = await numberOf();
    for (const caller of [emergency, elsewhere]) {
      expect(await clues(caller)).toEqual([]);
      expect(await bed.step('dismissHazardClue', { number, reason: '不属实' }, caller)).toFailWith(
        'NOT_FOUND',
      );
    }
    expect(await bed.run('{ hazardClues { totalCount } }')).toFailWith('SHARING_DENIED');
    expect(await bed.rows('SELECT FROM hazard')).toEqual([]);
    expect(await bed.rows('SELECT FROM hazard_notification')).toEqual([]);
  });

  test.each([
    ['a lift', '3110', 'PERIODIC', 'GB45067-4.6-1'],
    ['a boiler', '1100', 'PERIODIC', 'GB45067-4.2-1'],
    ['a forklift', '5110', 'PERIODIC', 'GB45067-4.10-1'],
    ['a new lift', '3110', 'INSTALLATION', 'GB45067-4.1-3'],
    ['a lift that was out of use', '3110', 'RESUMPTION', null],
  ])('MUST name the criterion of %s', async (_, kindCode, kind, criterion) => {
    const { key } = await failed({ kindCode }, { kind });
    await react('inspection.failed', 'Inspection', key);
    expect(await clues()).toMatchObject([{ criterion: criterion && { code: criterion } }]);
  });

  test('MUST NOT come about where the device has passed since, is out of use, or is not on record', async () => {
    const passed = await failed();
    await devices.put('submitInspections', make.inspection(passed.code, '2026-06-12'));
    const suspended = await failed();
    const step = { code: suspended.code, on: '2026-06-11', reason: '停用' };
    expect(await devices.step('suspendEquipment', step, decider)).toSucceed();
    for (const key of [passed.key, suspended.key, `${codeOf(99)}/test/none`])
      expect(await react('inspection.failed', 'Inspection', key)).toBe(false);
    expect(await clues()).toEqual([]);
  });

  test('MUST be withdrawn, once, when the report is corrected or taken back, and be open again when it stands again', async () => {
    const { key } = await failed();
    expect(await react('inspection.takenBack', 'Inspection', key)).toBe(false);
    await react('inspection.failed', 'Inspection', key);
    expect(await react('inspection.corrected', 'Inspection', key)).toBe(true);
    expect(await react('inspection.takenBack', 'Inspection', key)).toBe(false);
    expect(await clues()).toMatchObject([
      { status: 'WITHDRAWN', reason: '检验报告已更正为合格', overturnedOn: TODAY },
    ]);
    const number = await numberOf();
    expect(await bed.step('dismissHazardClue', { number, reason: '不属实' })).toFailWith('STEP_NOT_ALLOWED');
    expect(await react('inspection.failed', 'Inspection', key)).toBe(true);
    expect(await clues()).toMatchObject([{ status: 'OPEN', reason: null, overturnedOn: null }]);
  });

  test('MUST become a hazard by an officer who has found the device in use, and say so when its ground is gone', async () => {
    const { key, code } = await failed();
    await react('inspection.failed', 'Inspection', key);
    const input = { number: await numberOf(), description: '检验不合格仍在运行', evidence: '现场照片 3 张' };
    expect(await bed.step('verifyHazardClue', input, emergency)).toFailWith('NOT_FOUND');
    expect(await bed.step('verifyHazardClue', { ...input, criterionCode: 'GB35181' })).toFailWith(
      'HAZARD_CRITERION_OF_OTHER',
    );
    expect(await bed.step('verifyHazardClue', input)).toSucceed();
    expect(await bed.step('verifyHazardClue', input)).toFailWith('STEP_NOT_ALLOWED');
    const [clue] = await clues();
    const { number } = clue?.hazard as { number: string };
    const hazard = `{ hazard(number: "${number}") { grade status domain channel foundOn criterion { code } equipment { code } history { step } } }`;
    expect((await bed.run(hazard, { caller: market })).data.hazard).toEqual({
      ...{ grade: 'MAJOR', status: 'VERIFIED', domain: 'SPECIAL_EQUIPMENT', channel: 'INSPECTION' },
      ...{
        foundOn: TODAY,
        criterion: { code: 'GB45067-4.6-1' },
        equipment: { code },
        history: [{ step: 'VERIFY' }],
      },
    });
    const events = await bed.rows<{ event: string }>(`SELECT record::json ->> 'event' AS event FROM journal`);
    expect(events.map(({ event }) => event).sort()).toEqual([
      'hazard.verified',
      'hazardClue.reported',
      'hazardClue.verified',
    ]);
    expect(await react('inspection.takenBack', 'Inspection', key)).toBe(true);
    expect(await clues()).toMatchObject([{ status: 'VERIFIED', overturnedOn: TODAY, hazard: { number } }]);
    expect((await bed.run(hazard, { caller: market })).data.hazard.status).toBe('VERIFIED');
  });

  test('MUST be dismissed with a reason, or end with the order that was issued', async () => {
    const { key } = await failed();
    await react('inspection.failed', 'Inspection', key);
    const number = await numberOf();
    const order = { number, orderNumber: '特监〔2026〕1号' };
    expect(await bed.step('orderOnHazardClue', order)).toFailWith('REFERENCE_UNKNOWN');
    await devices.put('submitEquipmentOrders', make.order({ number: '特监〔2026〕1号' }));
    expect(await bed.step('orderOnHazardClue', order)).toSucceed();
    expect(await clues()).toMatchObject([{ status: 'ORDERED' }]);
    const other = await failed();
    await react('inspection.failed', 'Inspection', other.key);
    const [open] = (await clues()).filter(({ status }) => status === 'OPEN');
    const input = { number: open?.number, reason: '现场已停用' };
    expect(await bed.step('dismissHazardClue', input, as.officer('MARKET_SUPERVISION', '430682'))).toFailWith(
      'SCOPE_MISSING',
    );
    expect(await bed.step('dismissHazardClue', input)).toSucceed();
    expect((await clues()).map(({ status }) => status).sort()).toEqual(['DISMISSED', 'ORDERED']);
  });
});

describe('a deadline that has passed', () => {
  const told = async () =>
    (
      await bed.rows<{ keys: string }>(
        `SELECT (SELECT string_agg(each ->> 'key', ' ') FROM json_array_elements(record::json -> 'subjects') AS each) AS keys
         FROM journal WHERE record::json ->> 'event' = 'hazard.overdue' ORDER BY at, entry`,
      )
    ).map(({ keys }) => keys);
  const look = () => overdueHazard.look(bed.subgraph.open(callOf(as.public)));

  test('MUST be told of once, from the day on which it was first looked for, of what is open', async () => {
    await bed.empty();
    const due = (dueOn: string, status = 'RECTIFYING') => ({
      ...{ dueOn, originalDueOn: dueOn, status },
      ...(status === 'CLOSED' && { closedOn: '2026-06-12' }),
    });
    await bed.put(
      'submitHazards',
      ...[record(1, due('2026-06-10')), record(2, due('2026-06-15')), record(3, due('2026-06-16'))],
      ...[record(4, due('2026-06-15', 'CLOSED')), record(5, due('2026-06-20'))],
    );
    await look();
    expect(await told()).toEqual([]);
    bed.on('2026-06-17');
    await Promise.all([look(), look(), look()]);
    expect(await told()).toEqual(['H-2 H-3']);
    bed.on('2026-06-20');
    await look();
    bed.on('2026-06-21');
    await look();
    expect(await told()).toEqual(['H-2 H-3', 'H-5']);
  });
});
