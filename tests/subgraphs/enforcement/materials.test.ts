import { enforcement } from '../../../subgraphs/enforcement';
import { materialOfFailedSample, materialOfOverdueHazard } from '../../../subgraphs/enforcement/material';
import { as } from '../../support/callers';
import { doing } from '../../support/reacting';
import { testBed } from '../../support/test-bed';

const TODAY = '2026-06-15';
const BOTH = ['write:enforcement', 'decide:enforcement'];
const market = as.officer('MARKET_SUPERVISION', '430682', ...BOTH);
const city = as.officer('MARKET_SUPERVISION', '430600', ...BOTH);
const fire = as.officer('FIRE_RESCUE', '430682', ...BOTH);
const elsewhere = as.officer('MARKET_SUPERVISION', '411003', ...BOTH);
const USCC = '91430682MA4L16JQ90';

/** What quality and hazards say, at the moment. */
const says: Record<string, object> = {};
const sample = (changes: object = {}) => ({
  ...{ result: 'UNQUALIFIED', objectedOn: null, objectionDue: '2026-06-10', resultReceivedOn: '2026-05-26' },
  ...{ correctionOrderedOn: null, synthetic: false, seller: { uscc: USCC }, producer: null },
  region: { code: '430682' },
  ...changes,
});
const hazard = (changes: object = {}) => ({
  ...{ overdue: true, dueOn: '2026-06-14', competentKind: 'FIRE_RESCUE', synthetic: false },
  ...{ enterprise: { uscc: USCC }, region: { code: '430682' }, ...changes },
});

const bed = testBed(enforcement, { today: TODAY, officer: market, says });
const onSample = doing(bed, materialOfFailedSample);
const onHazard = doing(bed, materialOfOverdueHazard);
const failed = (event = 'spotCheck.failed') => onSample(event, 'SpotCheck', 'test/s1');
const late = (event = 'hazard.overdue') => onHazard(event, 'Hazard', 'H-1');

const FIELDS =
  'number status ground occurredOn reason receiveBy receiveByRule { version } receivedOn returnedOn passedOn firstSentAt overturnedOn passedBy { code } party { uscc } hazard { number } spotCheck { id } case { number }';
const materials = async (caller = market) =>
  (
    await bed.run(`{ caseMaterials { edges { node { ${FIELDS} } } } }`, { caller })
  ).data.caseMaterials.edges.map(({ node }: { node: object }) => node) as Record<string, unknown>[];
const numberOf = async (caller = market) => String((await materials(caller))[0]?.number);

