import { drift } from '../../../migrations/run';
import { matters } from '../../../subgraphs/matters';
import { as } from '../../support/callers';
import { emergency, fire, make, mattersBed } from './sample';

const TASKS = `query ($plan: ID!) { actionTasks(plan: $plan) { id number title dueOn department { code } departmentsVerified
  measures { id number dueOn milestones { dueOn phrase } } } }`;
const PROGRESS = `query ($plan: ID!, $region: RegionCode) { actionTasks(plan: $plan) { id progress(region: $region) {
  state percent numerator denominator reportedOn items doneItems lateItems region { code } } } }`;
const LATE = `query ($plan: ID!, $region: RegionCode!) { lateTasks(plan: $plan, region: $region) {
  itemId dueOn daysLate phrase reportedOn department { code } task { title } } }`;

const bed = mattersBed();

describe('action plans', () => {
  beforeEach(() => bed.empty());

  const report = async (changes: object = {}, caller = fire) =>
    bed.receipt('submitTaskProgress', [make.progress(changes)], { caller });
  const tasks = async (plan: string) => (await bed.run(TASKS, { variables: { plan } })).data.actionTasks;
  const progress = async (id: string, region: string | null = null, caller = fire) => {
    const { data } = await bed.run(PROGRESS, { caller, variables: { plan: id.split('.')[0], region } });
    return data.actionTasks.find((task: { id: string }) => task.id === id).progress;
  };
  const late = async (region = '430682', plan = 'LINXIANG-GOALS-2026') =>
    (await bed.run(LATE, { caller: fire, variables: { plan, region } })).data.lateTasks;

  test('the tables MUST be those that the entities declare', async () => {
    expect(await drift(matters, bed.url)).toEqual([]);
  });

  test('the plans of the six documents MUST be listed for anyone, with their tasks and measures', async () => {
    const answer = await bed.run('{ actionPlans { id taskCount measureCount region { code } } }');
    expect(answer).toSucceed();
    expect(answer.data.actionPlans).toEqual([
      { id: 'DIZHUANG-2024', taskCount: 27, measureCount: 0, region: { code: '431224102' } },
      { id: 'HUNAN-SAMR-2024', taskCount: 12, measureCount: 0, region: { code: '430000' } },
      { id: 'JIANAN-2024', taskCount: 24, measureCount: 68, region: { code: '411003' } },
      { id: 'LINXIANG-2024-2026', taskCount: 23, measureCount: 0, region: { code: '430682' } },
      { id: 'LINXIANG-GOALS-2026', taskCount: 10, measureCount: 0, region: { code: '430682' } },
      { id: 'SAMR-2024-2026', taskCount: 19, measureCount: 0, region: { code: '000000' } },
    ]);
  });

  test('two measures that are printed with the same number MUST have ids of their own', async () => {
    const measures = (await tasks('JIANAN-2024')).flatMap((task: { measures: object[] }) => task.measures);
    expect(
      measures.filter(({ number }: { number: string }) => number === '6').map(({ id }: { id: string }) => id),
    ).toEqual(['JIANAN-2024.2.2', 'JIANAN-2024.3.1']);
    expect(new Set(measures.map(({ id }: { id: string }) => id)).size).toBe(68);
  });

  test('tasks MUST be in the order of the document, with the days that its words set; an unknown plan is null', async () => {
    const jianan = await tasks('JIANAN-2024');
    expect(jianan.map(({ number }: { number: string }) => number).slice(0, 3)).toEqual(['一', '二', '三']);
    expect(jianan[16]).toMatchObject({
      id: 'JIANAN-2024.17',
      dueOn: '2024-06-30',
      department: { code: '411003-EMERGENCY_MANAGEMENT' },
    });
    expect(jianan[0]).toMatchObject({ dueOn: null });
    expect((await tasks('SAMR-2024-2026'))[5]).toMatchObject({
      dueOn: '2026-12-31',
      department: { code: 'CN-MARKET_SUPERVISION' },
    });
    expect(await tasks('NONE')).toBeNull();
  });

  test('the plan MUST be for anyone, the progress for agencies only', async () => {
    const answer = await bed.run(PROGRESS, { variables: { plan: 'LINXIANG-GOALS-2026' } });
    expect(answer).toFailWith('SHARING_DENIED');
    expect(answer.data.actionTasks[0]).toMatchObject({
      id: 'LINXIANG-GOALS-2026.1',
      progress: { state: null, region: { code: '430682' } },
    });
    expect(await bed.run(LATE, { variables: { plan: 'LINXIANG-GOALS-2026', region: '430682' } })).toFailWith(
      'SHARING_DENIED',
    );
  });

  test('a goal MUST show numerator and denominator of the latest report of its division, and no other’s', async () => {
    expect(await progress('LINXIANG-GOALS-2026.8')).toMatchObject({
      state: 'NOT_STARTED',
      percent: null,
      numerator: null,
    });
    await report();
    await report({ sourceId: '2', numerator: 36, reportedOn: '2026-10-12' });
    await report({ sourceId: '3', numerator: 1, reportedOn: '2026-10-01' });
    expect(await progress('LINXIANG-GOALS-2026.8')).toMatchObject({
      ...{ state: 'UNDER_WAY', percent: 90, numerator: 36, denominator: 40, reportedOn: '2026-10-12' },
    });
    expect(await progress('LINXIANG-GOALS-2026.8', '430600')).toMatchObject({
      state: 'NOT_STARTED',
      numerator: null,
    });
    const { data } = await bed.run(
      '{ actionTasks(plan: "LINXIANG-GOALS-2026") { progressByRegion { numerator region { code } } reports { totalCount edges { node { numerator } } } } }',
      { caller: fire },
    );
    expect(data.actionTasks[7]).toEqual({
      progressByRegion: [{ numerator: 36, region: { code: '430682' } }],
      reports: { totalCount: 3, edges: [36, 30, 1].map((numerator) => ({ node: { numerator } })) },
    });
  });

  test('a task MUST be late from the day after its last day, by the department that has not reported it done', async () => {
    bed.now('2026-12-31T15:59:00Z');
    expect(await late()).toEqual([]);
    bed.now('2026-12-31T16:01:00Z');
    expect(await late()).toHaveLength(10);
    expect((await late()).find(({ itemId }: { itemId: string }) => itemId.endsWith('.8'))).toMatchObject({
      ...{ dueOn: '2026-12-31', daysLate: 1, reportedOn: null, department: { code: '430682-FIRE_RESCUE' } },
    });
    expect(await progress('LINXIANG-GOALS-2026.8')).toMatchObject({ state: 'LATE', lateItems: 1 });
    await report({ state: 'DONE', numerator: 40, reportedOn: '2027-01-01' });
    expect(await progress('LINXIANG-GOALS-2026.8')).toMatchObject({
      state: 'DONE',
      percent: 100,
      lateItems: 0,
    });
    expect(await late()).toHaveLength(9);
  });

  test('of several days in one text, those that were reported done MUST NOT be late', async () => {
    const itemId = 'JIANAN-2024.18.2';
    const sent = {
      itemId,
      regionCode: '411003',
      departmentCode: '411003-EMERGENCY_MANAGEMENT',
      numerator: null,
      denominator: null,
    };
    const caller = as.officer('EMERGENCY_MANAGEMENT', '411003', 'write:matters');
    const days = async () =>
      (await late('411003', 'JIANAN-2024')).flatMap((each: { itemId: string; dueOn: string }) =>
        each.itemId === itemId ? each.dueOn : [],
      );
    expect(await days()).toEqual(['2024-06-30', '2024-12-31', '2025-12-31']);
    expect(await report({ ...sent, doneTo: '2024-12-31', percent: 60 }, caller)).toMatchObject({
      accepted: 1,
    });
    expect(await days()).toEqual(['2025-12-31']);
    expect(await progress('JIANAN-2024.18')).toMatchObject({ state: 'LATE', items: 5, doneItems: 0 });
  });

  test.each<[string, object, string]>([
    ['an unknown item', { itemId: 'LINXIANG-GOALS-2026.11' }, 'REFERENCE_UNKNOWN'],
    ['an unknown plan', { itemId: 'NONE' }, 'REFERENCE_UNKNOWN'],
    ['a task that has measures', { itemId: 'JIANAN-2024.4', regionCode: '411003' }, 'REPORT_THE_MEASURES'],
    ['a division outside the plan', { itemId: 'JIANAN-2024.4.1' }, 'OUTSIDE_PLAN'],
    [
      'a department that does not answer for it',
      { departmentCode: '430682-WATER' },
      'DEPARTMENT_NOT_RESPONSIBLE',
    ],
    [
      'a department of another division',
      { departmentCode: '430600-FIRE_RESCUE' },
      'DEPARTMENT_NOT_RESPONSIBLE',
    ],
    [
      'another department’s part',
      { itemId: 'LINXIANG-GOALS-2026.1', departmentCode: '430682-EMERGENCY_MANAGEMENT' },
      'DEPARTMENT_NOT_YOURS',
    ],
    ['a numerator alone', { denominator: null }, 'FIELD_MISSING'],
    ['more than there are', { numerator: 41 }, 'FIGURES_CONTRADICT'],
    ['done, though figures say otherwise', { state: 'DONE' }, 'FIGURES_CONTRADICT'],
    ['a day that is to come', { reportedOn: '2026-10-16' }, 'DATE_OUT_OF_RANGE'],
    ['no evidence', { evidence: '' }, 'FIELD_MISSING'],
  ])('a report of %s MUST be refused', async (_, changes, code) => {
    expect((await report(changes)).rejected).toMatchObject([{ code }]);
  });

  test('a report MUST come from an agency with the scope, for its own division; the committee may report for others', async () => {
    const sent = [make.progress()];
    expect(await bed.submit('submitTaskProgress', sent, { caller: as.public })).toFailWith('SHARING_DENIED');
    expect(
      await bed.submit('submitTaskProgress', sent, { caller: as.officer('FIRE_RESCUE', '430682') }),
    ).toFailWith('SCOPE_MISSING');
    expect((await report({}, as.officer('FIRE_RESCUE', '430681', 'write:matters'))).rejected).toMatchObject([
      { code: 'OUTSIDE_REGION' },
    ]);
    expect((await report({}, emergency)).rejected).toMatchObject([{ code: 'DEPARTMENT_NOT_YOURS' }]);
    expect(await report({}, as.officer('SAFETY_COMMITTEE', '430682', 'write:matters'))).toMatchObject({
      accepted: 1,
    });
  });

  test('the progress of all tasks MUST cost one statement', async () => {
    await progress('JIANAN-2024.1');
    expect(await bed.statementsOf(() => progress('JIANAN-2024.1'))).toHaveLength(1);
    expect(await bed.statementsOf(() => late('411003', 'JIANAN-2024'))).toHaveLength(1);
  });

  test('what a division’s own plans wanted by a day MUST be listed for each department, as it was reported by that day', async () => {
    const due = async (by: string, narrowed = '', region = '411003') => {
      const text = `{ dueTasks(region: "${region}", by: "${by}"${narrowed}) { itemId dueOn phrase done reportedOn department { code } task { id } } }`;
      const { data } = await bed.run(text, { caller: fire });
      return data.dueTasks as { itemId: string; done: boolean; department: { code: string } }[];
    };
    const before = await due('2024-07-31');
    const [first] = before;
    expect(before.length).toBeGreaterThan(1);
    expect(first).toMatchObject({ done: false, reportedOn: null });
    const of = { itemId: first?.itemId, departmentCode: first?.department.code };
    const counts = { numerator: null, denominator: null, state: 'DONE' };
    const caller = as.officer('SAFETY_COMMITTEE', '411003', 'write:matters');
    const reported = { ...of, ...counts, regionCode: '411003', reportedOn: '2024-08-01' };
    expect(await report(reported, caller)).toMatchObject({ accepted: 1 });
    expect(await due('2024-07-31', ', done: true')).toEqual([]);
    const done = await due('2024-08-01', ', done: true');
    expect(done[0]).toMatchObject({ ...first, done: true, reportedOn: '2024-08-01' });
    expect(new Set(done.map(({ itemId, department }) => `${itemId} ${department.code}`)).size).toBe(1);
    const rest = await due('2024-08-01', ', done: false');
    expect([...done, ...rest]).toHaveLength((await due('2024-08-01')).length);
    // the plans of the province and of the country are not the county’s own
    expect(await due('2026-12-31', '', '430681')).toEqual([]);
    expect(await bed.run('{ dueTasks(region: "430682", by: "2026-10-08") { itemId } }')).toFailWith(
      'SHARING_DENIED',
    );
  });
});
