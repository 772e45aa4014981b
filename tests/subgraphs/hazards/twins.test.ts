import fc from 'fast-check';
import { openContext, valuesOf, type Caller, type DepartmentKind } from '../../../subgraphs/kernel';
import { hazards } from '../../../subgraphs/hazards';
import { Accident } from '../../../subgraphs/hazards/accident/accident';
import {
  isEvaluationOverdue,
  isIn,
  isReportedUpward,
} from '../../../subgraphs/hazards/accident/accident.lists';
import {
  accidentState,
  isEvaluationOverdueOn,
  isReportedUpwardInTime,
} from '../../../subgraphs/hazards/accident/accident.rules';
import { AccidentGrade, AccidentState } from '../../../subgraphs/hazards/accident/accident.terms';
import { CLOSED_ON_TIME } from '../../../subgraphs/hazards/hazard/caveat.lists';
import { Hazard } from '../../../subgraphs/hazards/hazard/hazard';
import { isOverdue } from '../../../subgraphs/hazards/hazard/hazard.lists';
import { isAgainstUse, isOnTime, isOverdueOn } from '../../../subgraphs/hazards/hazard/hazard.rules';
import { HazardGrade, HazardStatus } from '../../../subgraphs/hazards/hazard/hazard.terms';
import type { MatterOverview } from '../../../subgraphs/hazards/others';
import { againstUse } from '../../../subgraphs/hazards/standing/standing.lists';
import { overviewFigures } from '../../../subgraphs/hazards/statistics/overview.lists';
import { hazardStatistics } from '../../../subgraphs/hazards/statistics/statistics.lists';
import { as, callOf } from '../../support/callers';
import { TEST_SETTINGS } from '../../support/settings';
import { testBed } from '../../support/test-bed';
import { TODAYS, dayNear, dayNearOrNull, sameInBoth, storeRandom } from '../../support/twins';

const PLACE = '430682';
const usccs = Array.from({ length: 120 }, (_, at) => `uscc-${at}`);
const kinds: readonly DepartmentKind[] = ['MARKET_SUPERVISION', 'FIRE_RESCUE', 'SAFETY_COMMITTEE'];

/** A closed hazard has the day on which it was closed, and no other has one: a submission is refused else. */
const course = fc.oneof(
  fc.record({ status: fc.constant<HazardStatus>('CLOSED'), closedOn: dayNear() }),
  fc.record({
    status: fc.constantFrom(...valuesOf<HazardStatus>(HazardStatus).filter((status) => status !== 'CLOSED')),
  }),
);
const hazard = fc
  .record({
    course,
    ...{ dueOn: dayNearOrNull(), originalDueOn: dayNearOrNull(), foundOn: dayNear(30) },
    ...{ uscc: fc.option(fc.constantFrom(...usccs), { freq: 5 }), competentKind: fc.constantFrom(...kinds) },
  })
  .map(({ course: { status, ...closed }, ...rest }) => {
    const same = {
      regionCode: PLACE,
      grade: 'MAJOR',
      domain: 'FIRE',
      channel: 'INSPECTION',
      matterCodes: [],
    } as const;
    return { closedOn: null, ...closed, status, ...rest, ...same, matterCodes: [], about: ['domain:FIRE'] };
  });

/** A moment, to the second, near one whole hour of a day. */
const moment = fc
  .tuple(dayNear(), fc.constantFrom('09', '10', '11'), fc.constantFrom('00:00', '00:01', '59:59'))
  .map(([day, hour, rest]) => new Date(`${day}T${hour}:${rest}+08:00`));
const HOUR_MS = 3_600_000;
const accident = fc
  .record({
    grade: fc.constantFrom(...valuesOf(AccidentGrade)),
    occurredAt: fc.oneof(
      moment,
      fc.constantFrom(new Date('2023-12-31T15:59:59Z'), new Date('2023-12-31T16:00:00Z')),
    ),
    reportedAt: moment,
    after: fc.option(fc.constantFrom(0, 1, 2), { freq: 2 }),
    off: fc.constantFrom(-1, 0, 1),
    closedOn: dayNearOrNull(365, 366),
    evaluatedOn: fc.option(dayNear(), { freq: 2 }),
  })
  .map(({ after, off, ...row }) => ({
    ...row,
    reportedUpAt: after === null ? null : new Date(row.reportedAt.getTime() + after * HOUR_MS + off * 1000),
  }));

