import { OTHER_USCC, USCC, idNumberOf, make, reader, safety, trainingBed } from './sample';
import { as } from '../../support/callers';

const DUTIES =
  'query ($filter: TrainingDutyFilter) { trainingDuties(filter: $filter) { totalCount edges { node { trigger status fulfilledOn dueOn year enterprise { uscc } department { code } } } } }';

const bed = trainingBed();

describe('duties to be trained and to hold drills', () => {
  beforeEach(() => bed.empty());

  const duties = async (filter: object = {}) =>
    (await bed.run(DUTIES, { caller: reader, variables: { filter } })).data.trainingDuties.edges.map(
      ({ node }: { node: object }) => node,
    );
  const train = async (course: object, ...attendances: object[]) => {
    const record = make.course(course);
    await bed.put('submitTrainingCourses', record);
    await bed.put(
      'submitAttendance',
      ...attendances.map((attendance) => make.attendance(record.sourceId, attendance)),
    );
  };

  test('a new principal MUST be trained within the months of the rule, and be overdue on the day after', async () => {
    await bed.put(
      'submitTrainingDuties',
      make.duty({ trigger: 'NEW_PRINCIPAL', eventOn: '2026-01-15', idNumber: idNumberOf(2) }),
    );
    expect(await duties()).toMatchObject([{ status: 'OPEN', dueOn: '2026-07-15', year: 2026 }]);
    bed.now('2026-07-15T15:59:59Z');
    expect(await duties({ status: 'OPEN' })).toHaveLength(1);
    bed.now('2026-07-15T16:00:00Z');
    expect(await duties({ status: 'OVERDUE' })).toMatchObject([{ status: 'OVERDUE' }]);
    expect(await duties({ status: 'OPEN', on: '2026-07-15' })).toHaveLength(1);
    expect(await duties({ status: 'OVERDUE', on: '2026-07-15' })).toEqual([]);
  });

  test('attending a matching course MUST fulfil it, from the day of the event on', async () => {
    await bed.put(
      'submitTrainingDuties',
      make.duty({ trigger: 'NEW_PRINCIPAL', eventOn: '2026-01-15', idNumber: idNumberOf(2) }),
    );
    await train({ heldOn: '2026-01-14' }, {});
    await train({ audience: 'SAFETY_MANAGER' }, {});
    await train({}, { idNumber: idNumberOf(3) }, { uscc: OTHER_USCC }, { outcome: 'FAILED' });
    await train({}, { outcome: 'ABSENT' });
    expect(await duties()).toMatchObject([{ status: 'OPEN', fulfilledOn: null }]);
    await train({ heldOn: '2026-05-01' }, { outcome: 'PASSED' });
    await train({ heldOn: '2026-04-01' }, {});
    expect(await duties({ status: 'FULFILLED' })).toMatchObject([
      { status: 'FULFILLED', fulfilledOn: '2026-04-01' },
    ]);
  });

  test('duties MUST be listed by industries, and those of none that is known among all others', async () => {
    await bed.put(
      'submitTrainingDuties',
      ...['0610', '7010', null].map((industryCode, at) =>
        make.duty({ sourceId: `${at}`, industryCode, eventOn: `2026-0${at + 1}-15` }),
      ),
    );
    for (const [filter, found] of [
      [{ industries: ['06', '08'] }, 1],
      [{ notIndustries: ['06', '08'] }, 2],
      [{ industries: ['06'], notIndustries: ['06'] }, 0],
    ] as const)
      expect([filter, (await duties(filter)).length]).toEqual([filter, found]);
  });

  test('duties MUST be listed by the grade of the hospital, by whether it is known, and by whether they were done late', async () => {
    const grades = ['SECONDARY', 'TERTIARY', 'PRIMARY', null];
    await bed.put(
      'submitTrainingDuties',
      ...grades.map((hospitalGrade, at) =>
        make.duty({ sourceId: `${at}`, hospitalGrade, trigger: 'NEW_PRINCIPAL', eventOn: '2026-01-15' }),
      ),
    );
    const counted = async (filter: object) => (await duties(filter)).length;
    expect(await counted({ hospitalGrades: ['SECONDARY', 'TERTIARY'] })).toBe(2);
    expect(await counted({ hospitalGradeKnown: false })).toBe(1);
    expect(await counted({ hospitalGradeKnown: true, late: false })).toBe(3);
    expect(await counted({ late: true })).toBe(0);
    bed.now('2026-10-01T00:00:00Z');
    await train({ heldOn: '2026-07-16' }, {});
    expect([await counted({ late: true }), await counted({ late: false })]).toEqual([4, 0]);
  });

  test('a course that is too short MUST NOT fulfil a duty of so many hours', async () => {
    await bed.put('submitTrainingDuties', make.duty({ minHours: 8 }));
    await train({ hours: 7 }, {});
    expect(await duties()).toMatchObject([{ status: 'OPEN' }]);
    await train({ hours: 8 }, {});
    expect(await duties()).toMatchObject([{ status: 'FULFILLED' }]);
  });

  test('what recurs MUST be done in its period; what arises once may be done late', async () => {
    await bed.put('submitTrainingDuties', make.duty({ eventOn: '2025-06-01' }));
    await bed.put(
      'submitTrainingDuties',
      make.duty({ trigger: 'NEW_ENTERPRISE', eventOn: '2025-02-01', uscc: OTHER_USCC }),
    );
    await train({}, {}, { uscc: OTHER_USCC });
    expect(await duties()).toMatchObject([
      { trigger: 'NEW_ENTERPRISE', dueOn: '2025-08-01', status: 'FULFILLED', fulfilledOn: '2026-03-02' },
      { trigger: 'YEARLY', dueOn: '2025-12-31', status: 'OVERDUE', fulfilledOn: null },
    ]);
  });

  test('a drill MUST be held in each half-year in a high-risk field, and who missed it MUST be found', async () => {
    const drill = { activity: 'DRILL', trigger: 'HALF_YEARLY', audience: 'EMPLOYEE' };
    await bed.put(
      'submitTrainingDuties',
      make.duty({ ...drill, eventOn: '2025-12-31' }),
      make.duty({ ...drill, eventOn: '2026-06-30' }),
    );
    await bed.put('submitTrainingDuties', make.duty({ ...drill, uscc: OTHER_USCC, eventOn: '2025-08-01' }));
    await bed.put('submitDrills', make.drill({ heldOn: '2025-07-01' }), make.drill({ heldOn: '2026-01-01' }));
    expect(await duties({ activity: 'DRILL', status: 'OVERDUE' })).toMatchObject([
      { enterprise: { uscc: OTHER_USCC }, dueOn: '2025-12-31' },
    ]);
    expect(await duties({ activity: 'DRILL', status: 'FULFILLED' })).toMatchObject([
      { fulfilledOn: '2025-07-01' },
      { fulfilledOn: '2026-01-01' },
    ]);
    expect(await duties({ activity: 'TRAINING' })).toEqual([]);
  });

  test('regulators who missed a month’s training MUST be found by department', async () => {
    const regulator = { trigger: 'MONTHLY', audience: 'REGULATOR', uscc: null };
    const [here, there] = ['430682-EMERGENCY_MANAGEMENT', '430600-EMERGENCY_MANAGEMENT'];
    await bed.put(
      'submitTrainingDuties',
      ...[here, there].map((departmentCode) =>
        make.duty({ ...regulator, eventOn: '2026-02-10', departmentCode }),
      ),
    );
    await train({ audience: 'REGULATOR', heldOn: '2026-02-28' }, { uscc: null, departmentCode: here });
    expect(await duties({ audience: 'REGULATOR', status: 'OVERDUE' })).toMatchObject([
      { department: { code: there }, dueOn: '2026-02-28' },
    ]);
  });

  test('a page of duties with their states MUST take one statement', async () => {
    await bed.put('submitTrainingDuties', ...Array.from({ length: 50 }, () => make.duty()));
    const query = DUTIES.replace('totalCount', '');
    expect(await bed.statementsOf(() => bed.run(query, { caller: reader }))).toHaveLength(1);
  });

  test.each([
    ['a duty of nobody', { uscc: null }, 'FIELD_MISSING', 'uscc'],
    [
      'a duty of an enterprise and a department',
      { departmentCode: '430682-FIRE_RESCUE' },
      'FIELD_INVALID',
      'departmentCode',
    ],
    [
      'a drill for a new enterprise',
      { activity: 'DRILL', trigger: 'NEW_ENTERPRISE' },
      'FIELD_INVALID',
      'trigger',
    ],
    ['a drill of one person', { activity: 'DRILL', idNumber: idNumberOf(1) }, 'FIELD_INVALID', 'idNumber'],
  ])('MUST refuse %s', async (_, change, code, field) => {
    const { data } = await bed.submit('submitTrainingDuties', [make.duty(change)], { caller: safety });
    expect(data.receipt.rejected[0]).toMatchObject({ code, field });
    expect(JSON.stringify(data)).not.toContain(idNumberOf(1));
  });

  test('attendance of an unknown course MUST be refused', async () => {
    const { data } = await bed.submit('submitAttendance', [make.attendance('none')]);
    expect(data.receipt.rejected[0]).toMatchObject({ code: 'REFERENCE_UNKNOWN', field: 'courseId' });
  });

  test('attendance MUST count once, and what was stored twice before fulfil nothing', async () => {
    await bed.put('submitTrainingDuties', make.duty({ sourceId: 'once', eventOn: '2024-01-05' }));
    await bed.put('submitTrainingCourses', make.course({ sourceId: 'once', heldOn: '2024-03-02' }));
    const record = make.attendance('once', { sourceId: 'once', outcome: 'FAILED' });
    await bed.put('submitAttendance', record);
    const again = [{ ...record, outcome: 'PASSED' }];
    expect((await bed.receipt('submitAttendance', again, { source: 'other' })).rejected).toMatchObject([
      { code: 'RECORD_DUPLICATE', field: 'courseId' },
    ]);
    await bed.rows(`INSERT INTO attendance SELECT (json_populate_record(one,
      '{"id": "old/1", "source": "old", "outcome": "PASSED", "duplicate_of": "test/once"}')).* FROM attendance AS one WHERE id = 'test/once'`);
    const { data } = await bed.run(
      `{ trainingCourse(id: "test/once") { attendance { totalCount edges { node { outcome } } } }
         trainingDuties(filter: { year: 2024 }) { edges { node { status } } } }`,
      { caller: reader },
    );
    expect(data).toEqual({
      trainingCourse: { attendance: { totalCount: 1, edges: [{ node: { outcome: 'FAILED' } }] } },
      trainingDuties: { edges: [{ node: { status: 'OVERDUE' } }] },
    });
  });

  test('a course MUST show who took part, names and results on conditions only', async () => {
    await train({ sourceId: 'exam', form: 'SUPERVISED_EXAM' }, { outcome: 'PASSED', score: '92' });
    const query =
      '{ trainingCourse(id: "test/exam") { form attendance { totalCount edges { node { name fullName score outcome enterprise { uscc } } } } } }';
    const shown = await bed.run(query, { caller: reader, purpose: '监督抽考' });
    const node = { name: '李**', outcome: 'PASSED', enterprise: { uscc: USCC } };
    expect(shown.data.trainingCourse.attendance.edges[0].node).toEqual({
      ...node,
      fullName: '李四光',
      score: '92',
    });
    const elsewhere = await bed.run(query, {
      caller: as.officer('FIRE_RESCUE', '410000', 'share:conditional'),
      purpose: '监督抽考',
    });
    expect(elsewhere.data.trainingCourse.attendance.edges[0].node).toEqual({
      ...node,
      fullName: null,
      score: null,
    });
  });

  test('the latest courses MUST come first, by region, audience and day', async () => {
    for (const [heldOn, regionCode] of [
      ['2026-01-01', '430682'],
      ['2026-03-01', '411003'],
      ['2026-02-01', '430600'],
    ])
      await train({ heldOn, regionCode }, {});
    const days = async (filter: string) =>
      (
        await bed.run(`{ trainingCourses(filter: ${filter}) { edges { node { heldOn } } } }`, {
          caller: reader,
        })
      ).data.trainingCourses.edges.map(({ node }: { node: { heldOn: string } }) => node.heldOn);
    expect(await days('{ audience: PRINCIPAL }')).toEqual(['2026-03-01', '2026-02-01', '2026-01-01']);
    expect(await days('{ region: "430000", heldTo: "2026-01-31" }')).toEqual(['2026-01-01']);
    expect(await days('{ form: WARNING }')).toEqual([]);
  });
});
