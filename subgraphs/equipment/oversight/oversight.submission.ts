import { FieldMissing, ReferenceUnknown, type Database, type Submission, checkDay } from '../../kernel';
import { EquipmentOrder } from './equipment-order';
import { EquipmentViolation } from './equipment-violation';
import { EquipmentOrderInput, EquipmentViolationInput } from './oversight.inputs';

export interface KnownDevices {
  known: ReadonlySet<string>;
  today: string;
}

/** The devices of a batch that are known. */
export async function knownDevices(db: Database, records: readonly { equipmentCode: string | null }[]): Promise<ReadonlySet<string>> {
  const devices = await db.read<{ code: string }>('SELECT code FROM equipment WHERE code = ANY($1::varchar[])', [
    records.flatMap(({ equipmentCode }) => equipmentCode ?? []),
  ]);
  return new Set(devices.map(({ code }) => code));
}

export function checkDevice(code: string | null, known: ReadonlySet<string>): void {
  if (code !== null && !known.has(code))
    throw ReferenceUnknown({ field: 'equipmentCode', target: { zh: '特种设备', en: 'device' }, got: code });
}

export const equipmentViolationSubmission: Submission<EquipmentViolationInput, EquipmentViolation, KnownDevices> = {
  kind: 'equipment-violations',
  term: { zh: '特种设备违法行为', en: 'violation' },
  mutation: 'submitEquipmentViolations',
  subgraph: 'equipment',
  input: EquipmentViolationInput,
  entity: EquipmentViolation,
  key: 'id',
  prepare: async ({ db, today }, _, records) => ({ known: await knownDevices(db, records), today }),
  toRow({ sourceId, revision: _, ...record }, { known, today }, source) {
    const { equipmentCode, uscc, foundOn, correctedOn } = record;
    if (equipmentCode === null && uscc === null) throw FieldMissing({ field: 'equipmentCode' });
    checkDevice(equipmentCode, known);
    checkDay('foundOn', foundOn, { to: today });
    checkDay('correctedOn', correctedOn, { from: foundOn });
    return { ...record, id: `${source}/${sourceId}` };
  },
};

export const equipmentOrderSubmission: Submission<EquipmentOrderInput, EquipmentOrder, KnownDevices> = {
  kind: 'equipment-orders',
  term: { zh: '特种设备安全监察指令书', en: 'order' },
  mutation: 'submitEquipmentOrders',
  subgraph: 'equipment',
  input: EquipmentOrderInput,
  entity: EquipmentOrder,
  key: 'number',
  prepare: async ({ db, today }, _, records) => ({ known: await knownDevices(db, records), today }),
  toRow({ sourceId: _, revision: __, ...record }, { known, today }) {
    const { equipmentCode, issuedOn, rectifyBy } = record;
    checkDevice(equipmentCode, known);
    checkDay('issuedOn', issuedOn, { to: today });
    checkDay('rectifyBy', rectifyBy, { from: issuedOn });
    return record;
  },
};
