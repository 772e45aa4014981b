import { Field, InputType } from 'type-graphql';
import { RegionCode, Sent, SubmittedInput, date, listOf, oneOf, regionCode, text, uscc, whole } from '../../kernel';
import { FireClearing, FireControl, FireRiskFactor } from './vocabulary';

@InputType({
  description: '消防安全重点单位报送. A key fire unit; each of the five as “name|organisation|phone”, the phone left out if unknown.',
})
export class FireKeyUnitInput extends SubmittedInput {
  @Sent(uscc, '单位的统一社会信用代码. The unit.')
  uscc: string;

  @Sent(regionCode, '单位所在区划代码. The division of the unit.')
  regionCode: string;

  @Sent(text(100), '场所类型，如 大型商业综合体. What kind of place it is.')
  place: string;

  @Sent(date, '列为重点单位日期. Since when it is a key unit.')
  designatedOn: string;

  @Sent(date, '纳入在线监管日期. Since when it is supervised online.', { optional: true })
  onlineSince: string | null;

  @Sent(text(200), '行业监管部门干部：姓名|单位|电话. The officer of the department in charge.', { optional: true })
  industryOfficer: string | null;

  @Sent(text(200), '乡镇街道干部：姓名|单位|电话. The officer of the town or street.', { optional: true })
  townOfficer: string | null;

  @Sent(text(200), '社区（村）工作人员：姓名|单位|电话. The worker of the community or village.', { optional: true })
  communityWorker: string | null;

  @Sent(text(200), '消防人员（或派出所人员）：姓名|单位|电话. The fire officer.', { optional: true })
  fireOfficer: string | null;

  @Sent(text(200), '专业人员：姓名|单位|电话. The specialist.', { optional: true })
  specialist: string | null;
}

@InputType({ description: '消防检查记录报送. A fire check as it is submitted.' })
export class FireCheckInput extends SubmittedInput {
  @Sent(uscc, '被检查单位的统一社会信用代码. Who was checked.')
  uscc: string;

  @Sent(regionCode, '被检查单位所在区划代码. The division of who was checked.')
  regionCode: string;

  @Sent(text(40), '检查部门代码. The department that checked.')
  departmentCode: string;

  @Sent(date, '检查日期. When.')
  checkedOn: string;

  @Sent(listOf(oneOf(FireRiskFactor)), '存在的致命风险因素，见 FireRiskFactor. Values of FireRiskFactor.', { optional: true })
  riskFactors: FireRiskFactor[] | null;

  @Sent(listOf(oneOf(FireClearing)), '三清中未清的项，见 FireClearing. Values of FireClearing.', { optional: true })
  toClear: FireClearing[] | null;

  @Sent(listOf(oneOf(FireControl)), '两管中未管住的项，见 FireControl. Values of FireControl.', { optional: true })
  toControl: FireControl[] | null;

  @Sent(whole(0, 100_000), '发现隐患数，未发现填 0. How many hazards it found; 0 for none.')
  hazardsFound: number;

  @Sent(listOf(text(64)), '转入隐患库的编号. The numbers of the hazards that it led to.', { optional: true })
  hazardNumbers: string[] | null;

  @Sent(text(1000), '记录摘要. What the record says in short.', { optional: true })
  summary: string | null;
}

@InputType({ description: '消防安全重点单位筛选. Which key fire units.' })
export class FireKeyUnitFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划，含全部下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否纳入在线监管. Whether it is supervised online.' })
  online?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '五包一是否配齐. Whether all five are named.' })
  complete?: boolean | null;
}
