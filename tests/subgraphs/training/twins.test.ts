import fc from 'fast-check';
import sql, { raw } from 'sql-template-tag';
import { NATIONWIDE, valuesOf, type EntityClass } from '../../../subgraphs/kernel';
import { training } from '../../../subgraphs/training';
import { Attendance, AttendanceOutcome } from '../../../subgraphs/training/course/attendance';
import { TrainingCourse, type TrainingAudience } from '../../../subgraphs/training/course/training-course';
import { Drill } from '../../../subgraphs/training/duty/drill';
import { inStatus as dutiesInStatus } from '../../../subgraphs/training/duty/duty.lists';
import { dutyStatus } from '../../../subgraphs/training/duty/duty.rules';
import { DutyActivity, DutyStatus, TrainingDuty } from '../../../subgraphs/training/duty/training-duty';
import { worksAt } from '../../../subgraphs/training/operator/operator.lists';
import { paperFor, worksThere } from '../../../subgraphs/training/operator/operator.rules';
import {
  Qualification,
  QualificationStanding,
  QualificationStatus,
} from '../../../subgraphs/training/qualification/qualification';
import { inForce, inStatus } from '../../../subgraphs/training/qualification/qualification.lists';
import { itemsForKind } from '../../../subgraphs/training/qualification/item.rules';
import { isInForce, statusOn } from '../../../subgraphs/training/qualification/qualification.rules';
import { testBed } from '../../support/test-bed';
import { TODAYS, dayNear, sameInBoth, store, storeRandom } from '../../support/twins';
import { reader } from './sample';

interface Listed {
  qualifiedOperators: { totalCount: number; edges: { node: { personId: string } }[] };
}

const oneOf = (prefix: string, count: number) =>
  fc.constantFrom(...Array.from({ length: count }, (_, at) => `${prefix}${at}`));
const audience = fc.constantFrom<TrainingAudience>('PRINCIPAL', 'WELDER');
const subject = oneOf('subject-', 60);
const hours = fc.integer({ min: 1, max: 4 });

