import { credit } from '../../../subgraphs/credit';
import { composeUscc } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';

const market = as.officer('MARKET_SUPERVISION', '430600', 'write:credit');
const emergency = as.officer('EMERGENCY_MANAGEMENT', '430600', 'write:credit');
const usccOf = (nth: number) => composeUscc('91430682', `MA0C000${nth}`);

const bed = testBed(credit, { today: '2026-07-01', known: {} });

describe('what else is on record of an enterprise', () => {
  beforeEach(() => bed.empty());

  const send = (mutation: string, records: object[], caller = emergency) =>
    bed.submit(mutation, records, { caller, source: 's' });
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

  test('insurance MUST cover from its first to its last day, and who should be insured and is not counts', async () => {
    const policy = {
      insurer: '合成财险',
      policyNumber: 'P1',
      validFrom: '2025-07-02',
      validUntil: '2026-07-01',
    };
    const record = (nth: number, differing: object) => ({
      ...{
        sourceId: `i${nth}`,
        uscc: usccOf(nth),
        regionCode: '430682',
        field: 'HAZARDOUS_CHEMICALS',
        ...differing,
      },
    });
    const { data } = await send('submitSafetyInsurances', [
      ...[
        record(1, policy),
        record(2, {}),
        record(3, { ...policy, insurer: null }),
        record(4, { ...policy, validUntil: '2025-07-01' }),
      ],
    ]);
    expect(data.receipt).toMatchObject({
      accepted: 2,
      rejected: [
        { index: 2, code: 'FIELD_MISSING', field: 'insurer' },
        { index: 3, code: 'DATE_OUT_OF_RANGE', field: 'validUntil' },
      ],
    });
    const coverage = async (on: string) =>
      (
        await bed.run(
          `{ insuranceCoverage(region: "430000", on: "${on}") { field obliged insured rate dueOn } }`,
        )
      ).data.insuranceCoverage.find(({ field }: { field: string }) => field === 'HAZARDOUS_CHEMICALS');
    expect(await coverage('2026-07-01')).toMatchObject({
      obliged: 2,
      insured: 1,
      rate: 0.5,
      dueOn: '2024-12-31',
    });
    expect(await coverage('2026-07-02')).toMatchObject({ obliged: 2, insured: 0, rate: 0 });
    expect(await file(1, 'insurance { insurer validUntil }')).toEqual({
      insurance: { insurer: '合成财险', validUntil: '2026-07-01' },
    });
    expect(await file(2, 'insurance { insurer validUntil }')).toEqual({
      insurance: { insurer: null, validUntil: null },
    });
    expect(await file(5, 'insurance { insurer }')).toEqual({ insurance: null });
  });

  test('an enterprise that meets the standard MUST have its incentives until the last day, unless it is listed', async () => {
    const record = (level: string, differing: object = {}) => ({
      ...{ sourceId: level, uscc: usccOf(1), regionCode: '430682', level, certificateNumber: `AQB-${level}` },
      ...{ awardedOn: '2024-01-01', validUntil: '2026-12-31', ...differing },
    });
    await send('submitSafetyStandards', [record('LEVEL_3'), record('LEVEL_2', { validUntil: '2026-06-30' })]);
    const FIELDS = 'standard { level } incentives { code }';
    expect(await file(1, FIELDS)).toMatchObject({
      standard: { level: 'LEVEL_3' },
      incentives: { length: 4 },
    });
    bed.now('2026-06-30T10:00:00+08:00');
    expect(await file(1, FIELDS)).toMatchObject({ standard: { level: 'LEVEL_2' } });
    const listing = {
      ...{
        sourceId: 'l1',
        list: 'WORK_SAFETY_SERIOUS',
        uscc: usccOf(1),
        subjectName: '合成公司',
        cause: '合成数据',
        basisDocument: '合成〔2026〕1号',
      },
      ...{
        departmentCode: '430682-EMERGENCY_MANAGEMENT',
        decidedOn: '2026-06-01',
        listedOn: '2026-06-02',
        regionCode: '430682',
      },
    };
    expect((await send('submitListings', [listing])).data.receipt.accepted).toBe(1);
    expect(await file(1, FIELDS)).toEqual({ standard: { level: 'LEVEL_2' }, incentives: [] });
    bed.now('2027-01-01T00:00:00+08:00');
    expect(await file(1, 'standard { level }')).toEqual({ standard: null });
  });

  test('feedback MUST belong to a listing and a measure of its list, and stand under it', async () => {
    const listing = {
      ...{
        sourceId: 'l1',
        list: 'MARKET_SERIOUS_ILLEGAL',
        uscc: usccOf(1),
        subjectName: '合成公司',
        cause: '合成数据',
        basisDocument: '合成〔2026〕1号',
      },
      ...{
        departmentCode: '430682-MARKET_SUPERVISION',
        decidedOn: '2026-06-01',
        listedOn: '2026-06-02',
        regionCode: '430682',
      },
    };
    await send('submitListings', [listing], market);
    const { data: known } = await bed.run('{ jointMeasures { code list } }');
    const of = (list: string) =>
      known.jointMeasures.find((measure: { list: string }) => measure.list === list).code as string;
    const feedback = (nth: number, differing: object) => ({
      ...{
        sourceId: `f${nth}`,
        listingId: 's/l1',
        measureCode: of('MARKET_SERIOUS_ILLEGAL'),
        departmentCode: '430682-HOUSING',
      },
      ...{ regionCode: '430682', takenOn: '2026-06-20', result: '已限制参加招标投标', ...differing },
    });
    const { data } = await send('submitMeasureFeedback', [
      ...[
        feedback(1, {}),
        feedback(2, { listingId: 's/none' }),
        feedback(3, { measureCode: of('WORK_SAFETY_SERIOUS') }),
      ],
      feedback(4, { takenOn: '2026-06-01' }),
    ]);
    expect(data.receipt).toMatchObject({
      accepted: 1,
      rejected: [{ field: 'listingId' }, { field: 'measureCode' }, { field: 'takenOn' }],
    });
    const shown = await bed.run(
      '{ dishonestyListing(id: "s/l1") { feedback { takenOn result measure { code } department { code } } } }',
      {
        caller: emergency,
      },
    );
    expect(shown.data.dishonestyListing.feedback).toEqual([
      {
        takenOn: '2026-06-20',
        result: '已限制参加招标投标',
        measure: { code: of('MARKET_SERIOUS_ILLEGAL') },
        department: { code: '430682-HOUSING' },
      },
    ]);
  });
});
