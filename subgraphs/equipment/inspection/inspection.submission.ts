import { ReferenceUnknown, type Database, type Submission, checkDay } from '../../kernel';
import { renewDueDates } from './due-dates';
import { EquipmentTest } from './equipment-test';
import { Inspection } from './inspection';
import { EquipmentTestInput, InspectionInput } from './inspection.inputs';
import { checkReport } from './inspection.rules';

export interface Prepared {
  /** The division of each device that is known. */
  regionOf: ReadonlyMap<string, string>;
  today: string;
}

export async function regionsOf(db: Database, records: readonly { equipmentCode: string }[]): Promise<ReadonlyMap<string, string>> {
  const devices = await db.read<{ code: string; region: string }>(
    'SELECT code, region_code AS region FROM equipment WHERE code = ANY($1::varchar[])',
    [records.map(({ equipmentCode }) => equipmentCode)],
  );
  return new Map(devices.map(({ code, region }) => [code, region]));
}

export function regionOfDevice({ regionOf }: Prepared, code: string): string {
  const region = regionOf.get(code);
  if (!region) throw ReferenceUnknown({ field: 'equipmentCode', target: { zh: '特种设备', en: 'device' }, got: code });
  return region;
}

export const inspectionSubmission: Submission<InspectionInput, Inspection, Prepared> = {
  kind: 'inspections',
  term: { zh: '特种设备检验', en: 'inspection' },
  mutation: 'submitInspections',
  subgraph: 'equipment',
  input: InspectionInput,
  entity: Inspection,
  key: 'id',
  async prepare({ db, today }, _, records) {
    return { regionOf: await regionsOf(db, records), today };
  },
  toRow({ sourceId, revision: _, ...record }, prepared, source) {
    checkReport(record, prepared.today);
    const regionCode = regionOfDevice(prepared, record.equipmentCode);
    return { ...record, id: `${record.equipmentCode}/${source}/${sourceId}`, regionCode };
  },
  afterStore: (tx, rows) => renewDueDates(tx, [...new Set(rows.map(({ equipmentCode }) => String(equipmentCode)))]),
};

export const equipmentTestSubmission: Submission<EquipmentTestInput, EquipmentTest, Prepared> = {
  kind: 'tests',
  term: { zh: '特种设备检测', en: 'test of a device' },
  mutation: 'submitTests',
  subgraph: 'equipment',
  input: EquipmentTestInput,
  entity: EquipmentTest,
  key: 'id',
  async prepare({ db, today }, _, records) {
    return { regionOf: await regionsOf(db, records), today };
  },
  toRow({ sourceId, revision: _, ...record }, prepared, source) {
    checkDay('testedOn', record.testedOn, { to: prepared.today });
    const regionCode = regionOfDevice(prepared, record.equipmentCode);
    return { ...record, id: `${record.equipmentCode}/${source}/${sourceId}`, regionCode };
  },
};
