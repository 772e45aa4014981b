import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, type List } from '../../kernel';

/** 处罚记录, as enforcement reports it: only what the closing-down rule needs. */
@Entity()
@Index('hazard_penalty_by_enterprise', ['uscc', 'decidedOn', 'id'])
@Index('hazard_penalty_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '安全生产处罚记录. A penalty under the work safety law, for the closing-down rule.', simpleResolvers: true })
export class HazardPenalty extends Submitted {
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '记录编号. Its id.' })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 100 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '处罚决定书文号. The decision.' })
  documentNumber: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '决定日期. When it was decided.' })
  decidedOn: string;
}

/** 主要负责人带队检查. */
@Entity()
@Index('principal_check_by_enterprise', ['uscc', 'checkedOn', 'id'])
@Index('principal_check_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '主要负责人带队检查. A check for major hazards that an enterprise’s principal has led.', simpleResolvers: true })
export class PrincipalCheck extends Submitted {
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '记录编号. Its id.' })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '检查日期. When.' })
  checkedOn: string;

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '发现重大事故隐患数. How many major hazards it found.' })
  majorHazardsFound: number;
}

export const PrincipalCheckConnection = connectionOf('PrincipalCheck', '主要负责人带队检查', () => PrincipalCheck);

export const PRINCIPAL_CHECKS: List<PrincipalCheck> = {
  name: 'principalChecks',
  entity: PrincipalCheck,
  order: ['checkedOn', 'id'],
  descending: true,
};

@ObjectType({
  description: '提请关闭信号（安全生产法第一百一十三条）. Whether an enterprise meets the closing-down rule.',
  simpleResolvers: true,
})
export class ClosingDownSignal {
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '是否符合. Whether a major hazard is open and the penalties reach the number.' })
  due: boolean;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { description: '未销号重大事故隐患数. Its open major hazards.' })
  openMajorHazards: number;

  @Shared('UNCONDITIONAL')
  @Field(() => [HazardPenalty], { description: '一年内的处罚. Its penalties of the last year.' })
  penalties: HazardPenalty[];
}
