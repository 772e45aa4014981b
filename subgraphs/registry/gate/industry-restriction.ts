import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Noun,
  RefersTo,
  Submitted,
  checkDay,
  inputOf,
  prose,
  submissionOf,
  vocabulary,
} from '../../kernel';
import { date, industry, oneOf, regionCode, text } from '../../kernel';
import { Region } from '../place/region';

export const RestrictionKind = vocabulary(
  'RestrictionKind',
  '禁止、限制类别. The ways in which an industry is restricted.',
  {
    PROHIBITED: '禁止类. It must not settle there.',
    RESTRICTED: '限制类. It may under conditions only.',
  },
);
export type RestrictionKind = keyof typeof RestrictionKind;

@Noun(
  '安全生产禁止和限制类产业目录条目. An industry that a place forbids or restricts for the sake of safety.',
  {
    key: false,
    term: { zh: '禁止和限制类产业', en: 'restricted industry' },
  },
)
@Index('industry_restriction_by_region', ['regionCode', 'id'])
export class IndustryRestriction extends Submitted {
  @Id('PUBLIC', '编号. The id of the entry.', { always: false }) id: string;
  @RefersTo(() => Region, regionCode, 'PUBLIC', '适用区划. The division that it holds in.', {
    as: 'region',
    stated: '适用区划代码. The division that it holds in.',
  })
  regionCode: string;

  @Fact(
    'PUBLIC',
    text(100),
    '园区名称；空为整个区划. The park that it is for; null for the whole division.',
    { optional: true },
  )
  area: string | null;

  @Fact('PUBLIC', industry, '行业代码 (GB/T 4754-2017)，含其下级. The industry, with all below it.')
  industryCode: string;
  @Fact('PUBLIC', oneOf(RestrictionKind), '类别. Whether the industry is prohibited or restricted.')
  kind: RestrictionKind;
  @Fact('PUBLIC', prose(500), '限制条件. Under which conditions it is allowed.', { optional: true })
  conditions: string | null;
  @Fact('PUBLIC', text(200), '依据文件. The document that it stands in.') document: string;
  @Fact('PUBLIC', date, '有效期起. The first day on which it holds.') validFrom: string;
  @Fact('PUBLIC', date, '有效期至. The last day on which it holds; null if it has no end.', {
    optional: true,
  })
  validTo: string | null;
}

export const IndustryRestrictionInput = inputOf(
  IndustryRestriction,
  '禁止和限制类产业报送. A restricted industry as it is submitted.',
  ['regionCode', 'area', 'industryCode', 'kind', 'conditions', 'document', 'validFrom', 'validTo'],
);

export const industryRestrictionSubmission = submissionOf(IndustryRestriction, IndustryRestrictionInput, {
  kind: 'industry-restrictions',
  row({ validFrom, validTo }) {
    checkDay('validTo', validTo, { from: validFrom });
    return {};
  },
});
