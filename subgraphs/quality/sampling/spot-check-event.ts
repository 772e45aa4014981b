import { ObjectType } from 'type-graphql';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Fact, Kept, Served, code, date, flag, oneOf, prose } from '../../kernel';
import { SpotCheckResult, SpotCheckStep } from './sampling.terms';

const OPTIONAL = { optional: true } as const;

/** Only ever added to. */
@Entity()
@Index('spot_check_event_by_check', ['spotCheckId', 'id'])
@ObjectType({ description: '抽查处理记录. One step that was taken in a spot check.', simpleResolvers: true })
export class SpotCheckEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Kept(code(130), '抽查编号. The id of the spot check.') spotCheckId: string;
  @Fact('UNCONDITIONAL', oneOf(SpotCheckStep, 20), '环节. The step that was taken.') step: SpotCheckStep;
  @Fact('UNCONDITIONAL', date, '日期. The day on which it was taken.') takenOn: string;
  @Fact('UNCONDITIONAL', oneOf(SpotCheckResult), '其后的抽查结果. The result of the spot check afterwards.')
  result: SpotCheckResult;
  @Fact('UNCONDITIONAL', prose(300), '说明. The remark of whoever took it.', OPTIONAL) note: string | null;
  @Fact(
    'UNCONDITIONAL',
    code(100),
    '办理部门或报送来源. The department that did it, or the source that reported it.',
  )
  takenBy: string;
}

@ObjectType({ description: '复查. The re-inspection that a spot check asks for.', simpleResolvers: true })
export class Reinspection {
  @Served('PUBLIC', date, '可复查起始日. The first day for it; null: at once after correction.', OPTIONAL)
  from: string | null;
  @Served('PUBLIC', date, '复查期限. The last day on which it can be done in time.', OPTIONAL) dueOn:
    string | null;
  @Served('PUBLIC', date, '复查日期. The day on which it was last re-inspected.', OPTIONAL) inspectedOn:
    string | null;
  @Served('PUBLIC', oneOf(SpotCheckResult), '复查结果. The conclusion of the last one.', OPTIONAL)
  result: SpotCheckResult | null;
  @Served('PUBLIC', flag, '是否逾期未复查. Whether its last day is past and it was not made.')
  overdue: boolean;
}
