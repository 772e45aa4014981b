import { as } from '../../support/callers';
import { LINXIANG, MAKER, NUMBER, decider, linxiang, make, qualityBed } from './sample';

const bed = qualityBed();
const id = 'test/r';
const record = (changes: object = {}) => ({
  sourceId: 'r',
  producerUscc: MAKER,
  regionCode: LINXIANG,
  certificateNumber: NUMBER,
  batch: 'B20260401',
  productName: '电线组件',
  defect: '绝缘层过薄，可能触电',
  units: 1200,
  dueOn: '2026-09-30',
  ...changes,
});
const announce = (on = '2026-06-10', caller = linxiang) =>
  bed.step('announceRecall', { id, on }, caller, 'id status announcedOn');
const complete = (on = '2026-06-15', caller = linxiang) =>
  bed.step('completeRecall', { id, on, recalled: 1100 }, caller, 'status completedOn recalled units');

describe('a recall', () => {
  beforeEach(async () => {
    await bed.empty();
    await bed.receipt('submitCccCertificates', [make.certificate()]);
    expect(await bed.receipt('submitRecalls', [record()])).toMatchObject({ accepted: 1, rejected: [] });
  });

  const read = async (caller = as.public) =>
    (
      await bed.run(
        `{ recall(id: "${id}") { status batch producer { uscc recalls { totalCount } } certificate { number recalls { edges { node { id } } } } }
           recalls(region: "430600") { totalCount } recallsOfBatch(batch: " B20260401 ") { totalCount } }`,
        { caller },
      )
    ).data;

  test('a step on a recall that repeats another MUST be refused with the one that stands', async () => {
    await bed.rows("UPDATE recall SET duplicate_of = 'other/first'");
    const answer = await announce();
    expect(answer).toFailWith('RECORD_DUPLICATE');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ field: 'id', got: id, first: 'other/first' });
    await bed.rows('UPDATE recall SET duplicate_of = NULL');
    expect(await announce()).toSucceed();
  });

  test('recalls MUST be narrowed by stage and by the days of the announcement', async () => {
    const found = async (asked: string) => {
      const query = `{ recalls(region: "430600", ${asked}) { totalCount } cccCertificate(number: "${NUMBER}") { recalls(${asked}) { totalCount } } }`;
      const { data } = await bed.run(query, { caller: decider });
      return [data.recalls.totalCount, data.cccCertificate.recalls.totalCount];
    };
    expect(await found('status: [SUBMITTED]')).toEqual([1, 1]);
    expect(await found('status: []')).toEqual([0, 0]);
    expect(await announce()).toSucceed();
    expect(await found('status: [SUBMITTED, COMPLETED]')).toEqual([0, 0]);
    expect(await found('status: [ANNOUNCED], from: "2026-06-10", to: "2026-06-10"')).toEqual([1, 1]);
    expect(await found('from: "2026-06-11"')).toEqual([0, 0]);
  });

  test('a plan MUST be known to agencies only, by whatever way, until it is announced', async () => {
    expect(await read(decider)).toMatchObject({
      recall: { status: 'SUBMITTED', producer: { uscc: MAKER, recalls: { totalCount: 1 } } },
      recalls: { totalCount: 1 },
      recallsOfBatch: { totalCount: 1 },
    });
    expect(await read()).toMatchObject({
      recall: null,
      recalls: { totalCount: 0 },
      recallsOfBatch: { totalCount: 0 },
    });
    expect(await announce()).toSucceed();
    expect(await read()).toMatchObject({
      recall: {
        status: 'ANNOUNCED',
        certificate: { number: NUMBER, recalls: { edges: [{ node: { id } }] } },
      },
      recalls: { totalCount: 1 },
      recallsOfBatch: { totalCount: 1 },
    });
  });

  test('it MUST be announced before it is completed, and each but once', async () => {
    expect(await complete()).toFailWith('STEP_NOT_ALLOWED');
    expect(await announce()).toSucceed();
    expect(await announce()).toFailWith('STEP_NOT_ALLOWED');
    expect((await complete()).data.step).toEqual({
      status: 'COMPLETED',
      completedOn: '2026-06-15',
      recalled: 1100,
      units: 1200,
    });
    expect(await complete()).toFailWith('STEP_NOT_ALLOWED');
  });

  test('of a batch of a product it MUST be one, in whatever spelling and by whichever source it is sent', async () => {
    for (const batch of ['b20260401', 'Ｂ２０２６ 0401']) {
      const again = await bed.receipt('submitRecalls', [record({ sourceId: 'again', batch })]);
      expect(again.rejected).toMatchObject([{ code: 'RECORD_DUPLICATE' }]);
    }
    const other = await bed.receipt('submitRecalls', [record()], { source: 'other' });
    expect(other.rejected).toMatchObject([{ code: 'RECORD_DUPLICATE' }]);
    await bed.put('submitRecalls', record({ sourceId: 'more', productName: '插座' }));
    // what was stored twice before is found by its id, and stands in no list
    await bed.rows(`INSERT INTO recall SELECT (json_populate_record(one, json_build_object('id', 'old/r', 'source', 'old', 'duplicate_of', one.id))).*
      FROM recall AS one WHERE id = '${id}'`);
    const { data } = await bed.run('{ recall(id: "old/r") { duplicateOf } }', { caller: decider });
    expect(data.recall).toEqual({ duplicateOf: id });
    expect(await read(decider)).toMatchObject({
      recall: { producer: { recalls: { totalCount: 2 } }, certificate: { recalls: { edges: [{}, {}] } } },
      recalls: { totalCount: 2 },
      recallsOfBatch: { totalCount: 2 },
    });
  });

  test('its days MUST follow each other, and lie in no future', async () => {
    expect(await announce('2026-06-16')).toFailWith('DATE_OUT_OF_RANGE');
    expect(await announce('2026-06-15')).toSucceed();
    expect(await complete('2026-06-14')).toFailWith('DATE_OUT_OF_RANGE');
    expect(await complete('2026-06-15')).toSucceed();
  });

  test('an officer of another division MUST NOT announce it', async () => {
    expect(await announce('2026-06-10', decider)).toFailWith('OUTSIDE_REGION');
  });

  test('a correction of the plan MUST leave its course as it is', async () => {
    expect(await announce()).toSucceed();
    await bed.receipt('submitRecalls', [record({ revision: 2, units: 1500 })]);
    expect((await complete()).data.step).toMatchObject({ status: 'COMPLETED', units: 1500 });
  });
});
