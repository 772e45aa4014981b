import { submissionOf } from '../../kernel';
import { renewDueDates } from '../inspection/due-dates';
import { currentKind } from '../kind/equipment-kind.rules';
import { catalogue } from '../kind/catalogue';
import { recordSubmittedChanges } from '../life/change-history';
import { EquipmentChange } from '../life/equipment-change';
import { Equipment } from './equipment';
import { EquipmentInput } from './equipment.inputs';

export const equipmentSubmission = submissionOf(Equipment, EquipmentInput, {
  kind: 'equipment',
  // the register as it stands is no decision of whoever sends it; that a registration is over is one
  decided: {
    status: {
      UNREGISTERED: false,
      REGISTERED: false,
      IN_USE: false,
      SUSPENDED: false,
      SCRAPPED: true,
      CANCELLED: true,
    },
  },
  prepare: (context) => catalogue(context),
  row: ({ kindCode }, kinds) => ({ kindCode: currentKind(kinds, kindCode) }),
  async afterStore(tx, rows) {
    const codes = rows.map(({ code }) => String(code));
    // the kind and the installation of a device decide its cycle
    await renewDueDates(tx, codes);
    await recordSubmittedChanges(tx, codes);
  },
  history: { entity: EquipmentChange, of: 'equipmentCode', order: 'id' },
});
