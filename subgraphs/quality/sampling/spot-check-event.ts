import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CodeColumn, DateOnly, Shared } from '../../kernel';
import { SpotCheckResult, SpotCheckStep } from './vocabulary';

/** Only ever added to. */
@Entity()
@Index('spot_check_event_by_check', ['spotCheckId', 'id'])
@ObjectType({ description: '抽查处理记录. One step that was taken in a spot check.', simpleResolvers: true })
export class SpotCheckEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @CodeColumn(130)
  spotCheckId: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => SpotCheckStep, { nullable: true, description: '环节. What was done.' })
  step: SpotCheckStep;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '日期. On this day.' })
  takenOn: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => SpotCheckResult, { nullable: true, description: '其后的抽查结果. What the result was afterwards.' })
  result: SpotCheckResult;

  @Column('varchar', { length: 300, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '说明. What was said of it.' })
  note: string | null;

  @CodeColumn(100)
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '办理部门或报送来源. Which department did it, or which source reported it.' })
  takenBy: string;
}

@ObjectType({ description: '复查. The re-inspection that a spot check asks for.', simpleResolvers: true })
export class Reinspection {
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '可复查起始日. The first day for it; null: at once after correction.' })
  from: string | null;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '复查期限. The last day for it.' })
  dueOn: string | null;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '复查日期. When it was made last.' })
  inspectedOn: string | null;

  @Shared('PUBLIC')
  @Field(() => SpotCheckResult, { nullable: true, description: '复查结果. What it has shown.' })
  result: SpotCheckResult | null;

  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否逾期未复查. Whether its last day is past and it was not made.' })
  overdue: boolean;
}
