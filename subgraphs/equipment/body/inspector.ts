import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  asked,
  date,
  inputOf,
  listOf,
  printedCode,
  regionCode,
  sealed,
  text,
} from '../../kernel';
import { InspectionBody, approvalNumber } from './inspection-body';

const name = text(60);

@Noun('特种设备检验检测人员. A person who inspects or tests for a body.', {
  term: { zh: '特种设备检验检测人员', en: 'inspector' },
})
@Index('inspector_by_body', ['bodyId', 'id'])
export class Inspector extends Submitted {
  @Id('UNCONDITIONAL', '编号. The source and its id of the record.', { always: false })
  id: string;

  @RefersTo(
    () => InspectionBody,
    approvalNumber,
    'UNCONDITIONAL',
    '机构核准证编号. The body, by the number of its approval.',
    {
      back: {
        name: 'inspectors',
        level: 'UNCONDITIONAL',
        says: '检验检测人员. The people who inspect or test for it.',
      },
    },
  )
  bodyId: string;

  @Kept(regionCode, '机构所在区划代码. The division of the body.')
  regionCode: string;

  @Kept(sealed(name), '加密存放的姓名. The name, sealed at rest.')
  sealedName: string;

  @Fact('UNCONDITIONAL', listOf(printedCode(20)), '持证项目，如 DT-1. The items that the certificate covers.')
  items: string[];

  @Fact('UNCONDITIONAL', date, '有效期至. The last day of the certificate.')
  validUntil: string;
}

export const InspectorInput = inputOf(
  Inspector,
  '检验检测人员报送. A person of a body as it is submitted.',
  ['bodyId', 'items', 'validUntil'],
  { also: { name: asked(name, '姓名；加密存放. The name; it is sealed at rest.') } },
);