const FORKLIFT = '5110';
const PLACE = '430682';
const PLACES = [PLACE, '430682102', '430682102001', '430600', '430000'];
const USERS = ['user-0', 'user-1', 'user-2'];
const OPERATORS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Equipment {
  qualifiedOperators(first: 100) { totalCount edges { node { personId } } } } } }`;

describe('rules of training that stand in SQL as well', () => {
  const bed = testBed(training);
  beforeAll(async () => {
    const { db } = bed.subgraph;
    const qualification = {
      standing: fc.oneof(
        fc.constant<QualificationStanding>('VALID'),
        fc.constantFrom(...valuesOf(QualificationStanding)),
      ),
      ...{ validUntil: dayNear(), renewBy: dayNear(90) },
      ...{ itemId: fc.constantFrom(...itemsForKind(FORKLIFT), 'OTHER'), personId: oneOf('person-', 60) },
      employerUscc: fc.option(fc.constantFrom(...USERS), { freq: 5 }),
      regionCode: fc.constantFrom(...PLACES, '430682101', '430681', '430100', '410000', NATIONWIDE),
    };
    await storeRandom(db, Qualification, fc.record(qualification));
    await storeRandom(db, TrainingCourse, fc.record({ audience, hours, heldOn: dayNear(60) }));
    const courses = (await rowsOf(TrainingCourse)).map(({ id }) => id);
    const attendance = { courseId: fc.constantFrom(...courses), subject, personId: oneOf('person-', 3) };
    const attending = fc.record({ ...attendance, outcome: fc.constantFrom(...valuesOf(AttendanceOutcome)) });
    const selector = ({ personId, subject: of, courseId }: Partial<Attendance>) =>
      `${personId} ${of} ${courseId}`;
    const [attended = []] = fc.sample(
      fc.uniqueArray(attending, { selector, minLength: 400, maxLength: 400 }),
      1,
    );
    await store(
      db,
      Attendance,
      attended.map((each, at) => ({ ...each, duplicateOf: at % 4 === 0 ? 'test/1' : null })),
    );
    await storeRandom(db, Drill, fc.record({ uscc: subject, heldOn: dayNear(60) }));
    const duty = {
      ...{ subject, audience, minHours: hours, personId: fc.option(oneOf('person-', 3), { freq: 2 }) },
      activity: fc.constantFrom(...valuesOf(DutyActivity)),
      ...{
        fromOn: dayNear(60, 400),
        dueOn: dayNear(),
        countsUntil: fc.oneof(dayNear(), fc.constant('9999-12-31')),
      },
    };
    await storeRandom(db, TrainingDuty, fc.record(duty));
  });

  const rowsOf = <Row extends object>(entity: EntityClass<Row>): Promise<Row[]> => {
    const { db } = bed.subgraph;
    return db.query<Row>(
      sql`SELECT ${raw(db.columns(entity))} FROM ${raw(db.dataSource.getMetadata(entity).tableName)}`,
    );
  };

  test.each(valuesOf<QualificationStatus>(QualificationStatus))(
    'the list MUST find as %s the qualifications that say so themselves',
    async (status) => {
      const moves = status === 'VALID' || status === 'RENEWAL_DUE' || status === 'EXPIRED';
      const rule = (one: Qualification, today: string) => statusOn(one, today) === status;
      await sameInBoth(bed.subgraph.db, {
        entity: Qualification,
        sql: (today) => inStatus(status, today),
        rule,
        moves,
      });
    },
  );

  test('lists and counts MUST hold a qualification in force on the days on which its status is', async () => {
    const rule = (one: Qualification, today: string) => isInForce(statusOn(one, today));
    await sameInBoth(bed.subgraph.db, { entity: Qualification, sql: inForce, rule });
  });

  test('the operators of a device MUST be those of whom it says one by one that they may operate it', async () => {
    const held = await rowsOf(Qualification);
    const people = [...new Set(held.map(({ personId }) => personId))].sort();
    const of = USERS.map((uscc) => ({
      ...{ __typename: 'Equipment', code: uscc },
      kind: { __typename: 'EquipmentKind', code: FORKLIFT },
      user: { __typename: 'Enterprise', uscc },
      region: { __typename: 'Region', code: PLACE },
    }));
    for (const today of TODAYS) {
      bed.now(`${today}T12:00:00+08:00`);
      const { data } = await bed.run(OPERATORS, { caller: reader, variables: { of } });
      const listed = data._entities.map(({ qualifiedOperators: { totalCount, edges } }: Listed) => {
        expect(edges).toHaveLength(totalCount);
        return [...new Set(edges.map(({ node }) => node.personId))].sort();
      });
      const allowed = USERS.map((user) =>
        people.filter((person) => {
          const own = held.filter(({ personId }) => personId === person);
          const work = { items: itemsForKind(FORKLIFT), userUscc: user, regionCode: PLACE };
          return paperFor(own, work, today).reason === 'AUTHORISED';
        }),
      );
      expect(listed).toEqual(allowed);
      expect(allowed.flat().length).toBeGreaterThan(0);
    }
  });

  test.each(PLACES)('the operators of a device in %s MUST be those who say that they work there', (place) =>
    sameInBoth(bed.subgraph.db, {
      entity: Qualification,
      sql: () => worksAt(place),
      rule: ({ regionCode }) => worksThere(regionCode, place),
      moves: false,
    }),
  );

  test.each(valuesOf<DutyStatus>(DutyStatus))(
    'the list MUST find as %s the duties that say so themselves',
    async (status) => {
      const [courses, attendance, drills] = await Promise.all([
        rowsOf(TrainingCourse),
        rowsOf(Attendance),
        rowsOf(Drill),
      ]);
      const courseById = new Map(courses.map((course) => [course.id, course]));
      const attended = attendance
        .filter(({ duplicateOf }) => duplicateOf === null)
        .map((each) => ({ ...each, course: courseById.get(each.courseId) }));
      /** The days on which a duty was done, as its description has it. */
      const doneOn = (duty: TrainingDuty) =>
        duty.activity === 'DRILL'
          ? drills.filter(({ uscc }) => uscc === duty.subject).map(({ heldOn }) => heldOn)
          : attended
              .filter(
                (each) =>
                  each.subject === duty.subject &&
                  (duty.personId === null || duty.personId === each.personId),
              )
              .filter(({ outcome }) => outcome === 'ATTENDED' || outcome === 'PASSED')
              .flatMap(({ course }) =>
                course && course.audience === duty.audience && course.hours >= duty.minHours
                  ? course.heldOn
                  : [],
              );
      const rule = (duty: TrainingDuty, today: string) => {
        const [first = null] = doneOn(duty)
          .filter((day) => duty.fromOn <= day && day <= duty.countsUntil && day <= today)
          .sort();
        return dutyStatus(duty, first, today) === status;
      };
      await sameInBoth(bed.subgraph.db, {
        entity: TrainingDuty,
        sql: (today) => dutiesInStatus(status, today),
        rule,
      });
    },
  );
});
