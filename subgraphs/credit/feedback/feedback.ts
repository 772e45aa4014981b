import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted } from '../../kernel';

/** What a department has done to a listed subject: without it nobody knows whether a measure bites. */
@Entity()
@Index('measure_feedback_by_listing', ['listingId', 'takenOn', 'id'])
@Index('measure_feedback_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '联合惩戒反馈. That a department has applied a measure to a listed subject.', simpleResolvers: true })
export class MeasureFeedback extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  id: string;

  @CodeColumn(130)
  listingId: string;

  @CodeColumn(40)
  measureCode: string;

  @CodeColumn(40)
  departmentCode: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '实施日期. When it was applied.' })
  takenOn: string;

  @Column('varchar', { length: 500 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '实施结果. What came of it.' })
  result: string;
}
