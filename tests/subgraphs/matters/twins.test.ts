import fc from 'fast-check';
import { valuesOf } from '../../../subgraphs/kernel';
import { matters } from '../../../subgraphs/matters';
import { AssignedItem, AssignedItemStatus } from '../../../subgraphs/matters/work/assigned-item';
import { isOverdue } from '../../../subgraphs/matters/work/work.loaders';
import { isOverdue as isItemOverdue } from '../../../subgraphs/matters/work/work.rules';
import { testSubgraph, type TestSubgraph } from '../../support/subgraph';
import { dayNear, sameInBoth, storeRandom } from '../../support/twins';

describe('rules of matters that stand in SQL as well', () => {
  let test1: TestSubgraph;
  beforeAll(async () => {
    test1 = await testSubgraph(matters);
  });
  afterAll(() => test1.stop());

  test('the list MUST hold an assigned item overdue on the days on which it says so itself', async () => {
    const { db } = test1.subgraph;
    const row = fc.record({ status: fc.constantFrom(...valuesOf(AssignedItemStatus)), dueOn: dayNear() });
    await storeRandom(db, AssignedItem, row);
    await sameInBoth(db, { entity: AssignedItem, sql: isOverdue, rule: isItemOverdue });
  });
});
