import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Decided,
  date,
  inputOf,
  regionCode,
  text,
  undashedCode,
  documentNumber,
} from '../../kernel';
import { Enterprise } from './enterprise';

@Noun('前置许可（先证后照）. A licence that had to be held before registration.', {
  key: false,
  term: { zh: '前置许可', en: 'prior licence' },
})
export class PriorLicence extends Decided {
  @Id(null, '来源系统与记录编号. The source and its id of the record.') id: string;
  @RefersTo(
    () => Enterprise,
    undashedCode(18),
    'PUBLIC',
    '持证主体的统一社会信用代码. The enterprise that holds it.',
    {
      back: {
        name: 'licences',
        level: 'PUBLIC',
        says: '前置许可证件，按编号；期间按批准日期筛选. Its prior licences by id; a period is one of the day on which they were granted.',
        period: 'grantedOn',
        term: { from: 'grantedOn', until: ['validUntil'], ended: ['endedOn'] },
      },
      index: 'prior_licence_by_holder',
    },
  )
  uscc: string;
  @Kept(regionCode, '持证主体所在区划代码. The division of its holder.') regionCode: string;
  @Fact('PUBLIC', text(100), '许可名称. The name of the licence: what it permits.') name: string;
  @Fact('PUBLIC', documentNumber(64), '许可证编号. The number of the licence, in normal form.', {
    column: { collation: undefined },
  })
  number: string;
  @Fact('PUBLIC', text(100), '许可机关. The authority that granted it.', { optional: true }) issuedBy:
    string | null;
  @Fact('PUBLIC', date, '有效期至. The last day on which it holds; null if it has no end.', {
    optional: true,
  })
  validUntil: string | null;
  @Fact('PUBLIC', date, '批准日期. The day on which it was granted.', { optional: true }) grantedOn:
    string | null;

  @Fact(
    'PUBLIC',
    date,
    '变更、撤销、吊销或注销日期. The day on which it was changed or withdrawn; null while it is not.',
    {
      optional: true,
    },
  )
  endedOn: string | null;

  @Fact(
    'PUBLIC',
    date,
    '暂扣起始日（行政处罚法 第九条）；未被暂扣的为空. The first day on which it is suspended; null if it is not.',
    { optional: true },
  )
  suspendedOn: string | null;

  @Fact(
    'PUBLIC',
    date,
    '暂扣末日（含当日）；尚未解除的为空. The last day of its suspension; null while that has no end.',
    { optional: true },
  )
  suspendedUntil: string | null;

  /** One that is prolonged keeps its number: its record is corrected. */
  @DuplicateOf(null, ['uscc', 'number']) duplicateOf: string | null;
}

export const PriorLicenceInput = inputOf(PriorLicence, '前置许可报送. A prior licence as it is submitted.', [
  'uscc',
  'name',
  'number',
  'issuedBy',
  'validUntil',
  'grantedOn',
  'endedOn',
  'suspendedOn',
  'suspendedUntil',
]);
