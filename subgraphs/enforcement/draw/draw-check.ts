import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, connectionOf, vocabulary, type List } from '../../kernel';

export const DrawCheckOutcome = vocabulary('DrawCheckOutcome', '抽查结果. What a check of a drawn enterprise has found.', {
  NO_PROBLEM: '未发现问题. Nothing was found.',
  CORRECTED: '发现问题，已责令改正. Something was found and is to be put right.',
  CASE_OPENED: '发现违法行为，已立案. A breach was found and a case opened.',
  NOT_COOPERATING: '不配合检查，情节严重. The check was gravely obstructed.',
  UNREACHABLE: '通过登记的住所无法联系. Not found at its registered address.',
});
export type DrawCheckOutcome = keyof typeof DrawCheckOutcome;

/** What the check of a drawn enterprise has found: for agencies, and for anyone once it is published. */
@Entity()
@Index('draw_check_by_region', ['regionCode', 'id'])
@Index('draw_check_by_draw', ['drawId', 'id'])
@ObjectType({ description: '双随机检查结果. The result of a check of an enterprise that was drawn.', simpleResolvers: true })
export class DrawCheck {
  /** Draw and enterprise. */
  @CodeColumn(60, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '检查结果编号. Its id.' })
  id: string;

  @CodeColumn(36)
  @Shared('PUBLIC')
  @Field(() => ID, { description: '抽取编号. The draw.' })
  drawId: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '检查日期. When it was checked.' })
  checkedOn: string;

  @CodeColumn(16)
  @Shared('PUBLIC')
  @Field(() => DrawCheckOutcome, { description: '检查结果. What was found.' })
  outcome: DrawCheckOutcome;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '公示日期. When it was published.' })
  publishedOn: string | null;
}

export const DrawCheckConnection = connectionOf('DrawCheck', '双随机检查结果', () => DrawCheck);

export const DRAW_CHECKS: List<DrawCheck> = { name: 'drawChecks', entity: DrawCheck, order: ['regionCode', 'id'] };
export const CHECKS_OF_DRAW: List<DrawCheck> = { name: 'checksOfDraw', entity: DrawCheck, order: ['id'] };
