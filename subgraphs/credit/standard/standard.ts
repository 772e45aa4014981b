import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, vocabulary } from '../../kernel';
import incentives from '../reference/incentives.json';

export const StandardLevel = vocabulary('StandardLevel', '安全生产标准化等级. The level of work safety standardisation.', {
  LEVEL_1: '一级. The first, highest level.',
  LEVEL_2: '二级. The second level.',
  LEVEL_3: '三级. The third level.',
});
export type StandardLevel = keyof typeof StandardLevel;

@Entity()
@Index('safety_standard_by_enterprise', ['uscc', 'level'])
@Index('safety_standard_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '安全生产标准化达标. That an enterprise meets a level of work safety standardisation.', simpleResolvers: true })
export class SafetyStandard extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(8)
  @Shared('PUBLIC')
  @Field(() => StandardLevel, { nullable: true, description: '等级. The level.' })
  level: StandardLevel;

  @Column('varchar', { length: 64 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '证书或公告编号. The number of the certificate or notice.' })
  certificateNumber: string;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '达标日期. Since when.' })
  awardedOn: string;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '有效期止. The last day.' })
  validUntil: string;
}

@ObjectType({ description: '达标激励政策. What an enterprise that meets the standard is entitled to.', simpleResolvers: true })
export class Incentive {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '代码. Its code.' })
  code: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '名称. Its name.' })
  name: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '来源文件. The document that it rests on.' })
  source: string;
}

export const INCENTIVES = incentives as readonly Incentive[];
