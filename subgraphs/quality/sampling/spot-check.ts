import { Entity, Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Decided,
  Synthetic,
  prose,
  type Kind,
  type List,
  MatterCodes,
  TaggedAt,
  TaggedBy,
} from '../../kernel';
import { asId, code, date, oneOf, paperNumber, printedCode, regionCode, text, uscc } from '../../kernel';
import { categoryCode } from '../catalogue/ccc-category';
import { keyProductCode } from '../catalogue/key-product';
import { CccCertificate } from '../certificate/certificate';
import { certificateNumber } from '../certificate/certificate.rules';
import { Enterprise, Region } from '../others';
import { SamplingPlan, planNumber } from './sampling-plan';
import { SalePlace, SamplingLevel, SpotCheckResult, SpotCheckStage, TestConclusion } from './sampling.terms';

const OPTIONAL = { optional: true } as const;
const ALWAYS = { always: true } as const;
/** As marked on the product; its column is that of a text, since a view holds it. */
const batch: Kind<string> = { ...printedCode(100), column: text(100).column };

@Noun('产品质量监督抽查. A sample that was taken of a product, and what followed from it.', {
  term: { zh: '监督抽查', en: 'spot check' },
})
@Index('spot_check_by_day', ['sampledOn', 'id'])
@Index('spot_check_by_region', ['regionCode', 'sampledOn', 'id'])
@Index('spot_check_by_seller', ['sellerUscc', 'sampledOn', 'id'])
@Index('spot_check_by_producer', ['producerUscc', 'sampledOn', 'id'])
// 不得重复抽查: the same product and batch
@Index('spot_check_by_batch', ['productCode', 'batch'])
// holds all that rates are worked out from
@Index('spot_check_by_category', ['categoryCode', 'regionCode', 'publishedOn', 'result', 'id'], {
  where: 'duplicate_of IS NULL',
})
@Index('spot_check_by_matter', { synchronize: false })
export class SpotCheck extends Decided {
  @Id('PUBLIC', '抽查编号. The id of the spot check.') id: string;

  @Fact(
    'PUBLIC',
    asId(paperNumber(50)),
    '抽样单编号：同一抽样单的同一批次只记一次. The number of the sampling form: a batch on a form is recorded once.',
    OPTIONAL,
  )
  sampleNumber: string | null;

  @RefersTo(
    () => SamplingPlan,
    asId(planNumber),
    'UNCONDITIONAL',
    '抽查计划（按编号）. The plan that it belongs to, by its number.',
    {
      as: 'plan',
      index: true,
      back: {
        name: 'spotChecks',
        level: 'UNCONDITIONAL',
        says: '按计划实施的抽查，新的在前. The spot checks that belong to it, the latest first.',
        order: ['sampledOn', 'id'],
        descending: true,
        period: 'sampledOn',
        state: 'result',
      },
      stated: '抽查计划编号. The plan that it belongs to.',
      optional: true,
    },
  )
  planNumber: string | null;

  @Kept(asId(keyProductCode), '重点产品代码，见 keyProducts. The key product that it is of.')
  productCode: string;
  @Kept(asId(categoryCode), '认证目录类别代码. Its category of the CCC catalogue.', OPTIONAL) categoryCode:
    string | null;
  @Fact('PUBLIC', batch, '批次（生产日期或批号）. The batch that the sample is of.', ALWAYS)
  batch: string;
  @Fact('PUBLIC', text(200), '产品名称、型号. The name and model of the product.', OPTIONAL) productName:
    string | null;
  @Fact('PUBLIC', date, '抽样日期. The day on which the sample was taken.', ALWAYS) sampledOn: string;
  @Fact('PUBLIC', oneOf(SalePlace), '抽样环节. The place where the sample was taken.') place: SalePlace;
  @Fact(
    'PUBLIC',
    oneOf(SamplingLevel),
    '抽查层级，即组织抽查的层级. The level that has ordered the sampling.',
  )
  level: SamplingLevel;

  @RefersTo(() => Enterprise, uscc, 'PUBLIC', '销售者. The enterprise that sells the product.', {
    as: 'seller',
    stated: '销售者的统一社会信用代码. The USCC of the enterprise that sells it.',
    optional: true,
    back: {
      name: 'spotChecks',
      level: 'PUBLIC',
      says: '其销售、生产产品的监督抽查. The spot checks of products that it sells or makes.',
      byHand: true,
    },
    unknown: 'flag',
  })
  sellerUscc: string | null;