describe('case material', () => {
  beforeEach(async () => {
    await bed.empty();
    Object.assign(says, { SpotCheck: sample(), Hazard: hazard(), Enterprise: { status: 'OPERATING' } });
  });

  test('of a final unqualified sample MUST come about once, for market supervision of the place alone, with the day for taking it in', async () => {
    expect(await failed()).toBe(true);
    expect(await failed('spotCheck.published')).toBe(false);
    const seen = {
      ...{ status: 'SENT', ground: 'SAMPLE_UNQUALIFIED', occurredOn: '2026-05-26', receivedOn: null },
      ...{
        receiveBy: '2026-06-16',
        receiveByRule: { version: expect.stringMatching(/material-receipt/) },
      },
      ...{ party: { uscc: USCC }, spotCheck: { id: 'test/s1' }, hazard: null, overturnedOn: null },
    };
    for (const caller of [market, city]) expect(await materials(caller)).toMatchObject([seen]);
    for (const caller of [fire, elsewhere]) expect(await materials(caller)).toEqual([]);
    expect(await bed.run('{ caseMaterials { totalCount } }')).toFailWith('SHARING_DENIED');
    expect(await bed.rows('SELECT FROM enforcement_case')).toEqual([]);
  });

  test.each([
    ['may still be objected to', { objectionDue: '2026-06-20' }],
    ['is disputed', { result: 'DISPUTED', objectedOn: '2026-06-01' }],
    ['has passed the second test', { result: 'QUALIFIED', objectedOn: '2026-06-01' }],
  ])('MUST NOT come about of a sample that %s', async (_, changes) => {
    says.SpotCheck = sample(changes);
    expect(await failed()).toBe(false);
    expect(await materials()).toEqual([]);
  });

  test.each([
    [
      'the second test has said so',
      'spotCheck.retestDecided',
      { objectedOn: '2026-06-01', objectionDue: '2026-06-20' },
    ],
    [
      'correction was ordered',
      'spotCheck.correctionOrdered',
      { correctionOrderedOn: '2026-06-12', objectionDue: '2026-06-20' },
    ],
  ])('MUST come about once %s', async (_, event, changes) => {
    says.SpotCheck = sample(changes);
    expect(await failed(event)).toBe(true);
  });

  test('of a hazard that was not rectified in time MUST go to the competent office, once for each deadline', async () => {
    expect(await late()).toBe(true);
    expect(await late()).toBe(false);
    expect(await materials(fire)).toMatchObject([
      { ground: 'HAZARD_OVERDUE', occurredOn: '2026-06-14', hazard: { number: 'H-1' }, spotCheck: null },
    ]);
    expect(await materials(market)).toEqual([]);
    says.Hazard = hazard({ dueOn: '2026-09-01' });
    expect(await late()).toBe(true);
    says.Hazard = hazard({ overdue: false, dueOn: '2026-12-01' });
    expect(await late()).toBe(false);
    expect(await materials(fire)).toHaveLength(2);
  });

  test('MUST be withdrawn, once, when its ground is gone, and not before or while it stands; it comes back with its ground', async () => {
    says.SpotCheck = sample({ result: 'QUALIFIED' });
    expect(await failed('spotCheck.corrected')).toBe(false);
    says.SpotCheck = sample();
    await failed();
    expect(await failed('spotCheck.corrected')).toBe(false);
    says.SpotCheck = sample({ result: 'QUALIFIED' });
    expect(await failed('spotCheck.corrected')).toBe(true);
    expect(await failed('spotCheck.takenBack')).toBe(false);
    expect(await materials()).toMatchObject([
      { status: 'WITHDRAWN', overturnedOn: TODAY, reason: '抽查记录已更正或者撤回' },
    ]);
    const number = await numberOf();
    expect(await bed.step('dropCaseMaterial', { number, reason: '无' })).toFailWith('STEP_NOT_ALLOWED');
    says.SpotCheck = sample();
    expect(await failed()).toBe(true);
    expect(await materials()).toMatchObject([{ status: 'SENT', overturnedOn: null, reason: null }]);
  });

  test('that was passed on MUST carry its dates, and be for the other office from then on', async () => {
    await failed();
    const number = await numberOf();
    const [{ firstSentAt } = {}] = await materials();
    expect(await bed.step('returnCaseMaterial', { number, reason: '非本部门管辖' })).toSucceed();
    bed.on('2026-06-17');
    const onward = { number, reason: '由消防救援机构管辖', to: '430682-FIRE_RESCUE' };
    expect(await bed.step('passOnCaseMaterial', { ...onward, to: 'x' })).toFailWith('FIELD_INVALID');
    expect(await bed.step('passOnCaseMaterial', onward)).toSucceed();
    expect(await materials(market)).toEqual([]);
    expect(await materials(fire)).toMatchObject([
      {
        ...{
          status: 'SENT',
          returnedOn: TODAY,
          passedOn: '2026-06-17',
          receiveBy: '2026-06-18',
          firstSentAt,
        },
        passedBy: { code: '430682-MARKET_SUPERVISION' },
      },
    ]);
  });

  test('MUST be taken in before anything is decided on it, and end with a case that is there, or with a reason', async () => {
    await failed();
    const number = await numberOf();
    const drop = { number, reason: '违法行为轻微并及时改正' };
    expect(await bed.step('dropCaseMaterial', drop)).toFailWith('STEP_NOT_ALLOWED');
    const receive = (caller = market) => bed.step('receiveCaseMaterial', { number }, caller, 'receivedOn');
    expect(await receive(fire)).toFailWith('NOT_FOUND');
    expect((await receive()).data.step).toEqual({ receivedOn: TODAY });
    const taken = { number, caseNumber: '湘市监立〔2026〕9号' };
    expect(await bed.step('takeUpCaseMaterial', taken)).toFailWith('REFERENCE_UNKNOWN');
    expect(await bed.step('dropCaseMaterial', drop)).toSucceed();
    says.SpotCheck = sample({ result: 'QUALIFIED' });
    expect(await failed('spotCheck.corrected')).toBe(true);
    expect(await materials()).toMatchObject([
      { status: 'DROPPED', overturnedOn: TODAY, reason: drop.reason },
    ]);
  });
});
