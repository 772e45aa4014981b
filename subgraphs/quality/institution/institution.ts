import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, vocabulary, Key, id } from '../../kernel';

export const InstitutionKind = vocabulary('InstitutionKind', '认证实施机构类别. What an institution does in compulsory certification.', {
  BODY: '指定认证机构. A designated certification body.',
  LABORATORY: '指定实验室. A designated laboratory.',
});
export type InstitutionKind = keyof typeof InstitutionKind;

export const InstitutionCheckResult = vocabulary(
  'InstitutionCheckResult',
  '监督检查结果. What an inspection of an institution has found.',
  {
    NO_PROBLEM: '未发现问题. No problem was found.',
    CORRECTION_ORDERED: '责令改正. It was ordered to correct something.',
    HANDED_OVER: '移送执法. It was handed over to enforcement.',
  },
);
export type InstitutionCheckResult = keyof typeof InstitutionCheckResult;

/** 认证认可条例 第三十二条: who is designated is public. */
@Entity()
@Index('certification_body_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '指定认证机构. A designated certification body.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class CertificationBody extends Submitted {
  @Key('PUBLIC', id(2), '机构代码，证书编号第 5、6 位. Its code, the digits 5 and 6 of its certificates.')
  code: string;

  @Column('varchar', { length: 200 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '名称. Its name.' })
  name: string;

  @CodeColumn(18, { nullable: true })
  uscc: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '指定起始日. Designated from this day, as far as it is known.' })
  designatedFrom: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '指定末日. The last day of its designation.' })
  designatedTo: string | null;

  @CodeColumn(12)
  regionCode: string;
}

@Entity()
@Index('laboratory_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '指定实验室. A designated laboratory.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Laboratory extends Submitted {
  @Key('PUBLIC', id(40), '实验室编号. Its code.')
  code: string;

  @Column('varchar', { length: 200 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '名称. Its name.' })
  name: string;

  @CodeColumn(18, { nullable: true })
  uscc: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('PUBLIC')
  @Field(() => [String], { nullable: true, description: '指定类别代码. The categories that it is designated for.' })
  categoryCodes: string[];

  @CodeColumn(12)
  regionCode: string;
}

/** 年度全覆盖监督检查 of bodies and 双随机 checks of laboratories; how a laboratory was drawn is enforcement's. */
@Entity()
@Index('institution_check_by_institution', ['kind', 'institutionCode', 'checkedOn', 'id'])
@Index('institution_check_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '认证机构、实验室监督检查. An inspection of a certification body or a laboratory.', simpleResolvers: true })
export class InstitutionCheck extends Submitted {
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '编号. Its id.' })
  id: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => InstitutionKind, { nullable: true, description: '机构类别. What was inspected.' })
  kind: InstitutionKind;

  @CodeColumn(40)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '机构代码或实验室编号. The code of the body or laboratory.' })
  institutionCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '检查日期. When it was inspected.' })
  checkedOn: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => InstitutionCheckResult, { nullable: true, description: '检查结果. What was found.' })
  result: InstitutionCheckResult;

  @Column('varchar', { length: 60, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '双随机抽取编号. The draw that it was chosen by.' })
  drawNumber: string | null;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('RESTRICTED', 'MARKET_SUPERVISION')
  @Field(() => String, { nullable: true, description: '检查发现的问题. The problems found, for market supervision only.' })
  findings: string | null;

  /** Of the institution. */
  @CodeColumn(12)
  regionCode: string;
}

@ObjectType({
  description: '认证机构年度监督检查覆盖情况. How far the certification bodies were inspected in a year.',
  simpleResolvers: true,
})
export class SupervisionCoverage {
  @Shared('PUBLIC')
  @Field(() => String, { description: '年份. The year.' })
  year: string;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '应检查机构数. How many bodies were designated in that year.' })
  bodies: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已检查机构数. How many of them were inspected.' })
  inspected: number;

  @Shared('PUBLIC')
  @Field(() => Float, { description: '覆盖率（百分比）. The share that was inspected, in percent.' })
  percent: number;

  @Shared('PUBLIC')
  @Field(() => Float, { description: '要求的覆盖率（百分比）. The share that is asked for, in percent.' })
  requiredPercent: number;

  @Shared('UNCONDITIONAL')
  @Field(() => [CertificationBody], { nullable: true, description: '尚未检查的机构. Who was not inspected.' })
  notInspected: CertificationBody[];
}
