import fc from 'fast-check';
import { valuesOf } from '../../../subgraphs/kernel';
import { equipment } from '../../../subgraphs/equipment';
import { isOverdue as isCylinderOverdue } from '../../../subgraphs/equipment/cylinder/cylinder.rules';
import { CylinderStatus, GasCylinder } from '../../../subgraphs/equipment/cylinder/gas-cylinder';
import { Equipment, EquipmentStatus } from '../../../subgraphs/equipment/device/equipment';
import { isInspectionOverdue } from '../../../subgraphs/equipment/device/equipment.lists';
import { isOverdue } from '../../../subgraphs/equipment/device/equipment.rules';
import { EquipmentOrder, EquipmentOrderStatus } from '../../../subgraphs/equipment/oversight/equipment-order';
import { isOrderOverdue } from '../../../subgraphs/equipment/oversight/oversight.lists';
import { orderOverdue } from '../../../subgraphs/equipment/oversight/oversight.rules';
import { testBed } from '../../support/test-bed';
import { dayNear, dayNearOrNull, sameInBoth, storeRandom } from '../../support/twins';

describe('rules of equipment that stand in SQL as well', () => {
  const bed = testBed(equipment);

  test('lists and counts MUST hold a device overdue on the days on which it says so itself', async () => {
    const { db } = bed.subgraph;
    const row = fc.record({
      status: fc.constantFrom(...valuesOf(EquipmentStatus)),
      nextInspectionDue: dayNearOrNull(),
    });
    await storeRandom(db, Equipment, row);
    await sameInBoth(db, { entity: Equipment, sql: isInspectionOverdue, rule: isOverdue });
  });

  test('counts MUST hold a gas cylinder overdue on the days on which it says so itself', async () => {
    const { db } = bed.subgraph;
    await storeRandom(
      db,
      GasCylinder,
      fc.record({ status: fc.constantFrom(...valuesOf(CylinderStatus)), nextInspectionDue: dayNear() }),
    );
    await sameInBoth(db, { entity: GasCylinder, sql: isInspectionOverdue, rule: isCylinderOverdue });
  });

  test('the list MUST hold an order overdue on the days on which it says so itself', async () => {
    const { db } = bed.subgraph;
    const row = fc.record({
      status: fc.constantFrom(...valuesOf(EquipmentOrderStatus)),
      rectifyBy: dayNear(),
      recheckBy: dayNearOrNull(),
    });
    await storeRandom(db, EquipmentOrder, row);
    await sameInBoth(db, { entity: EquipmentOrder, sql: isOrderOverdue, rule: orderOverdue });
  });
});
