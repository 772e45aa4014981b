import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Served,
  Submitted,
  Synthetic,
  asked,
  count,
  date,
  flag,
  id,
  inputOf,
  inputType,
  listOf,
  oneOf,
  printedCode,
  prose,
  regionCode,
  text,
  uscc,
  vocabulary,
  type List,
} from '../../kernel';
import { Enterprise, Region } from '../others';

export const TrainingBodyStatus = vocabulary(
  'TrainingBodyStatus',
  '培训机构状态. The states of a training body.',
  {
    UNREVIEWED: '未复核. Its conditions have not been reviewed.',
    QUALIFIED: '符合基本条件. Reviewed; it meets the conditions.',
    UNQUALIFIED: '不符合，整改中. Reviewed; it lacks some, and must mend them or be withdrawn.',
    WITHDRAWN: '已清退. Withdrawn: it may train no longer.',
  },
);
export type TrainingBodyStatus = keyof typeof TrainingBodyStatus;

export const TrainingBodyKind = vocabulary(
  'TrainingBodyKind',
  '机构类别. The kinds of training bodies, by what they do.',
  {
    SAFETY_TRAINING: '安全生产培训机构. Trains for work safety.',
    OPERATOR_EXAM: '特种设备作业人员考试机构. Examines operators of special equipment.',
    SPECIAL_OPERATION_EXAM: '特种作业考试点. Examines for special operations.',
  },
);
export type TrainingBodyKind = keyof typeof TrainingBodyKind;

@ObjectType({
  description: '基本条件 (AQ/T 8011). A condition that a training body must meet.',
  simpleResolvers: true,
})
export class BodyCondition {
  @Served('PUBLIC', id(24), '代码. Its code, by which a review names it.', { always: true }) code: string;
  @Served('PUBLIC', text(200), '名称. The short name of the condition.', { always: true }) name: string;
  @Served('PUBLIC', text(200), '要求. The text of the condition.', { always: true }) text: string;
  @Served('PUBLIC', flag, '条文是否已核对. Whether it was checked against the standard.', { always: true })
  verified: boolean;
}

@Noun('培训机构、考试机构. A body that trains or examines.', {
  term: { zh: '培训机构', en: 'training body' },
})
@Index('training_body_by_region', ['regionCode', 'id', 'status'], { where: 'duplicate_of IS NULL' })
export class TrainingBody extends Submitted {
  @Id('PUBLIC', '编号. Its id: source and the id there.') id: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'PUBLIC',
    '机构本身（统一社会信用代码）. The enterprise or institution that the body is, by its USCC.',
    {
      as: 'enterprise',
      stated: '机构的统一社会信用代码. The unified social credit code of the body.',
      index: 'training_body_by_enterprise',
      back: {
        name: 'trainingBodies',
        level: 'PUBLIC',
        says: '培训机构、考试机构. The bodies that train or examine that it is.',
        period: 'activeFrom',
        state: 'status',
      },
      unknown: 'flag',
    },
  )
  uscc: string;

  @Fact('PUBLIC', oneOf(TrainingBodyKind, 24), '机构类别. Whether it trains or examines, and whom.')
  kind: TrainingBodyKind;

  @RefersTo(
    () => Region,
    regionCode,
    'PUBLIC',
    '机构所在地（区划代码）. The division of the body, by its code.',
    {
      as: 'region',
      stated: '机构所在区划代码. The division of the body.',
    },
  )
  regionCode: string;

  @Fact('PUBLIC', date, '开始培训日期. Since when it trains.') activeFrom: string;

  @Synthetic() synthetic: boolean;

  // ── written by the steps only: a later submission leaves them as they are ──

  @Fact('PUBLIC', oneOf(TrainingBodyStatus), '状态. The state that its review is in.', {
    column: { default: 'UNREVIEWED' },
  })
  status: TrainingBodyStatus;

  @Fact('PUBLIC', date, '最近复核日期. The day on which its conditions were last reviewed.', {
    optional: true,
  })
  reviewedOn: string | null;

  @Fact('PUBLIC', date, '首次复核日期. The day on which they were first reviewed.', { optional: true })
  firstReviewedOn: string | null;

  @Kept(listOf(printedCode(24)), '不符合的条件代码. The codes of the conditions that it did not meet.')
  unmetConditions: string[];

  @Fact('PUBLIC', date, '清退日期. The day on which it was withdrawn.', { optional: true }) withdrawnOn:
    string | null;

  @Fact('PUBLIC', prose(300), '复核或清退说明. What the last review or the withdrawal rests on.', {
    optional: true,
  })
  remark: string | null;

  @DuplicateOf(null, ['kind', 'uscc']) duplicateOf: string | null;
}

