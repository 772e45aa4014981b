import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, vocabulary } from '../../kernel';

/** The six of 建安区提醒函 (安责险全覆盖 by the end of 2024), and what follows by the end of 2025. */
export const InsuranceField = vocabulary('InsuranceField', '安责险行业领域. The fields that must hold work safety liability insurance.', {
  COAL_MINE: '煤矿. Coal mines.',
  NON_COAL_MINE: '非煤矿山. Other mines.',
  HAZARDOUS_CHEMICALS: '危险化学品. Hazardous chemicals.',
  TRANSPORT: '交通运输. Transport.',
  CONSTRUCTION: '建筑施工. Construction.',
  CIVIL_EXPLOSIVES: '民用爆炸物品. Civil explosives.',
  OTHER_HIGH_RISK: '其他具有较高生产安全风险的行业领域. Other fields of higher risk.',
});
export type InsuranceField = keyof typeof InsuranceField;

/** An enterprise that must be insured, with its policy; without one it counts as not covered. */
@Entity()
@Index('safety_insurance_by_enterprise', ['uscc', 'validUntil'])
@Index('safety_insurance_by_region', ['regionCode', 'field', 'uscc'])
@Index('safety_insurance_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '安全生产责任保险. The work safety liability insurance of an enterprise.', simpleResolvers: true })
export class SafetyInsurance extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => InsuranceField, { nullable: true, description: '行业领域. The field.' })
  field: InsuranceField;

  @Column('varchar', { length: 100, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '承保机构. The insurer; null if it should be insured and is not.' })
  insurer: string | null;

  @Column('varchar', { length: 64, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '保单号. The number of the policy.' })
  policyNumber: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '保险期间起. The first day that is insured.' })
  validFrom: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '保险期间止. The last day that is insured.' })
  validUntil: string | null;

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '保险机构事故预防服务次数. How often the insurer has helped to prevent accidents.' })
  preventionServices: number;
}

@ObjectType({ description: '安责险覆盖率. How many enterprises of a field are insured on a day.', simpleResolvers: true })
export class InsuranceCoverage {
  @Shared('PUBLIC')
  @Field(() => RegionCode, { description: '区划代码. The division, with its subtree.' })
  regionCode: string;

  @Shared('PUBLIC')
  @Field(() => InsuranceField, { description: '行业领域. The field.' })
  field: InsuranceField;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '全覆盖期限. By when all must be insured.' })
  dueOn: string;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '应投保单位数. How many must be insured.' })
  obliged: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已投保单位数. How many are insured on that day.' })
  insured: number;

  @Shared('PUBLIC')
  @Field(() => Float, {
    nullable: true,
    description: '覆盖率，0 至 1；没有应投保单位时为空. The share, 0 to 1; null if none must be insured.',
  })
  rate: number | null;
}
