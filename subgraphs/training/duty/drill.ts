import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const DrillKind = vocabulary('DrillKind', '演练类别. What is practised.', {
  EVACUATION: '疏散逃生演练. Evacuation.',
  FIRE: '灭火演练. Fire-fighting.',
  EQUIPMENT_RESCUE: '特种设备应急救援演练. Rescue from special equipment.',
  OTHER: '其他应急演练. Other emergencies.',
});
export type DrillKind = keyof typeof DrillKind;

@Entity()
@Index('drill_by_enterprise', ['uscc', 'heldOn', 'id'])
@Index('drill_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '应急演练. A drill that an enterprise has held.', simpleResolvers: true })
export class Drill extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '记录编号. Its id.' })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => DrillKind, { nullable: true, description: '演练类别. What was practised.' })
  kind: DrillKind;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '演练日期. The day of the drill.' })
  heldOn: string;

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '参加人数. How many took part.' })
  participants: number;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '评估与改进. What it showed.' })
  findings: string | null;

  @CodeColumn(12)
  regionCode: string;
}

export const DrillConnection = connectionOf('Drill', '应急演练', () => Drill);

/** The latest first. */
export const DRILLS: List<Drill> = { name: 'drills', entity: Drill, order: ['heldOn', 'id'], descending: true };
