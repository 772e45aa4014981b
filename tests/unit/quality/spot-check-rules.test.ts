import { PUBLIC_CALLER, type Acting } from '../../../subgraphs/kernel';
import type { SpotCheck } from '../../../subgraphs/quality/sampling/spot-check';
import * as rules from '../../../subgraphs/quality/sampling/spot-check.rules';
import { spotCheckSteps } from '../../../subgraphs/quality/sampling/spot-check.steps';
import type { TestConclusion } from '../../../subgraphs/quality/sampling/sampling.terms';
import { refusalOf } from '../../support/refusal';

const MAKER = '91430682MA4L00011X';
const base = {
  ...{
    id: 'c',
    productCode: 'SAFETY_HELMET',
    batch: 'B1',
    level: 'COUNTY',
    sellerUscc: 'S',
    producerUscc: MAKER,
    regionCode: '411003',
  },
  ...{
    sampledOn: '2026-01-05',
    result: 'UNQUALIFIED',
    stage: 'UNQUALIFIED',
    resultReceivedOn: '2026-01-10',
    objectedOn: null,
  },
  ...{
    resultBy: 'reporter',
    saleStoppedOn: null,
    correctionOrderedOn: null,
    reinspectedOn: null,
    reinspectionResult: null,
  },
  ...{ announcedOn: null, publishedOn: null, defects: '缺陷' },
} as unknown as SpotCheck;
const check = (changes: Partial<SpotCheck> = {}): SpotCheck => ({ ...base, ...changes });
const told = (on: string, region = '411000', subject = 'decider'): rules.Told => ({
  on,
  today: '2026-12-31',
  caller: { subject, region },
});
const codeOf = (work: () => unknown) => refusalOf(work).code;

/** What a step changes: the stage by the table, the rest by its rule. */
function step(
  name: (typeof spotCheckSteps.steps)[number],
  rule: (row: SpotCheck, told: rules.Told, result: TestConclusion) => Partial<SpotCheck>,
) {
  return (row: SpotCheck, by: rules.Told, result: TestConclusion = 'QUALIFIED'): Partial<SpotCheck> => {
    const acting: Acting = {
      caller: { ...PUBLIC_CALLER, ...by.caller },
      today: by.today,
      now: new Date(by.today),
    };
    const stage = spotCheckSteps.stateAfter(name, row, acting, {
      id: row.id,
      on: by.on,
      note: null,
      result,
      defects: null,
    });
    const changes = rule(row, by, result);
    return stage === row.stage ? changes : { ...changes, stage };
  };
}
const steps = {
  objected: step('objectToResult', rules.objected),
  retested: step('decideRetest', rules.retested),
  saleStopped: step('orderStopSale', rules.saleStopped),
  correctionOrdered: step('orderCorrection', rules.correctionOrdered),
  reinspected: step('recordReinspection', rules.reinspected),
  announced: step('announceFailure', rules.announced),
  revocationProposed: step('proposeLicenceRevocation', rules.revocationProposed),
  published: step('publishSpotCheck', rules.published),
};

const correcting = check({
  stage: 'CORRECTING',
  saleStoppedOn: '2026-01-11',
  correctionOrderedOn: '2026-02-01',
});
const failed = check({
  ...correcting,
  stage: 'FAILED',
  reinspectedOn: '2026-04-10',
  reinspectionResult: 'UNQUALIFIED',
});
const announced = check({ ...failed, stage: 'ANNOUNCED', announcedOn: '2026-05-01' });

describe('the objection (产品质量法 第十五条)', () => {
  test('day 15, a Sunday, MUST move to Monday and be in time, the next day MUST NOT', () => {
    expect(rules.objectionDue(check())).toBe('2026-01-26');
    expect(steps.objected(check(), told('2026-01-26'))).toEqual({
      result: 'DISPUTED',
      stage: 'DISPUTED',
      objectedOn: '2026-01-26',
    });
    expect(codeOf(() => steps.objected(check(), told('2026-01-27')))).toBe('OBJECTION_TOO_LATE');
  });

  test('it MUST be made once, of an unqualified result, after it was received', () => {
    expect(codeOf(() => steps.objected(check({ objectedOn: '2026-01-12' }), told('2026-01-15')))).toBe(
      'OBJECTION_NOT_POSSIBLE',
    );
    expect(codeOf(() => steps.objected(correcting, told('2026-01-15')))).toBe('OBJECTION_NOT_POSSIBLE');
    expect(codeOf(() => steps.objected(check(), told('2026-01-09')))).toBe('DATE_OUT_OF_RANGE');
  });

  test('a second test MUST decide on it, by another person than who recorded the result', () => {
    const disputed = check({ stage: 'DISPUTED', result: 'DISPUTED', objectedOn: '2026-01-20' });
    expect(steps.retested(disputed, told('2026-01-30'), 'QUALIFIED')).toEqual({
      result: 'QUALIFIED',
      defects: null,
      stage: 'CLOSED',
    });
    expect(steps.retested(disputed, told('2026-01-30'), 'UNQUALIFIED')).toEqual({
      result: 'UNQUALIFIED',
      stage: 'UNQUALIFIED',
    });
    expect(
      codeOf(() => steps.retested(disputed, told('2026-01-30', '411000', 'reporter'), 'QUALIFIED')),
    ).toBe('DECIDER_MUST_DIFFER');
    expect(codeOf(() => steps.retested(check(), told('2026-01-30'), 'QUALIFIED'))).toBe(
      'SPOT_CHECK_NOT_DISPUTED',
    );
  });
});