describe('rules of hazards that stand in SQL as well', () => {
  const bed = testBed(hazards);
  let rows: Hazard[];
  beforeAll(async () => {
    const { db } = bed.subgraph;
    await storeRandom(db, Hazard, hazard);
    rows = await db.read<Hazard>(`SELECT ${db.columns(Hazard)} FROM hazard`);
    await storeRandom(db, Accident, accident);
  });

  const contextOf = (caller: Caller, today: string) =>
    openContext(callOf(caller), bed.subgraph.db, TEST_SETTINGS, new Date(`${today}T12:00:00+08:00`));

  test('the list MUST hold a hazard overdue on the days on which it says so itself', () =>
    sameInBoth(bed.subgraph.db, { entity: Hazard, sql: isOverdue, rule: isOverdueOn }));

  test('the list MUST find as closed on time the hazards that say so themselves', () =>
    sameInBoth(bed.subgraph.db, {
      entity: Hazard,
      sql: () => CLOSED_ON_TIME,
      rule: ({ closedOn, originalDueOn }) => isOnTime(closedOn, originalDueOn) === true,
      moves: false,
    }));

  test('figures MUST count as overdue the hazards that say so themselves, and as on time those that were', async () => {
    const overviewOf: MatterOverview = {
      matterCode: 'M',
      regionCode: '430000',
      scope: { hazardDomains: ['FIRE'], equipmentKinds: [], roles: [] },
    };
    for (const today of TODAYS) {
      const context = contextOf(as.public, today);
      const asked = { region: '430000', year: null, groupBy: 'TOTAL', grade: 'MAJOR' } as const;
      const [ahead] = await hazardStatistics(context, asked, []);
      const [now] = await hazardStatistics(context, { ...asked, foundFrom: '2000-01-01' }, []);
      const overview = await overviewFigures(context, overviewOf);
      const known = rows.filter(({ status }) => status !== 'REPORTED' && status !== 'DISMISSED');
      const overdue = known.filter((one) => isOverdueOn(one, today)).length;
      const onTime = known.filter(({ closedOn, originalDueOn }) => isOnTime(closedOn, originalDueOn)).length;
      expect(overdue).toBeGreaterThan(0);
      expect([ahead?.overdue, now?.overdue, overview.overdue]).toEqual([overdue, overdue, overdue]);
      expect([ahead?.closedOnTime, now?.closedOnTime]).toEqual([onTime, onTime]);
    }
  });

  test('the list MUST hold the evaluation of an accident overdue on the days on which it says so itself', () =>
    sameInBoth(bed.subgraph.db, {
      entity: Accident,
      sql: isEvaluationOverdue,
      rule: ({ closedOn, evaluatedOn }, today) => isEvaluationOverdueOn(closedOn, evaluatedOn, today),
    }));

  test.each(valuesOf(AccidentState))('the list MUST hold an accident %s as it says itself', (state) =>
    sameInBoth(bed.subgraph.db, {
      entity: Accident,
      sql: () => isIn(state),
      rule: (one) => accidentState(one) === state,
      moves: false,
    }),
  );

  test.each([true, false])(
    'the list MUST find the accidents that say they were reported upward in time: %s',
    (inTime) => {
      const now = (today: string) => new Date(`${today}T12:00:00+08:00`);
      return sameInBoth(bed.subgraph.db, {
        entity: Accident,
        sql: (today) => isReportedUpward(inTime, { today, now: now(today) }),
        rule: (one, today) => isReportedUpwardInTime(one, one.grade, now(today)) === inTime,
        moves: !inTime,
      });
    },
  );
});

describe('what stands against the use of a device', () => {
  const bed = testBed(hazards);

  test('counts MUST hold a hazard against it that says so itself, of every state and grade', async () => {
    const row = fc.record({
      status: fc.constantFrom(...valuesOf(HazardStatus)),
      grade: fc.constantFrom(...valuesOf(HazardGrade)),
      criterionCode: fc.option(fc.constant('GB45067-4.10-3'), { freq: 2 }),
    });
    await storeRandom(bed.subgraph.db, Hazard, row);
    await sameInBoth(bed.subgraph.db, { entity: Hazard, sql: againstUse, rule: isAgainstUse, moves: false });
  });
});
