import { hazards } from '../../../subgraphs/hazards';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';

const officer = as.officer('EMERGENCY_MANAGEMENT', '430600', 'write:hazards', 'decide:hazards');
const SG = 'SG-430682-20260701-1';

const bed = testBed(hazards, { officer });
/** Figures are for agencies. */
const agency = { caller: as.officer('GOVERNMENT', '430000') };

describe('accidents', () => {
  beforeEach(async () => {
    await bed.empty();
    bed.now('2026-07-01T10:30:00+08:00');
  });

  const report = (differing: Record<string, unknown> = {}, caller = officer) =>
    bed.run(
      `mutation ($input: ReportAccidentInput!) { reportAccident(input: $input) {
         number grade reportedInTime reportedUpwardInTime investigationLevel history { step reason } } }`,
      {
        caller,
        variables: {
          input: {
            ...{
              kind: 'WORK_SAFETY',
              occurredAt: '2026-07-01T09:40:00+08:00',
              regionCode: '430682',
              deaths: 2,
              seriousInjuries: 0,
            },
            ...{ description: '合成数据：演练事故', ...differing },
          },
        },
      },
    );
  const step = (verb: string, input: object, fields = 'number', caller = officer) =>
    bed.step(verb, { number: SG, reason: '理由', ...input }, caller, fields);

  test('a report MUST be graded at once and have a number of its own', async () => {
    expect((await report()).data.reportAccident).toEqual({
      ...{
        number: SG,
        grade: 'GENERAL',
        reportedInTime: true,
        reportedUpwardInTime: null,
        investigationLevel: 'COUNTY',
      },
      history: [{ step: 'REPORT', reason: '事故报告' }],
    });
    expect((await report()).data.reportAccident.number).toBe('SG-430682-20260701-2');
  });

  test('those of an enterprise MUST be narrowed by days of China, and the public MUST NOT ask by it', async () => {
    const uscc = '91430682MA4L16JQ90';
    await report({ uscc, occurredAt: '2026-07-01T00:00:00+08:00' });
    const within = async (from: string, to: string) => {
      const { data } = await bed.run(
        `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${uscc}" }]) { ... on Enterprise {
           accidents(from: "${from}", to: "${to}") { totalCount } } } }`,
        { caller: officer },
      );
      return data._entities[0].accidents.totalCount;
    };
    expect(await within('2026-07-01', '2026-07-01')).toBe(1);
    expect(await within('2026-06-01', '2026-06-30')).toBe(0);
    const asked = `{ accidents(filter: { enterprise: "${uscc}", state: OPEN }) { totalCount } }`;
    expect((await bed.run(asked, { caller: officer })).data.accidents.totalCount).toBe(1);
    expect(await bed.run(asked)).toFailWith('AUTHENTICATION_REQUIRED');
    const counted = async (filter: string) =>
      (await bed.run(`{ accidents(filter: { ${filter} }) { totalCount } }`, { caller: officer })).data
        .accidents.totalCount;
    expect(await counted('grades: [GENERAL, LARGER], supervised: false, reportPublished: false')).toBe(1);
    for (const none of ['grades: [MAJOR, EXTRAORDINARY]', 'supervised: true', 'reportPublished: true'])
      expect([none, await counted(none)]).toEqual([none, 0]);
  });

  test('a report without scope, outside the region or of no accident MUST be refused', async () => {
    expect(await report({}, as.public)).toFailWith('SHARING_DENIED');
    expect(await report({}, as.officer('FIRE_RESCUE', '430682'))).toFailWith('SCOPE_MISSING');
    expect(await report({ regionCode: '411003' })).toFailWith('OUTSIDE_REGION');
    expect(await report({ kind: 'SPECIAL_EQUIPMENT', deaths: 0 })).toFailWith('NOT_AN_ACCIDENT');
    expect(await report({ occurredAt: '2026-07-01T10:31:00+08:00' })).toFailWith('DATE_OUT_OF_RANGE');
    expect(
      (await bed.run('{ accidents { totalCount } }', { caller: officer })).data.accidents.totalCount,
    ).toBe(0);
  });

  test('a correction MUST change the grade, keep what was reported, and end after 30 days', async () => {
    await report();
    bed.now('2026-07-31T23:59:59+08:00');
    const corrected = await step(
      'correctAccident',
      { deaths: 3 },
      'grade deaths seriousInjuries history { step before }',
    );
    expect(corrected.data.step).toEqual({
      ...{ grade: 'LARGER', deaths: 3, seriousInjuries: 0 },
      history: [
        { step: 'REPORT', before: null },
        { step: 'CORRECT', before: 'deaths 2, seriousInjuries 0, directLoss 0.00, GENERAL' },
      ],
    });
    bed.now('2026-08-01T00:00:00+08:00');
    expect(await step('correctAccident', { deaths: 4 })).toFailWith('ACCIDENT_CORRECTION_LATE');
  });

  test('each step MUST be taken once and in order, the evaluation within a year after closing', async () => {
    await report();
    expect(await step('evaluateAccident', {})).toFailWith('ACCIDENT_NOT_CLOSED');
    const fields =
      'reportedUpwardInTime supervisedOn closedOn evaluationDue evaluationOverdue investigationLevel';
    for (const mutation of ['reportAccidentUpward', 'superviseAccident', 'closeAccident']) {
      expect((await step(mutation, {})).errors).toBeUndefined();
      expect(await step(mutation, {})).toFailWith('ACCIDENT_STEP_TAKEN');
    }
    expect((await step('raiseInvestigation', { level: 'PROVINCE' }, fields)).data.step).toEqual({
      ...{ reportedUpwardInTime: true, supervisedOn: '2026-07-01', closedOn: '2026-07-01' },
      ...{ evaluationDue: '2027-07-01', evaluationOverdue: false, investigationLevel: 'PROVINCE' },
    });
    expect(await step('raiseInvestigation', { level: 'CITY' })).toFailWith('INVESTIGATION_LEVEL_NOT_HIGHER');
    const overdue = (value: boolean) =>
      bed.run(
        `{ accidents(filter: { evaluationOverdue: ${value} }) { edges { node { number evaluationOverdue } } } }`,
        {
          caller: officer,
        },
      );
    bed.now('2027-07-01T23:00:00+08:00');
    expect((await overdue(true)).data.accidents.edges).toEqual([]);
    const on = async (day: string) =>
      (
        await bed.run(`{ accidents(filter: { evaluationOverdueOn: "${day}" }) { totalCount } }`, {
          caller: officer,
        })
      ).data.accidents.totalCount;
    expect([await on('2027-07-01'), await on('2027-07-02')]).toEqual([0, 1]);
    bed.now('2027-07-02T00:00:00+08:00');
    expect((await overdue(true)).data.accidents.edges).toEqual([
      { node: { number: SG, evaluationOverdue: true } },
    ]);
    expect((await step('evaluateAccident', {})).errors).toBeUndefined();
    expect((await overdue(false)).data.accidents.edges).toEqual([
      { node: { number: SG, evaluationOverdue: false } },
    ]);
  });

  test('a list of what was told upward late MUST hold what each accident says of itself, by the hours of its grade', async () => {
    const list = async (inTime: boolean) => {
      const asked = `{ accidents(filter: { reportedUpwardInTime: ${inTime} }) { edges { node { grade reportedUpwardInTime } } } }`;
      return (await bed.run(asked, { caller: officer })).data.accidents.edges.map(
        ({ node }: { node: object }) => node,
      );
    };
    await report({ deaths: 2 });
    await report({ deaths: 10 });
    bed.now('2026-07-01T11:30:00+08:00');
    expect([await list(true), await list(false)]).toEqual([[], []]);
    bed.now('2026-07-01T11:30:01+08:00');
    expect(await list(false)).toEqual([{ grade: 'MAJOR', reportedUpwardInTime: false }]);
    expect((await step('reportAccidentUpward', {})).errors).toBeUndefined();
    expect((await step('reportAccidentUpward', { number: 'SG-430682-20260701-2' })).errors).toBeUndefined();
    expect(await list(true)).toEqual([{ grade: 'GENERAL', reportedUpwardInTime: true }]);
    expect(await list(false)).toEqual([{ grade: 'MAJOR', reportedUpwardInTime: false }]);
  });

  test('two officers who close it at once MUST NOT both win', async () => {
    await report();
    const answers = await Promise.all([
      step('closeAccident', { reason: '甲' }),
      step('closeAccident', { reason: '乙' }),
    ]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(answers.find(({ errors }) => errors)).toFailWith('ACCIDENT_STEP_TAKEN');
  });

  test('a step outside the region, or about no accident, MUST be refused', async () => {
    await report();
    const stranger = as.officer('EMERGENCY_MANAGEMENT', '411003', 'decide:hazards');
    expect(await step('closeAccident', {}, 'number', stranger)).toFailWith('OUTSIDE_REGION');
    expect(await step('closeAccident', { number: 'SG-0' })).toFailWith('NOT_FOUND');
  });

  test('figures MUST be for anyone, with the year before beside them; accidents without a published report are for agencies', async () => {
    await report({ deaths: 3, directLoss: '12000000.5' });
    await report({
      kind: 'FIRE',
      deaths: 1,
      occurredAt: '2025-07-01T09:40:00+08:00',
      reportedAt: '2025-07-01T09:50:00+08:00',
    });
    const { data } = await bed.run(
      '{ accidentStatistics(region: "430000", year: 2026) { grade accidents deaths directLoss accidentsYearBefore deathsYearBefore } }',
      agency,
    );
    expect(data.accidentStatistics).toEqual([
      {
        grade: 'GENERAL',
        accidents: 0,
        deaths: 0,
        directLoss: '0.00',
        accidentsYearBefore: 1,
        deathsYearBefore: 1,
      },
      {
        grade: 'LARGER',
        accidents: 1,
        deaths: 3,
        directLoss: '12000000.50',
        accidentsYearBefore: 0,
        deathsYearBefore: 0,
      },
      {
        grade: 'MAJOR',
        accidents: 0,
        deaths: 0,
        directLoss: '0.00',
        accidentsYearBefore: 0,
        deathsYearBefore: 0,
      },
      {
        grade: 'EXTRAORDINARY',
        accidents: 0,
        deaths: 0,
        directLoss: '0.00',
        accidentsYearBefore: 0,
        deathsYearBefore: 0,
      },
    ]);
    expect((await bed.run('{ accidents { totalCount } }')).data.accidents.totalCount).toBe(0);
    const kinds = ['SPECIAL_EQUIPMENT', 'WORK_SAFETY', 'FIRE', 'ROAD_TRANSPORT'];
    const ofKind = kinds.map(
      (kind) => `${kind}: accidentStatistics(region: "430000", year: 2026, kind: ${kind}) { deaths }`,
    );
    const split = await bed.run(
      `{ all: accidentStatistics(region: "430000", year: 2026) { deaths } ${ofKind.join(' ')} }`,
      agency,
    );
    const deathsOf = (name: string) =>
      (split.data[name] as { deaths: number }[]).reduce((sum, { deaths }) => sum + deaths, 0);
    const parts = kinds.map(deathsOf);
    // each accident is of one kind, and no kind is all of them or each has its own
    expect(parts.reduce((sum, deaths) => sum + deaths, 0)).toBe(deathsOf('all'));
    expect(parts.filter((deaths) => deaths > 0)).not.toHaveLength(kinds.length);
    const elsewhere = await bed.run(
      '{ accidentStatistics(region: "410000", year: 2026) { accidents } }',
      agency,
    );
    expect(
      elsewhere.data.accidentStatistics.every(({ accidents }: { accidents: number }) => accidents === 0),
    ).toBe(true);
  });

  test('a batch MUST keep the good and name the bad', async () => {
    const record = {
      ...{
        sourceId: 'a1',
        number: 'SG-X1',
        kind: 'WORK_SAFETY',
        occurredAt: '2026-06-01T08:00:00+08:00',
        reportedAt: '2026-06-01T09:00:01+08:00',
      },
      ...{ regionCode: '430682', deaths: 1, seriousInjuries: 0, description: '合成数据' },
    };
    const { data } = await bed.run(
      `mutation ($records: [AccidentInput!]!) { submitAccidents(source: "synthetic-x", records: $records) { accepted rejected { index code field } } }`,
      {
        caller: officer,
        variables: {
          records: [
            record,
            { ...record, sourceId: 'a2', number: 'SG-X2', reportedAt: '2026-05-31T00:00:00Z' },
            { ...record, sourceId: 'a3', deaths: -1 },
          ],
        },
      },
    );
    expect(data.submitAccidents).toEqual({
      accepted: 1,
      rejected: [
        { index: 1, code: 'DATE_OUT_OF_RANGE', field: 'reportedAt' },
        { index: 2, code: 'NUMBER_INVALID', field: 'deaths' },
      ],
    });
    const one = await bed.run(
      '{ accident(number: "SG-X1") { grade reportedInTime synthetic region { code } } }',
      { caller: officer },
    );
    expect(one.data.accident).toEqual({
      grade: 'GENERAL',
      reportedInTime: false,
      synthetic: true,
      region: { code: '430682' },
    });
  });
});
