import fc from 'fast-check';
import { valuesOf } from '../../../subgraphs/kernel';
import { enforcement } from '../../../subgraphs/enforcement';
import { EnforcementCase } from '../../../subgraphs/enforcement/case/case';
import { isOverdue as isCaseOverdueOn } from '../../../subgraphs/enforcement/case/case-clock.rules';
import { CaseStatus } from '../../../subgraphs/enforcement/case/case.terms';
import { isOverdue as isCaseOverdue } from '../../../subgraphs/enforcement/case/case.lists';
import {
  isOverdueOn as isNoticeOverdueOn,
  statusOf,
} from '../../../subgraphs/enforcement/notice/notice.rules';
import { isIn, isOverdue as isNoticeOverdue } from '../../../subgraphs/enforcement/notice/notice.lists';
import { NoticeStatus, SupervisoryNotice } from '../../../subgraphs/enforcement/notice/supervisory-notice';
import { PenaltyDecision } from '../../../subgraphs/enforcement/penalty/penalty-decision';
import { isPublic } from '../../../subgraphs/enforcement/penalty/penalty.lists';
import { isPublicOn } from '../../../subgraphs/enforcement/penalty/penalty.rules';
import { PublicityExclusion } from '../../../subgraphs/enforcement/penalty/penalty.terms';
import { Tip } from '../../../subgraphs/enforcement/tip/tip';
import { TipStatus } from '../../../subgraphs/enforcement/tip/tip.terms';
import { isOverdue as isTipOverdue } from '../../../subgraphs/enforcement/tip/tip.lists';
import { HANDLERS, isOverdueOn as isTipOverdueOn } from '../../../subgraphs/enforcement/tip/tip.rules';
import { testBed } from '../../support/test-bed';
import { dayNear, dayNearOrNull, sameInBoth, storeRandom } from '../../support/twins';

/** As many days as 5, 7, 15 and 30 working days take, with and without holidays between. */
const WORKING_DAYS = [7, 9, 15, 17, 21, 23, 29, 31, 42, 45, 50];

describe('rules of enforcement that stand in SQL as well', () => {
  const bed = testBed(enforcement);

  test('the list MUST hold a tip overdue on the days on which it says so itself', async () => {
    const { db } = bed.subgraph;
    const row = fc.record({
      handlerKind: fc.constantFrom(...HANDLERS),
      takenInOn: fc.option(dayNear(...WORKING_DAYS)),
      acceptedOn: fc.option(dayNear()),
      blocksEscape: fc.option(fc.boolean()),
      status: fc.constantFrom(...valuesOf(TipStatus)),
      receivedOn: dayNear(...WORKING_DAYS),
      extended: fc.boolean(),
      named: fc.boolean(),
      decidedOn: dayNearOrNull(...WORKING_DAYS),
      toldOn: fc.option(dayNear(), { freq: 2 }),
    });
    await storeRandom(db, Tip, row);
    const rule = (tip: Tip, today: string) => isTipOverdueOn(tip, today) === true;
    await sameInBoth(db, { entity: Tip, sql: isTipOverdue, rule });
  });

  test('the list MUST hold a case overdue on the days on which it says so itself', async () => {
    const { db } = bed.subgraph;
    const row = fc.record({
      status: fc.oneof(fc.constant<CaseStatus>('LEAD'), fc.constantFrom(...valuesOf(CaseStatus))),
      departmentKind: fc.constantFrom(
        'MARKET_SUPERVISION' as const,
        'FIRE_RESCUE' as const,
        'HOUSING' as const,
      ),
      leadReceivedOn: dayNear(...WORKING_DAYS),
      filingExtended: fc.boolean(),
      lastDay: dayNearOrNull(1, 8),
      clockStoppedOn: fc.option(dayNear(), { freq: 2 }),
    });
    await storeRandom(db, EnforcementCase, row);
    await sameInBoth(db, { entity: EnforcementCase, sql: isCaseOverdue, rule: isCaseOverdueOn });
  });

  test('lists and counts MUST hold a penalty public on the days on which it says so itself', async () => {
    const { db } = bed.subgraph;
    const row = fc.record({
      publishedOn: dayNearOrNull(30),
      publicUntil: dayNearOrNull(),
      stoppedOn: fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, dayNear()),
      withdrawnOn: fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, dayNear()),
      exclusion: fc.oneof(
        { arbitrary: fc.constant(null), weight: 4 },
        fc.constantFrom(...valuesOf(PublicityExclusion)),
      ),
    });
    await storeRandom(db, PenaltyDecision, row);
    await sameInBoth(db, { entity: PenaltyDecision, sql: isPublic, rule: isPublicOn });
  });

  test('the list MUST hold a notice overdue, and in a state, on the days on which it says so itself', async () => {
    const { db } = bed.subgraph;
    const storedLookBack = fc.option(
      fc.constant({ on: '2026-01-01', result: 'DONE', findings: '' } as const),
    );
    const days = { dueOn: dayNearOrNull(), receivedOn: dayNearOrNull() };
    const row = fc.record({ ...days, repliedOn: fc.option(dayNear(), { freq: 2 }), storedLookBack });
    await storeRandom(db, SupervisoryNotice, row);
    await sameInBoth(db, { entity: SupervisoryNotice, sql: isNoticeOverdue, rule: isNoticeOverdueOn });
    for (const status of valuesOf(NoticeStatus)) {
      const rule = (notice: SupervisoryNotice) => statusOf(notice) === status;
      await sameInBoth(db, { entity: SupervisoryNotice, sql: () => isIn([status]), rule, moves: false });
    }
  });
});
