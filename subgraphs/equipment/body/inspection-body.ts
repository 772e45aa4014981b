import { Index } from 'typeorm';
import {
  Fact,
  Key,
  Noun,
  RefersTo,
  Submitted,
  asId,
  date,
  inputOf,
  listOf,
  oneOf,
  paperNumber,
  regionCode,
  uscc,
  vocabulary,
} from '../../kernel';
import { EquipmentCategory } from '../kind/equipment-kind';
import { Enterprise, Region } from '../others';

export const InspectionBodyKind = vocabulary(
  'InspectionBodyKind',
  '机构类别. What an approved body may do.',
  {
    INSPECTION: '检验机构. It makes statutory inspections.',
    TESTING: '检测机构. It makes tests for users.',
  },
);
export type InspectionBodyKind = keyof typeof InspectionBodyKind;

/** 核准证编号, like TS7110234-2026. */
export const approvalNumber = paperNumber(64);

@Noun('特种设备检验检测机构. A body that is approved to inspect or test.', {
  key: false,
  term: { zh: '特种设备检验检测机构', en: 'inspection body' },
})
@Index('inspection_body_by_region', ['regionCode', 'id'])
export class InspectionBody extends Submitted {
  @Key('PUBLIC', asId(approvalNumber), '核准证编号. The number of its approval.', { always: false })
  id: string;

  @RefersTo(() => Enterprise, uscc, 'PUBLIC', '机构（统一社会信用代码）. The enterprise that it is.', {
    as: 'enterprise',
    stated: '机构的统一社会信用代码. The unified social credit code of the body.',
    index: 'inspection_body_by_enterprise',
    back: {
      name: 'inspectionBodies',
      level: 'PUBLIC',
      says: '特种设备检验检测机构核准. The approvals by which it is a body that inspects or tests.',
      period: 'validUntil',
      term: { from: 'validFrom', until: ['validUntil'] },
    },
    unknown: 'flag',
  })
  uscc: string;

  @RefersTo(() => Region, regionCode, 'PUBLIC', '所在地（区划代码）. The division where it has its seat.', {
    as: 'region',
    stated: '机构所在区划代码. The code of the division where it is.',
  })
  regionCode: string;

  @Fact('PUBLIC', oneOf(InspectionBodyKind), '类别. Whether it inspects or tests.')
  kind: InspectionBodyKind;

  @Fact('PUBLIC', listOf(oneOf(EquipmentCategory)), '核准的设备种类. The categories that it is approved for.')
  categories: EquipmentCategory[];

  @Fact(
    'PUBLIC',
    date,
    '有效期起；未登记为空. The first day of its approval; null where it is not on record.',
    {
      optional: true,
    },
  )
  validFrom: string | null;

  @Fact('PUBLIC', date, '有效期至. The last day of its approval.')
  validUntil: string;
}

export const InspectionBodyInput = inputOf(
  InspectionBody,
  '检验检测机构报送. An approved body as it is submitted.',
  ['id', 'uscc', 'regionCode', 'kind', 'categories', 'validFrom', 'validUntil'],
  { defaults: { validFrom: undefined } },
);
