import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const TrainingBodyStatus = vocabulary('TrainingBodyStatus', '培训机构状态. Where a training body stands.', {
  UNREVIEWED: '未复核. Its conditions have not been reviewed.',
  QUALIFIED: '符合基本条件. Reviewed; it meets the conditions.',
  UNQUALIFIED: '不符合，整改中. Reviewed; it lacks some, and must mend them or be withdrawn.',
  WITHDRAWN: '已清退. Withdrawn: it may train no longer.',
});
export type TrainingBodyStatus = keyof typeof TrainingBodyStatus;

export const TrainingBodyKind = vocabulary('TrainingBodyKind', '机构类别. What a body does.', {
  SAFETY_TRAINING: '安全生产培训机构. Trains for work safety.',
  OPERATOR_EXAM: '特种设备作业人员考试机构. Examines operators of special equipment.',
  SPECIAL_OPERATION_EXAM: '特种作业考试点. Examines for special operations.',
});
export type TrainingBodyKind = keyof typeof TrainingBodyKind;

@ObjectType({ description: '基本条件 (AQ/T 8011). A condition that a training body must meet.', simpleResolvers: true })
export class BodyCondition {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '代码. Its code.' })
  code: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '名称. Its name.' })
  name: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '要求. What it asks for.' })
  text: string;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '条文是否已核对. Whether it was checked against the standard.' })
  verified: boolean;
}

@Entity()
@Index('training_body_by_region', ['regionCode', 'id', 'status'])
@Index('training_body_by_enterprise', ['uscc'])
@Index('training_body_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '培训机构、考试机构. A body that trains or examines.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class TrainingBody extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '编号. Its id.' })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(24)
  @Shared('PUBLIC')
  @Field(() => TrainingBodyKind, { nullable: true, description: '机构类别. What it does.' })
  kind: TrainingBodyKind;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '开始培训日期. Since when it trains.' })
  activeFrom: string;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;

  // ── written by the verbs only ──

  @Column({ type: 'varchar', length: 12, collation: 'C', default: 'UNREVIEWED' })
  @Shared('PUBLIC')
  @Field(() => TrainingBodyStatus, { nullable: true, description: '状态. Where it stands.' })
  status: TrainingBodyStatus;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '最近复核日期. When its conditions were last reviewed.' })
  reviewedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '首次复核日期. When they were first reviewed.' })
  firstReviewedOn: string | null;

  /** Codes of the conditions that it did not meet. */
  @Column('varchar', { array: true, default: '{}' })
  unmetConditions: string[];

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '清退日期. When it was withdrawn.' })
  withdrawnOn: string | null;

  @Column('varchar', { length: 300, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '复核或清退说明. What the last review or the withdrawal rests on.' })
  remark: string | null;
}

export const TrainingBodyConnection = connectionOf('TrainingBody', '培训机构', () => TrainingBody);

export const BODIES: List<TrainingBody> = { name: 'trainingBodies', entity: TrainingBody, order: ['regionCode', 'id'] };

@ObjectType({ description: '培训机构复核情况. How far the bodies of a division are reviewed.', simpleResolvers: true })
export class TrainingBodyReview {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '应复核数（期限前已开展培训的）. How many trained before the deadline.' })
  total: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已复核数. How many of them have been reviewed.' })
  reviewed: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '期限内复核数. How many by the deadline.' })
  reviewedInTime: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已清退数. How many are withdrawn.' })
  withdrawn: number;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '复核期限. By when all were to be reviewed.' })
  deadline: string;
}

@InputType({ description: '培训机构筛选. Which bodies.' })
export class TrainingBodyFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => TrainingBodyStatus, { nullable: true, description: '状态. In this state.' })
  status?: TrainingBodyStatus | null;
}
