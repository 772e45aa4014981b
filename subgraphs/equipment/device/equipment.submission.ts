import { isSynthetic, type Submission } from '../../kernel';
import { renewDueDates } from '../inspection/due-dates';
import { recordSubmittedChanges } from '../life/equipment-change';
import { currentKind, type Catalogue } from '../kind/equipment-kind.rules';
import { catalogue } from '../kind/reference';
import { Equipment } from './equipment';
import { EquipmentInput } from './equipment.inputs';

export const equipmentSubmission: Submission<EquipmentInput, Equipment, Catalogue> = {
  kind: 'equipment',
  term: { zh: '特种设备', en: 'device' },
  mutation: 'submitEquipment',
  subgraph: 'equipment',
  input: EquipmentInput,
  entity: Equipment,
  key: 'code',
  prepare: (context) => catalogue(context),
  toRow({ sourceId: _, revision: __, ...record }, kinds, source) {
    return {
      ...record,
      kindCode: currentKind(kinds, record.kindCode),
      protectiveDevices: record.protectiveDevices ?? [],
      features: record.features ?? [],
      synthetic: isSynthetic(source),
    };
  },
  async afterStore(tx, rows) {
    const codes = rows.map(({ code }) => String(code));
    // the kind and the installation of a device decide its cycle
    await renewDueDates(tx, codes);
    await recordSubmittedChanges(tx, codes);
  },
};
