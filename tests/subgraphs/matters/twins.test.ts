import fc from 'fast-check';
import { valuesOf } from '../../../subgraphs/kernel';
import { matters } from '../../../subgraphs/matters';
import { AssignedItem, AssignedItemStatus } from '../../../subgraphs/matters/work/assigned-item';
import { isOverdue } from '../../../subgraphs/matters/work/work.lists';
import { isOverdue as isItemOverdue } from '../../../subgraphs/matters/work/work.rules';
import { testBed } from '../../support/test-bed';
import { dayNear, sameInBoth, storeRandom } from '../../support/twins';

describe('rules of matters that stand in SQL as well', () => {
  const bed = testBed(matters);

  test('the list MUST hold an assigned item overdue on the days on which it says so itself', async () => {
    const { db } = bed.subgraph;
    const row = fc.record({ status: fc.constantFrom(...valuesOf(AssignedItemStatus)), dueOn: dayNear() });
    await storeRandom(db, AssignedItem, row);
    await sameInBoth(db, { entity: AssignedItem, sql: isOverdue, rule: isItemOverdue });
  });
});
