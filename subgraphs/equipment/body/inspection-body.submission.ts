import { InputType } from 'type-graphql';
import { ReferenceUnknown, Sent, SubmittedInput, date, listOf, oneOf, regionCode, seal, text, uscc, type Submission } from '../../kernel';
import { EquipmentCategory, type EquipmentCategory as Category } from '../kind/equipment-kind';
import { InspectionBody, InspectionBodyKind, Inspector, type InspectionBodyKind as Kind } from './inspection-body';

@InputType({ description: '检验检测机构报送. An approved body as it is submitted.' })
export class InspectionBodyInput extends SubmittedInput {
  @Sent(text(64), '核准证编号. The number of its approval.')
  id: string;

  @Sent(uscc, '机构的统一社会信用代码. The body.')
  uscc: string;

  @Sent(regionCode, '机构所在区划代码. Its division.')
  regionCode: string;

  @Sent(oneOf(InspectionBodyKind), '类别，见 InspectionBodyKind. A value of InspectionBodyKind.')
  kind: Kind;

  @Sent(listOf(oneOf(EquipmentCategory)), '核准的设备种类，见 EquipmentCategory；文件中以分号相隔. Values of EquipmentCategory.')
  categories: Category[];

  @Sent(date, '有效期至. The last day of its approval.')
  validUntil: string;
}

@InputType({ description: '检验检测人员报送. A person of a body as it is submitted.' })
export class InspectorInput extends SubmittedInput {
  @Sent(text(64), '机构核准证编号. The body, by the number of its approval.')
  bodyId: string;

  @Sent(text(60), '姓名. The name; it is sealed.')
  name: string;

  @Sent(listOf(text(20)), '持证项目，如 DT-1；文件中以分号相隔. The items of the certificate.')
  items: string[];

  @Sent(date, '有效期至. The last day of the certificate.')
  validUntil: string;
}

export const inspectionBodySubmission: Submission<InspectionBodyInput, InspectionBody, null> = {
  kind: 'inspection-bodies',
  term: { zh: '特种设备检验检测机构', en: 'inspection body' },
  mutation: 'submitInspectionBodies',
  subgraph: 'equipment',
  input: InspectionBodyInput,
  entity: InspectionBody,
  key: 'id',
  prepare: async () => null,
  toRow: ({ sourceId: _, revision: __, ...record }) => record,
};

interface Prepared {
  /** The division of each body that is known. */
  regionOf: ReadonlyMap<string, string>;
  dataKey: Uint8Array;
}

export const inspectorSubmission: Submission<InspectorInput, Inspector, Prepared> = {
  kind: 'inspectors',
  term: { zh: '特种设备检验检测人员', en: 'inspector' },
  mutation: 'submitInspectors',
  subgraph: 'equipment',
  input: InspectorInput,
  entity: Inspector,
  key: 'id',
  async prepare({ db, settings }, _, records) {
    const bodies = await db.read<{ id: string; region: string }>(
      'SELECT id, region_code AS region FROM inspection_body WHERE id = ANY($1::varchar[])',
      [records.map(({ bodyId }) => bodyId)],
    );
    return { regionOf: new Map(bodies.map(({ id, region }) => [id, region])), dataKey: settings.dataKey };
  },
  toRow({ sourceId, revision: _, name, ...record }, { regionOf, dataKey }, source) {
    const regionCode = regionOf.get(record.bodyId);
    if (!regionCode) throw ReferenceUnknown({ field: 'bodyId', target: { zh: '检验检测机构', en: 'inspection body' }, got: record.bodyId });
    return { ...record, id: `${source}/${sourceId}`, regionCode, sealedName: seal(name, dataKey) };
  },
};