describe('stopping the sale and correction (令第18号 第四十五至四十七条)', () => {
  const stopped = check({ saleStoppedOn: '2026-01-11' });

  test('the sale MUST be stopped first, at once, even while the result is objected to', () => {
    expect(steps.saleStopped(check({ stage: 'DISPUTED' }), told('2026-01-11'))).toEqual({
      saleStoppedOn: '2026-01-11',
    });
    expect(codeOf(() => steps.saleStopped(stopped, told('2026-01-12')))).toBe('SALE_STOP_NOT_POSSIBLE');
    expect(codeOf(() => steps.correctionOrdered(check(), told('2026-02-01')))).toBe('SALE_NOT_STOPPED');
  });

  test('correction MUST be ordered after the fifteen days, or at once when the objection was decided', () => {
    expect(codeOf(() => steps.correctionOrdered(stopped, told('2026-01-26')))).toBe(
      'SPOT_CHECK_OBJECTION_PERIOD_RUNNING',
    );
    expect(steps.correctionOrdered(stopped, told('2026-01-27'))).toEqual({
      stage: 'CORRECTING',
      correctionOrderedOn: '2026-01-27',
    });
    const decided = { ...stopped, objectedOn: '2026-01-12' };
    expect(steps.correctionOrdered(decided, told('2026-01-20')).correctionOrderedOn).toBe('2026-01-20');
    expect(codeOf(() => steps.correctionOrdered(decided, told('2026-01-20', '411000', 'reporter')))).toBe(
      'DECIDER_MUST_DIFFER',
    );
    expect(codeOf(() => steps.correctionOrdered(correcting, told('2026-03-01')))).toBe(
      'CORRECTION_NOT_POSSIBLE',
    );
  });

  test('correction MUST be due on day 60, and overdue on day 61', () => {
    expect(rules.rectificationDue(correcting)).toBe('2026-04-02');
    expect(rules.isCorrectionOverdue(correcting, '2026-04-02')).toBe(false);
    expect(rules.isCorrectionOverdue(correcting, '2026-04-03')).toBe(true);
    expect(rules.isCorrectionOverdue(announced, '2026-12-31')).toBe(false);
  });

  test('re-inspection MUST be due on day 75, and overdue on day 76', () => {
    expect(rules.reinspectionOf(correcting, '2026-04-17')).toMatchObject({
      from: null,
      dueOn: '2026-04-17',
      overdue: false,
    });
    expect(rules.reinspectionOf(correcting, '2026-04-18')).toMatchObject({ overdue: true });
    expect(rules.reinspectionOf(check(), '2026-04-18')).toBeNull();
  });

  test('re-inspection MUST close what passes, and lead to an announcement what fails', () => {
    expect(steps.reinspected(correcting, told('2026-03-01'), 'QUALIFIED')).toMatchObject({ stage: 'CLOSED' });
    expect(steps.reinspected(correcting, told('2026-03-01'), 'UNQUALIFIED')).toMatchObject({
      stage: 'FAILED',
      reinspectionResult: 'UNQUALIFIED',
    });
    expect(codeOf(() => steps.reinspected(check(), told('2026-03-01'), 'QUALIFIED'))).toBe(
      'REINSPECTION_NOT_DUE',
    );
  });
});

