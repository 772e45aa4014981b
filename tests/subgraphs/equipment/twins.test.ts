import fc from 'fast-check';
import sql, { type Sql } from 'sql-template-tag';
import { valuesOf } from '../../../subgraphs/kernel';
import { equipment } from '../../../subgraphs/equipment';
import { isOverdue as isCylinderOverdueInSql } from '../../../subgraphs/equipment/cylinder/cylinder.lists';
import { isOverdue as isCylinderOverdue } from '../../../subgraphs/equipment/cylinder/cylinder.rules';
import { CylinderStatus, GasCylinder } from '../../../subgraphs/equipment/cylinder/gas-cylinder';
import { Equipment, EquipmentStatus } from '../../../subgraphs/equipment/device/equipment';
import { inStanding, isInspectionOverdue } from '../../../subgraphs/equipment/device/equipment.lists';
import { isOverdue, standingOn } from '../../../subgraphs/equipment/device/equipment.rules';
import {
  InspectionConclusion,
  InspectionStanding,
} from '../../../subgraphs/equipment/inspection/inspection.terms';
import { EquipmentOrder, EquipmentOrderStatus } from '../../../subgraphs/equipment/oversight/equipment-order';
import { SEEN_TYPES, isOrderOverdue, isSeen } from '../../../subgraphs/equipment/oversight/oversight.lists';
import { orderOverdue, violationsOf } from '../../../subgraphs/equipment/oversight/oversight.rules';
import { testBed } from '../../support/test-bed';
import { dayNear, dayNearOrNull, sameInBoth, storeRandom } from '../../support/twins';

describe('rules of equipment that stand in SQL as well', () => {
  const bed = testBed(equipment);

  describe('of devices', () => {
    const litres = fc.option(fc.integer({ min: 1, max: 3 }));
    beforeAll(() =>
      storeRandom(
        bed.subgraph.db,
        Equipment,
        fc.record({
          status: fc.constantFrom(...valuesOf(EquipmentStatus)),
          lastConclusion: fc.option(fc.constantFrom(...valuesOf(InspectionConclusion)), { freq: 3 }),
          nextInspectionDue: dayNearOrNull(),
          nameplateLitres: litres,
          measuredLitres: litres,
        }),
      ),
    );
    const same = (
      condition: (today: string) => Sql,
      rule: (row: Equipment, today: string) => boolean,
      moves = true,
    ) => sameInBoth(bed.subgraph.db, { entity: Equipment, sql: condition, rule, moves });

    test('lists and counts MUST hold a device overdue on the days on which it says so itself', () =>
      same(isInspectionOverdue, (device, today) => isOverdue(device, today) === true));

    test('counts MUST not know of a device whether it is overdue where it does not know itself', () =>
      same(
        (today) => sql`(${isInspectionOverdue(today)}) IS NULL`,
        (device, today) => isOverdue(device, today) === null,
        false,
      ));

    test.each(valuesOf(InspectionStanding))(
      'the list of what stands as %s MUST be what says so itself',
      (standing) =>
        same(
          (today) => inStanding(standing, today),
          (device, today) => standingOn(device, today) === standing,
          standing === 'OVERDUE' || standing === 'IN_DATE',
        ),
    );

    test.each(SEEN_TYPES)('the list of %s MUST be the devices that say so of themselves', (type) =>
      same(
        (today) => isSeen(type, today),
        (device, today) => violationsOf(device, today).includes(type),
        type === 'OVERDUE_INSPECTION',
      ),
    );
  });

  test('counts MUST hold a gas cylinder overdue on the days on which it says so itself', async () => {
    const { db } = bed.subgraph;
    await storeRandom(
      db,
      GasCylinder,
      fc.record({ status: fc.constantFrom(...valuesOf(CylinderStatus)), nextInspectionDue: dayNear() }),
    );
    await sameInBoth(db, { entity: GasCylinder, sql: isCylinderOverdueInSql, rule: isCylinderOverdue });
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
