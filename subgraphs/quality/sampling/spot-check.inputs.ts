import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, RegionCode, Sent, SubmittedInput, Uscc, date, listOf, oneOf, regionCode, text, uscc } from '../../kernel';
import { keyProductCode } from '../catalogue/key-product';
import { certificateNumber } from '../certificate/certificate.rules';
import {
  SalePlace,
  SamplingLevel,
  SpotCheckResult,
  TestConclusion,
  type SalePlace as Place,
  type SamplingLevel as Level,
  type SpotCheckResult as Result,
  type TestConclusion as Conclusion,
} from './vocabulary';

@InputType({ description: '监督抽查报送. A spot check of another system as it is submitted.' })
export class SpotCheckInput extends SubmittedInput {
  @Sent(keyProductCode, '重点产品代码，见 keyProducts. The key product.')
  productCode: string;

  @Sent(text(28), '认证目录类别代码. Its category of the CCC catalogue.', { optional: true })
  categoryCode: string | null;

  @Sent(text(60), '抽查计划编号. The plan that it belongs to.', { optional: true })
  planNumber: string | null;

  @Sent(text(100), '批次. The batch.')
  batch: string;

  @Sent(text(200), '产品名称、型号. The name and model of the product.', { optional: true })
  productName: string | null;

  @Sent(date, '抽样日期. When the sample was taken.')
  sampledOn: string;

  @Sent(oneOf(SalePlace), '抽样环节，见 SalePlace. A value of SalePlace.', { default: 'SHOP' })
  place: Place;

  @Sent(oneOf(SamplingLevel), '抽查层级，见 SamplingLevel. A value of SamplingLevel.', { default: 'COUNTY' })
  level: Level;

  @Sent(uscc, '销售者的统一社会信用代码. Who sells it.', { optional: true })
  sellerUscc: string | null;

  @Sent(uscc, '生产者的统一社会信用代码. Who makes it.', { optional: true })
  producerUscc: string | null;

  @Sent(regionCode, '生产者所在地区划代码. The division of its maker.', { optional: true })
  producerRegionCode: string | null;

  @Sent(certificateNumber, '产品认证证书编号. The certificate that the product bears.', { optional: true })
  certificateNumber: string | null;

  @Sent(oneOf(SpotCheckResult), '抽查结果，见 SpotCheckResult. A value of SpotCheckResult.', { default: 'PENDING' })
  result: Result;

  @Sent(text(500), '不合格项目；不合格时必填. In what it is not qualified; required if it is not.', { optional: true })
  defects: string | null;

  @Sent(date, '收到检验结果日期；有结果时必填. When the party was told; required once there is a result.', { optional: true })
  resultReceivedOn: string | null;

  @Sent(date, '责令停止生产销售日期. When the sale was stopped.', { optional: true })
  saleStoppedOn: string | null;

  @Sent(date, '责令改正日期. When correction was ordered.', { optional: true })
  correctionOrderedOn: string | null;

  @Sent(date, '复查日期. When it was re-inspected.', { optional: true })
  reinspectedOn: string | null;

  @Sent(oneOf(TestConclusion), '复查结果，见 TestConclusion. A value of TestConclusion.', { optional: true })
  reinspectionResult: Conclusion | null;

  @Sent(date, '复查不合格公告日期. When the failure was announced.', { optional: true })
  announcedOn: string | null;

  @Sent(date, '结果公布日期. From this day anyone sees it.', { optional: true })
  publishedOn: string | null;

  @Sent(regionCode, '抽样地区划代码. The division where the sample was taken.')
  regionCode: string;

  @Sent(listOf(text(40)), '涉及的一件事代码；文件中以分号相隔. Codes of matters, in a file joined by semicolons.', { optional: true })
  matterCodes: string[] | null;
}

@InputType({ description: '监督抽查计划报送. A sampling plan as it is submitted.' })
export class SamplingPlanInput extends SubmittedInput {
  @Sent(text(60), '计划编号. Its number.')
  number: string;

  @Sent(text(200), '名称. Its title.')
  title: string;

  @Sent(keyProductCode, '重点产品代码，见 keyProducts. The key product.')
  productCode: string;

  @Sent(text(1000), '拟抽查对象. Whom and where it will sample.')
  targets: string;

  @Sent(date, '计划起始日. Planned from this day.')
  plannedFrom: string;

  @Sent(date, '计划截止日. Planned until this day.')
  plannedTo: string;

  @Sent(date, '完成日期. When it had been carried out.', { optional: true })
  carriedOutOn: string | null;

  @Sent(regionCode, '组织抽查的区划代码. The division of whoever plans it.')
  regionCode: string;
}

@InputType({ description: '抽查计划完成. That a plan was carried out.' })
export class CompleteSamplingPlanInput {
  @Asked(() => ID, text(60), '计划编号. Its number.')
  number: string;

  @Asked(() => DateOnly, date, '完成日期，默认当日. On this day, today by default.', { optional: true })
  on: string | null;
}

@InputType({ description: '抽样. A sample that was taken.' })
export class RecordSamplingInput {
  @Asked(() => ID, text(50), '抽样单编号. The number of the sampling form.')
  sampleNumber: string;

  @Asked(() => ID, keyProductCode, '重点产品代码，见 keyProducts. The key product.')
  productCode: string;

  @Asked(() => ID, text(28), '认证目录类别代码. Its category of the CCC catalogue.', { optional: true })
  categoryCode: string | null;

  @Asked(() => ID, text(60), '抽查计划编号. The plan that it belongs to.', { optional: true })
  planNumber: string | null;

  @Asked(() => String, text(100), '批次. The batch.')
  batch: string;

  @Asked(() => String, text(200), '产品名称、型号. The name and model of the product.', { optional: true })
  productName: string | null;

  @Asked(() => DateOnly, date, '抽样日期. When it was taken.')
  sampledOn: string;

  @Asked(() => SalePlace, oneOf(SalePlace), '抽样环节. Where it was taken.')
  place: Place;

  @Asked(() => Uscc, uscc, '销售者. Who sells it.', { optional: true })
  sellerUscc: string | null;

  @Asked(() => Uscc, uscc, '生产者. Who makes it.', { optional: true })
  producerUscc: string | null;

  @Asked(() => RegionCode, regionCode, '生产者所在地区划代码. The division of its maker.', { optional: true })
  producerRegionCode: string | null;

  @Asked(() => ID, certificateNumber, '产品认证证书编号. The certificate that the product bears.', { optional: true })
  certificateNumber: string | null;

  @Asked(() => RegionCode, regionCode, '抽样地区划代码. The division where it was taken.')
  regionCode: string;

  @Asked(() => [ID], listOf(text(40)), '涉及的一件事代码. Codes of matters.', { optional: true })
  matterCodes: string[] | null;
}

@InputType({ description: '抽查处理. One step of a spot check.' })
export class SpotCheckStepInput {
  @Asked(() => ID, text(130), '抽查编号. The id of the spot check.')
  id: string;

  @Asked(() => DateOnly, date, '日期，默认当日. On this day, today by default.', { optional: true })
  on: string | null;

  @Asked(() => String, text(300), '说明. What is said of it.', { optional: true })
  note: string | null;
}

@InputType({ description: '检验、复检或复查结果. The result of a test, a second test or a re-inspection.' })
export class SpotCheckResultInput extends SpotCheckStepInput {
  @Asked(() => TestConclusion, oneOf(TestConclusion), '结论. What it concludes.')
  result: Conclusion;

  @Asked(() => String, text(500), '不合格项目. In what the product is not qualified.', { optional: true })
  defects: string | null;
}
