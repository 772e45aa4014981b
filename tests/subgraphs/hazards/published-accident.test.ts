import { hazards } from '../../../subgraphs/hazards';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';

const officer = as.officer('EMERGENCY_MANAGEMENT', '430600', 'write:hazards', 'decide:hazards');
const SG = 'SG-1';
const ACCIDENT = {
  sourceId: '1',
  kind: 'WORK_SAFETY',
  occurredAt: '2026-07-01T09:40:00+08:00',
  reportedAt: '2026-07-01T10:30:00+08:00',
  regionCode: '430682',
  deaths: 1,
  seriousInjuries: 0,
  description: '合成数据：演练事故',
};

const bed = testBed(hazards, { officer });
const step = (verb: string, input: object, fields = 'number') =>
  bed.step(verb, { number: SG, reason: '理由', ...input }, officer, fields);

describe('an accident that nobody had reported', () => {
  test('MUST be found by that, by agencies only, and on a day from its own on', async () => {
    bed.on('2026-07-10');
    const found = '2026-07-01';
    await bed.put('submitAccidents', { ...ACCIDENT, number: SG });
    await bed.put('submitAccidents', {
      ...ACCIDENT,
      sourceId: '2',
      number: 'SG-2',
      foundUnreportedOn: found,
    });
    const early = { ...ACCIDENT, sourceId: '3', number: 'SG-3', foundUnreportedOn: '2026-06-30' };
    expect((await bed.receipt('submitAccidents', [early])).rejected).toMatchObject([
      { code: 'DATE_OUT_OF_RANGE', field: 'foundUnreportedOn' },
    ]);
    const listed = async (foundUnreported: boolean) => {
      const asked = `{ accidents(filter: { foundUnreported: ${foundUnreported} }) { edges { node { number foundUnreportedOn } } } }`;
      const { data } = await bed.run(asked, { caller: officer });
      return data.accidents.edges.map(({ node }: { node: object }) => node);
    };
    expect(await listed(true)).toEqual([{ number: 'SG-2', foundUnreportedOn: found }]);
    expect(await listed(false)).toEqual([{ number: SG, foundUnreportedOn: null }]);
    expect(await bed.run('{ accidents(filter: { foundUnreported: true }) { totalCount } }')).toFailWith(
      'AUTHENTICATION_REQUIRED',
    );
  });
});

describe('an accident that has a published report', () => {
  const FACTS = 'number kind grade deaths closedOn investigationReport reportPublishedOn';
  const PUBLISH = { reason: '临安委〔2026〕9号', on: '2026-07-10' };
  const seen = async (caller = as.public, fields = FACTS) => {
    const { data } = await bed.run(
      `{ accident(number: "${SG}") { ${fields} } accidents { totalCount edges { node { ${fields} } } } }`,
      { caller },
    );
    return { one: data.accident, listed: data.accidents.edges, count: data.accidents.totalCount };
  };
  const none = { one: null, listed: [], count: 0 };
  beforeEach(async () => {
    await bed.empty();
    bed.on('2026-07-10');
    await bed.put('submitAccidents', { ...ACCIDENT, number: SG, uscc: '91430682MA4L16JQ90', deaths: 2 });
  });

  test('MUST be open to anyone from its day on, and no other accident', async () => {
    await bed.put('submitAccidents', { ...ACCIDENT, sourceId: '2', number: 'SG-2' });
    expect(await step('publishAccidentReport', PUBLISH)).toFailWith('ACCIDENT_NOT_CLOSED');
    expect(await seen()).toEqual(none);
    expect(await step('closeAccident', {})).toSucceed();
    expect(await seen()).toEqual(none);
    expect(await step('publishAccidentReport', PUBLISH, FACTS)).toSucceed();
    const facts = {
      ...{ number: SG, kind: 'WORK_SAFETY', grade: 'GENERAL', deaths: 2, closedOn: '2026-07-10' },
      ...{ investigationReport: '临安委〔2026〕9号', reportPublishedOn: '2026-07-10' },
    };
    expect(await seen()).toEqual({ one: facts, listed: [{ node: facts }], count: 1 });
    expect((await seen(officer)).count).toBe(2);
  });

  test('MUST NOT tell the public who was involved, what was written of it, or what was done', async () => {
    await step('closeAccident', {});
    await step('publishAccidentReport', PUBLISH);
    for (const field of [
      'enterprise { uscc }',
      'equipment { code }',
      'description',
      'reportedUpAt',
      'history { reason }',
    ]) {
      const answer = await bed.run(`{ accident(number: "${SG}") { number ${field} } }`);
      expect(answer.data.accident).toEqual({ number: SG, [field.split(' ')[0] ?? '']: null });
    }
    const told = await bed.run('{ accidents(filter: { reportedUpwardInTime: false }) { totalCount } }');
    expect(told).toFailWith('AUTHENTICATION_REQUIRED');
  });

  test('MUST be published once, after closing, on no day to come, with its document on record', async () => {
    await step('closeAccident', {});
    for (const on of ['2026-07-09', '2026-07-11'])
      expect(await step('publishAccidentReport', { ...PUBLISH, on })).toFailWith('DATE_OUT_OF_RANGE');
    expect(await step('evaluateAccident', {})).toSucceed();
    expect(await step('publishAccidentReport', { reason: PUBLISH.reason })).toSucceed();
    expect(await step('publishAccidentReport', PUBLISH)).toFailWith('ACCIDENT_STEP_TAKEN');
    const { one } = await seen(officer, 'reportPublishedOn history { step reason }');
    expect(one.reportPublishedOn).toBe('2026-07-10');
    expect(one.history.at(-1)).toEqual({ step: 'PUBLISH_REPORT', reason: PUBLISH.reason });
  });

  test('MUST stay published when another system sends the accident anew', async () => {
    const record = { ...ACCIDENT, sourceId: '2', number: 'SG-2', closedOn: '2026-07-05' };
    await bed.put('submitAccidents', record);
    expect((await seen()).count).toBe(0);
    expect(await step('publishAccidentReport', { ...PUBLISH, number: 'SG-2' })).toSucceed();
    await bed.put('submitAccidents', { ...record, revision: 2, deaths: 3 });
    expect((await seen()).listed).toMatchObject([{ node: { number: 'SG-2', deaths: 3 } }]);
  });
});
