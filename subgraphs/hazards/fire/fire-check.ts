import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, type List } from '../../kernel';
import { FireClearing, FireControl, FireRiskFactor } from './vocabulary';

@Entity()
@Index('fire_check_by_enterprise', ['uscc', 'checkedOn', 'id'])
@Index('fire_check_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '消防检查记录. What a fire check has found, by the items of the campaign.', simpleResolvers: true })
export class FireCheck extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(40)
  departmentCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '检查日期. When.' })
  checkedOn: string;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [FireRiskFactor], { nullable: true, description: '存在的致命风险因素. Which of the ten factors were found.' })
  riskFactors: FireRiskFactor[];

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [FireClearing], { nullable: true, description: '三清中未清的项. What was not cleared away.' })
  toClear: FireClearing[];

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [FireControl], { nullable: true, description: '两管中未管住的项. What was not under control.' })
  toControl: FireControl[];

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '发现隐患数，0 为未发现. How many hazards it found.' })
  hazardsFound: number;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [String], { nullable: true, description: '转入隐患库的编号. The numbers of the hazards that it led to.' })
  hazardNumbers: string[];

  @Column('varchar', { length: 1000, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '记录摘要. What the record says in short.' })
  summary: string | null;
}

export const FireCheckConnection = connectionOf('FireCheck', '消防检查记录', () => FireCheck);
/** The latest first. */
export const FIRE_CHECKS: List<FireCheck> = { name: 'fireChecks', entity: FireCheck, order: ['checkedOn', 'id'], descending: true };