  @RefersTo(() => Enterprise, uscc, 'PUBLIC', '生产者. The enterprise that makes the product.', {
    as: 'producer',
    stated: '生产者的统一社会信用代码. The USCC of the enterprise that makes it.',
    optional: true,
    back: {
      name: 'spotChecks',
      level: 'PUBLIC',
      says: '其销售、生产产品的监督抽查. The spot checks of products that it sells or makes.',
      byHand: true,
    },
    unknown: 'flag',
  })
  producerUscc: string | null;

  @Kept(regionCode, '生产者所在地区划代码. The division of its maker.', OPTIONAL) producerRegionCode:
    string | null;

  @RefersTo(
    () => CccCertificate,
    asId(certificateNumber),
    'PUBLIC',
    '产品认证证书（按编号）. The certificate that the product bears.',
    {
      as: 'certificate',
      stated: '产品认证证书编号. The certificate that the product bears.',
      optional: true,
      index: true,
      back: {
        name: 'spotChecks',
        level: 'PUBLIC',
        says: '其产品的监督抽查，新的在前；公众仅见已公布的. The spot checks of products under it, the latest first; the public sees those published.',
        order: ['sampledOn', 'id'],
        descending: true,
        period: 'sampledOn',
        state: 'result',
      },
      unknown: 'flag',
    },
  )
  certificateNumber: string | null;

  @Fact('PUBLIC', oneOf(SpotCheckResult), '抽查结果. The result of the check.', ALWAYS)
  result: SpotCheckResult;
  @Fact('PUBLIC', oneOf(SpotCheckStage, 20), '处理阶段. The stage that it has reached.')
  stage: SpotCheckStage;

  @Fact(
    'PUBLIC',
    prose(500),
    '不合格项目；不合格时必填. The points in which it does not conform; required if it does not.',
    OPTIONAL,
  )
  defects: string | null;

  @Fact(
    'PUBLIC',
    date,
    '收到检验结果日期；有结果时必填. The day on which the party was told the result; required once there is one.',
    OPTIONAL,
  )
  resultReceivedOn: string | null;

  @Fact('PUBLIC', date, '提出异议日期. The day on which the result was objected to.', OPTIONAL) objectedOn:
    string | null;

  /** Null where another system has sent the result. */
  @Kept(
    code(200),
    '结果记录人，不得再作决定. Who has recorded the result, and may not decide on it.',
    OPTIONAL,
  )
  resultBy: string | null;

  @Fact(
    'PUBLIC',
    date,
    '责令停止生产销售日期. The day on which the sale of the product was stopped.',
    OPTIONAL,
  )
  saleStoppedOn: string | null;
  @Fact('PUBLIC', date, '责令改正日期. The day on which correction was ordered.', OPTIONAL)
  correctionOrderedOn: string | null;
  @Kept(date, '复查日期. The day on which it was re-inspected last.', OPTIONAL) reinspectedOn: string | null;
  @Kept(oneOf(TestConclusion), '复查结果. What the last re-inspection has shown.', OPTIONAL)
  reinspectionResult: TestConclusion | null;

  @Fact(
    'PUBLIC',
    date,
    '复查不合格公告日期. The day on which it was announced that re-inspection had failed.',
    OPTIONAL,
  )
  announcedOn: string | null;

  @Fact('PUBLIC', date, '结果公布日期. From this day anyone sees it.', OPTIONAL) publishedOn: string | null;

  @RefersTo(() => Region, regionCode, 'PUBLIC', '抽样地. The place where the sample was taken.', {
    as: 'region',
    shown: '抽样地区划代码. The division where the sample was taken.',
  })
  regionCode: string;

  @MatterCodes('PUBLIC') matterCodes: string[];
  @TaggedBy() matterCodesBy: string | null;
  @TaggedAt() matterCodesAt: Date | null;
  @DuplicateOf('PUBLIC', ['sampleNumber', 'batch']) duplicateOf: string | null;
  @Synthetic() synthetic: boolean;
}

/** A view, with a row for the seller and one for the producer, so that either's checks are a walk along one index. */
@Entity({ synchronize: false })
export class SpotCheckOfParty extends SpotCheck {
  @Kept(uscc, '销售者或生产者. The seller or the producer.') partyUscc: string;
}

export const SPOT_CHECKS: List<SpotCheck> = {
  name: 'spotChecks',
  entity: SpotCheck,
  order: ['sampledOn', 'id'],
  descending: true,
};
export const SPOT_CHECKS_OF_PARTY: List<SpotCheckOfParty> = {
  name: 'spotChecksOfParty',
  entity: SpotCheckOfParty,
  order: ['sampledOn', 'id'],
  descending: true,
};