export const TrainingBodyInput = inputOf(
  TrainingBody,
  '培训机构报送. A training body as it is submitted.',
  ['uscc', 'kind', 'activeFrom', 'regionCode'],
  { defaults: { kind: 'SAFETY_TRAINING' } },
);

const body = asked(id(130), '机构编号. The id of the body.');
export const ReviewTrainingBodyInput = inputType(
  'ReviewTrainingBodyInput',
  '复核培训机构. The review of a training body’s conditions.',
  {
    id: body,
    reviewedOn: asked(date, '复核日期. The day of the review.'),
    unmetConditions: asked(
      listOf(printedCode(24)),
      '不符合的条件代码；全部符合为空列表. The codes of conditions that it does not meet; none if it meets all.',
    ),
    remark: asked(prose(300), '说明. The grounds of the finding.', { optional: true }),
  },
);
export type ReviewTrainingBodyInput = InstanceType<typeof ReviewTrainingBodyInput>;

export const WithdrawTrainingBodyInput = inputType(
  'WithdrawTrainingBodyInput',
  '清退培训机构. The withdrawal of a training body.',
  {
    id: body,
    reason: asked(prose(300), '清退理由. The reason for withdrawing it.'),
  },
);

export const BODIES: List<TrainingBody> = {
  name: 'trainingBodies',
  entity: TrainingBody,
  order: ['regionCode', 'id'],
};

@ObjectType({
  description: '培训机构复核情况. The share of the training bodies of a division that are reviewed.',
  simpleResolvers: true,
})
export class TrainingBodyReview {
  @Served(
    'PUBLIC',
    count,
    '应复核数（期限前已开展培训的）. The number of bodies that trained before the deadline.',
    { always: true },
  )
  total: number;
  @Served('PUBLIC', count, '已复核数. The number of them that have been reviewed.', { always: true })
  reviewed: number;
  @Served('PUBLIC', count, '期限内复核数. The number of them that were reviewed by the deadline.', {
    always: true,
  })
  reviewedInTime: number;
  @Served('PUBLIC', count, '已清退数. The number of bodies that were withdrawn.', { always: true })
  withdrawn: number;
  @Served('PUBLIC', date, '复核期限. By when all were to be reviewed.', { always: true }) deadline: string;
}

const optional = { optional: true } as const;
export const TrainingBodyFilter = inputType(
  'TrainingBodyFilter',
  '培训机构筛选. The bodies for which all of this holds.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', optional),
    status: asked(oneOf(TrainingBodyStatus), '状态. Returns only those in this state.', optional),
    kind: asked(oneOf(TrainingBodyKind), '机构类别. Returns only bodies of this kind.', optional),
    reviewDue: asked(
      flag,
      '是否须在全覆盖复核中复核（期限前已开展培训）. Returns only those that the review of all bodies must reach, active by its deadline, or only the others.',
      optional,
    ),
    reviewed: asked(
      flag,
      '是否复核过. Returns only those that were reviewed at least once, or only the others.',
      optional,
    ),
  },
);
export type TrainingBodyFilter = Partial<InstanceType<typeof TrainingBodyFilter>>;
