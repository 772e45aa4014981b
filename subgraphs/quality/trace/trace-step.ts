import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  prose,
  vocabulary,
  type List,
} from '../../kernel';
import { asId, asked, asking, date, id, inputOf, inputType, oneOf, regionCode, uscc } from '../../kernel';
import { CccCertificate } from '../certificate/certificate';
import { certificateNumber } from '../certificate/certificate.rules';
import { Enterprise, Region } from '../others';
import { SpotCheck } from '../sampling/spot-check';

export const TraceDirection = vocabulary(
  'TraceDirection',
  '追查方向. The directions of a trace: to suppliers or to buyers.',
  {
    UP: '向上追查（生产、进货来源）. Up: to who made or supplied it.',
    DOWN: '向下追查（销售去向）. Down: to who was supplied with it.',
  },
);
export type TraceDirection = keyof typeof TraceDirection;

const OPTIONAL = { optional: true } as const;

/** 双向追查: one enterprise that a bad batch leads to, and the authority of its place that is asked about it. */
@Noun('双向追查环节. One step of a trace: an enterprise, and the authority that is asked.', {
  key: false,
  term: { zh: '追查环节', en: 'trace step' },
})
@Index('trace_step_by_check', ['spotCheckId', 'notifiedOn', 'id'])
// what is still unanswered
@Index('trace_step_by_region', ['regionCode', 'notifiedOn', 'id'], { where: 'answered_on IS NULL' })
@Index('trace_step_by_day', ['notifiedOn', 'id'], { where: 'answered_on IS NULL' })
export class TraceStep extends Submitted {
  @Id('UNCONDITIONAL', '环节编号. The id of the trace step.', { always: false }) id: string;

  @RefersTo(
    () => SpotCheck,
    id(130),
    'UNCONDITIONAL',
    '所属抽查（按编号）. The spot check that it follows from.',
    {
      as: 'spotCheck',
      back: {
        name: 'trace',
        level: 'UNCONDITIONAL',
        says: '双向追查. The steps of its trace.',
        byHand: true,
      },
      stated: '抽查编号. The id of the spot check.',
    },
  )
  spotCheckId: string;

  @Fact(
    'UNCONDITIONAL',
    id(130),
    '上一环节编号，由其所在地部门增加；空为由抽查直接引出. The step that it follows from, whose authority adds it; null: the spot check.',
    OPTIONAL,
  )
  parentId: string | null;

  @Fact(
    'UNCONDITIONAL',
    oneOf(TraceDirection, 8),
    '方向. The direction of the step: to suppliers or to buyers.',
  )
  direction: TraceDirection;

  @RefersTo(() => Enterprise, uscc, 'UNCONDITIONAL', '被追查单位. The enterprise that it leads to.', {
    as: 'enterprise',
    index: true,
    back: {
      name: 'traceSteps',
      level: 'UNCONDITIONAL',
      says: '被追查环节，新的在前. The steps of traces that lead to it, the latest first.',
      order: ['notifiedOn', 'id'],
      descending: true,
      period: 'notifiedOn',
      term: { from: 'notifiedOn', ended: ['answeredOn'] },
    },
    unknown: 'flag',
  })
  enterpriseUscc: string;

  @RefersTo(
    () => CccCertificate,
    asId(certificateNumber),
    'UNCONDITIONAL',
    '产品认证证书（按编号）. The certificate of its product.',
    {
      as: 'certificate',
      stated: '认证证书编号. The certificate of its product.',
      optional: true,
      index: true,
      back: {
        name: 'traceSteps',
        level: 'UNCONDITIONAL',
        says: '所涉追查环节，新的在前. The steps of traces that name it, the latest first.',
        order: ['notifiedOn', 'id'],
        descending: true,
        period: 'notifiedOn',
        term: { from: 'notifiedOn', ended: ['answeredOn'] },
      },
      unknown: 'flag',
    },
  )
  certificateNumber: string | null;

  @Fact('UNCONDITIONAL', date, '通报日期. The day on which the authority was notified.') notifiedOn: string;
  @Fact('UNCONDITIONAL', prose(500), '协查请求. The request to the authority.', OPTIONAL) request:
    string | null;
  @Fact('UNCONDITIONAL', date, '答复日期. The day on which the authority answered.', OPTIONAL) answeredOn:
    string | null;
  @Fact('UNCONDITIONAL', prose(1000), '答复. The answer of the authority.', OPTIONAL) answer: string | null;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '被追查单位所在地. The division of the enterprise that is traced.',
    {
      as: 'region',
      shown:
        '被追查单位所在地区划代码，由该地部门答复. The division of the enterprise, whose authority is asked.',
    },
  )
  regionCode: string;

  @Kept(regionCode, '通报部门所在区划代码. The division of who asks.') fromRegionCode: string;

  @DuplicateOf(null, ['spotCheckId', 'direction', 'enterpriseUscc', 'notifiedOn']) duplicateOf: string | null;
}

export const TraceStepInput = inputOf(
  TraceStep,
  '双向追查环节报送. A trace step of another system as it is submitted.',
  [
    'spotCheckId',
    'parentId',
    'direction',
    'enterpriseUscc',
    'certificateNumber',
    'notifiedOn',
    'request',
    'answeredOn',
    'answer',
    'regionCode',
    'fromRegionCode',
  ],
);

export const OpenTraceInput = inputType(
  'OpenTraceInput',
  '开展追查. Opens the trace of a sample that did not conform.',
  asking(TraceStep, ['spotCheckId', 'request']),
);
export const AddTraceStepInput = inputType(
  'AddTraceStepInput',
  '增加追查环节. One more enterprise that the trace leads to.',
  asking(TraceStep, [
    'spotCheckId',
    'parentId',
    'direction',
    'enterpriseUscc',
    'regionCode',
    'certificateNumber',
    'request',
  ]),
);
export const AnswerTraceInput = inputType(
  'AnswerTraceInput',
  '答复协查. The answer of the authority that was asked.',
  {
    ...asking(TraceStep, ['id', 'answer!']),
    on: asked(date, '答复日期，默认当日. The day of the answer, today by default.', { optional: true }),
  },
);

/** The longest waiting first. */
export const UNANSWERED_TRACES: List<TraceStep> = {
  name: 'unansweredTraces',
  entity: TraceStep,
  order: ['notifiedOn', 'id'],
};
