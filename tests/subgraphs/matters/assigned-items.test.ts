import { as } from '../../support/callers';
import { city, county, emergency, fire, mattersBed, other } from './sample';

const ASSIGN = `mutation ($input: AssignItemInput!) { answer: assignItem(input: $input) { id status overdue dueOn department { code } } }`;
const STEPS = {
  reportItem: `mutation ($input: ReportItemInput!) { answer: reportItem(input: $input) { status reportedOn result } }`,
  returnItem: `mutation ($input: DecideItemInput!) { answer: returnItem(input: $input) { status reportedOn } }`,
  closeItem: `mutation ($input: DecideItemInput!) { answer: closeItem(input: $input) { status closedOn } }`,
};
const LIST = `query ($filter: AssignedItemFilter) { assignedItems(filter: $filter) { totalCount edges { node { id overdue history { step } } } } }`;

const bed = mattersBed();

describe('assigned items', () => {
  let id: string;
  beforeEach(async () => {
    await bed.empty();
    id = (await assign()).data.answer.id;
  });

  const assign = (changes: object = {}, caller = city) =>
    bed.run(ASSIGN, {
      caller,
      variables: {
        input: {
          ...{
            kind: 'SUPERVISED',
            title: '打通生命通道',
            demand: '整改占堵',
            regionCode: '430682',
            department: '430682-FIRE_RESCUE',
          },
          ...{ dueOn: '2026-10-20', ...changes },
        },
      },
    });
  const report = (caller = fire) =>
    bed.run(STEPS.reportItem, { caller, variables: { input: { id, result: '已整改，照片12张' } } });
  const decide = (step: 'returnItem' | 'closeItem', caller = city) =>
    bed.run(STEPS[step], { caller, variables: { input: { id, reason: '现场核查' } } });
  const list = async (filter: object) =>
    (await bed.run(LIST, { caller: fire, variables: { filter } })).data.assignedItems;

  test('an item MUST go its way: given, reported, sent back, reported again, closed, with all of it on record', async () => {
    expect((await report()).data.answer).toMatchObject({ status: 'REPORTED', reportedOn: '2026-10-15' });
    expect((await decide('returnItem')).data.answer).toEqual({ status: 'OPEN', reportedOn: null });
    expect(await report()).toSucceed();
    expect((await decide('closeItem')).data.answer).toEqual({ status: 'CLOSED', closedOn: '2026-10-15' });
    const { edges } = await list({ status: 'CLOSED' });
    expect(edges[0].node.history.map(({ step }: { step: string }) => step)).toEqual([
      'GIVEN',
      'REPORTED',
      'RETURNED',
      'REPORTED',
      'CLOSED',
    ]);
  });

  test('a step that does not follow MUST be refused', async () => {
    for (const step of ['returnItem', 'closeItem'] as const)
      expect(await decide(step)).toFailWith('STEP_NOT_ALLOWED');
    await report();
    expect(await report()).toFailWith('STEP_NOT_ALLOWED');
    await decide('closeItem');
    for (const step of ['returnItem', 'closeItem'] as const)
      expect(await decide(step)).toFailWith('STEP_NOT_ALLOWED');
    expect(await report()).toFailWith('STEP_NOT_ALLOWED');
  });

  test('it MUST be reported by its own department, and closed by the committee, never by who has reported', async () => {
    expect(await report(emergency)).toFailWith('ITEM_NOT_YOURS');
    expect(await report(as.officer('FIRE_RESCUE', '430681', 'write:matters'))).toFailWith('OUTSIDE_REGION');
    await report();
    expect(await decide('closeItem', as.officer('FIRE_RESCUE', '430682', 'decide:matters'))).toFailWith(
      'COMMITTEE_ONLY',
    );
    expect(await decide('closeItem', { ...county, subject: fire.subject })).toFailWith('DECIDER_MUST_DIFFER');
    expect(await decide('closeItem', other(county))).toSucceed();
  });

  test('it MUST be overdue from the day after its last day until it is reported, in lists as well', async () => {
    bed.now('2026-10-20T15:59:00Z');
    expect((await list({ overdue: true })).totalCount).toBe(0);
    bed.now('2026-10-20T16:01:00Z');
    expect((await list({ overdue: true })).edges).toMatchObject([{ node: { id, overdue: true } }]);
    expect((await list({ overdueOn: '2026-01-01' })).totalCount).toBe(0);
    expect((await list({ overdueOn: '2030-01-01' })).totalCount).toBe(1);
    expect((await list({ overdue: false })).totalCount).toBe(0);
    await report();
    expect((await list({ overdue: false })).edges).toMatchObject([{ node: { overdue: false } }]);
  });

  test('items MUST be found by division and department', async () => {
    await assign({ department: '430682-HOUSING' });
    expect((await list({ region: '430600' })).totalCount).toBe(2);
    expect((await list({ region: '411003' })).totalCount).toBe(0);
    expect((await list({ department: '430682-HOUSING' })).totalCount).toBe(1);
  });

  test.each<[string, object, typeof city, string]>([
    ['by another department', {}, as.officer('FIRE_RESCUE', '430600', 'decide:matters'), 'COMMITTEE_ONLY'],
    [
      'outside its region',
      { regionCode: '411003', department: '411003-FIRE_RESCUE' },
      city,
      'OUTSIDE_REGION',
    ],
    ['to a department of another division', { department: '430681-FIRE_RESCUE' }, city, 'FIELD_INVALID'],
    ['for a day that is over', { dueOn: '2026-10-14' }, city, 'DATE_OUT_OF_RANGE'],
    ['without the scope', {}, as.officer('SAFETY_COMMITTEE', '430600', 'write:matters'), 'SCOPE_MISSING'],
  ])('an item MUST NOT be given %s', async (_, changes, caller, code) => {
    expect(await assign(changes, caller)).toFailWith(code);
  });
});