describe('announcement, suspension, revocation (产品质量法 第十七条; 令第18号 第四十八条)', () => {
  test('only the province or above MUST announce, and only a failure', () => {
    expect(codeOf(() => steps.announced(failed, told('2026-05-01', '411000')))).toBe(
      'ANNOUNCER_MUST_BE_PROVINCIAL',
    );
    expect(steps.announced(failed, told('2026-05-01', '410000'))).toEqual({
      stage: 'ANNOUNCED',
      announcedOn: '2026-05-01',
    });
    expect(steps.announced(failed, told('2026-05-01', '000000')).stage).toBe('ANNOUNCED');
    expect(codeOf(() => steps.announced(correcting, told('2026-05-01', '410000')))).toBe(
      'NOTHING_TO_ANNOUNCE',
    );
  });

  test('after it re-inspection MUST begin on day 60 and be due on day 90', () => {
    expect(rules.reinspectionOf(announced, '2026-07-30')).toMatchObject({
      from: '2026-06-30',
      dueOn: '2026-07-30',
      overdue: false,
    });
    expect(rules.reinspectionOf(announced, '2026-07-31')).toMatchObject({ overdue: true });
    expect(codeOf(() => steps.reinspected(announced, told('2026-06-29'), 'QUALIFIED'))).toBe(
      'REINSPECTION_TOO_EARLY',
    );
    expect(steps.reinspected(announced, told('2026-06-30'), 'QUALIFIED')).toMatchObject({ stage: 'CLOSED' });
  });

  test('failing MUST suspend the business, and failing again MUST allow to propose revocation', () => {
    expect(steps.reinspected(announced, told('2026-07-01'), 'UNQUALIFIED')).toMatchObject({
      stage: 'SUSPENDED',
    });
    const suspended = check({ ...announced, stage: 'SUSPENDED', reinspectedOn: '2026-07-01' });
    expect(codeOf(() => steps.revocationProposed(suspended, told('2026-09-01')))).toBe(
      'REVOCATION_NOT_POSSIBLE',
    );
    expect(steps.reinspected(suspended, told('2026-09-01'), 'UNQUALIFIED')).toMatchObject({
      stage: 'UNRECTIFIED',
    });
    expect(
      steps.revocationProposed(check({ ...suspended, stage: 'UNRECTIFIED' }), told('2026-09-02')),
    ).toEqual({ stage: 'REVOKING' });
  });
});

describe('publicity', () => {
  test('a result MUST be final, and published once; an unqualified one after the fifteen days', () => {
    expect(
      codeOf(() => steps.published(check({ result: 'DISPUTED', stage: 'DISPUTED' }), told('2026-03-01'))),
    ).toBe('RESULT_NOT_FINAL');
    expect(
      codeOf(() => steps.published(check({ result: 'PENDING', stage: 'SAMPLED' }), told('2026-03-01'))),
    ).toBe('RESULT_NOT_FINAL');
    expect(codeOf(() => steps.published(check(), told('2026-01-26')))).toBe(
      'SPOT_CHECK_OBJECTION_PERIOD_RUNNING',
    );
    expect(steps.published(check(), told('2026-01-27'))).toEqual({ publishedOn: '2026-01-27' });
    expect(steps.published(check({ result: 'QUALIFIED', stage: 'CLOSED' }), told('2026-01-12'))).toEqual({
      publishedOn: '2026-01-12',
    });
    expect(codeOf(() => steps.published(check({ publishedOn: '2026-01-27' }), told('2026-02-26')))).toBe(
      'SPOT_CHECK_PUBLISHED_ALREADY',
    );
  });
});

describe('no double sampling (产品质量法 第十五条)', () => {
  const sample = (changes: Partial<rules.Sample>): rules.Sample => ({ ...base, ...changes });
  const refused = (earlier: Partial<rules.Sample>, now: Partial<rules.Sample> = {}) => {
    try {
      rules.checkNotRepeated(sample({ id: 'now', ...now }), [sample({ id: 'before', ...earlier })]);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  test('what an upper level of the same place has sampled MUST NOT be sampled below', () => {
    const repeated = 'SAMPLED_BY_UPPER_LEVEL';
    expect(refused({ level: 'NATIONAL', regionCode: '110101' })).toBe(repeated);
    expect(refused({ level: 'PROVINCE', regionCode: '411302' })).toBe(repeated);
    expect(refused({ level: 'CITY', regionCode: '411002' })).toBe(repeated);
    expect(refused({ level: 'PROVINCE' }, { level: 'CITY' })).toBe(repeated);
  });

  test('the same level, a level below, another province, batch or maker MUST NOT be in its way', () => {
    expect(refused({ level: 'COUNTY' })).toBeNull();
    expect(refused({ level: 'COUNTY' }, { level: 'CITY' })).toBeNull();
    expect(refused({ level: 'PROVINCE', regionCode: '430682' })).toBeNull();
    expect(refused({ level: 'NATIONAL', batch: 'B2' })).toBeNull();
    expect(refused({ level: 'NATIONAL', producerUscc: 'other' })).toBeNull();
  });

  test('where a maker is not known, the seller MUST decide', () => {
    expect(refused({ level: 'NATIONAL', producerUscc: null })).toBe('SAMPLED_BY_UPPER_LEVEL');
    expect(refused({ level: 'NATIONAL', producerUscc: null, sellerUscc: 'other' })).toBeNull();
    expect(
      refused({ level: 'NATIONAL', producerUscc: null, sellerUscc: null }, { sellerUscc: null }),
    ).toBeNull();
  });

  test.each([
    ['000000', 'NATIONAL'],
    ['410000', 'PROVINCE'],
    ['411000', 'CITY'],
    ['411003', 'COUNTY'],
    ['411003000000', 'COUNTY'],
    ['410000000000', 'PROVINCE'],
  ])('a department of %s MUST be of the level %s', (region, level) => {
    expect(rules.levelOf(region)).toBe(level);
  });
});
