import { ObjectType } from 'type-graphql';
import { Served, count, date, oneOf, type RequestContext } from '../../kernel';
import { principalDuties } from './duty.lists';
import { dutyStatus } from './duty.rules';
import { DutyStatus, TrainingDuty } from './training-duty';

@ObjectType({
  description: '主要负责人培训. Whether the principals of an enterprise are trained.',
  simpleResolvers: true,
})
export class PrincipalTraining {
  @Served('UNCONDITIONAL', count, '年度. The year that is meant: today’s.', { always: true }) year: number;

  @Served(
    'UNCONDITIONAL',
    oneOf(DutyStatus),
    '本年度状态；无任务则空. The state of this year’s duties; null without one.',
    {
      optional: true,
    },
  )
  status: DutyStatus | null;

  @Served(
    'UNCONDITIONAL',
    date,
    '未完成任务中最早的期限. The first day by which an unfulfilled one is due.',
    { optional: true },
  )
  dueOn: string | null;

  @Served('UNCONDITIONAL', date, '最近完成日期. The day on which one was last fulfilled, in any year.', {
    optional: true,
  })
  trainedOn: string | null;

  @Served('UNCONDITIONAL', () => [TrainingDuty], '历年任务，新的在前. All its duties, the latest first.')
  duties: TrainingDuty[];
}

/** Null for an enterprise of which no duty is known. The worst of this year’s duties, and of older ones that are still open, counts. */
export async function principalTrainingOf(
  context: RequestContext,
  uscc: string,
): Promise<PrincipalTraining | null> {
  const { today } = context;
  const duties = (await principalDuties(context).load(uscc))?.duties ?? [];
  if (duties.length === 0) return null;
  const done = duties.map((duty) => ({
    duty,
    on: duty.fulfilledOn,
    status: dutyStatus(duty, duty.fulfilledOn, today),
  }));
  const year = Number(today.slice(0, 4));
  const current = done.filter(
    ({ duty, status }) => duty.year === year || (status !== 'FULFILLED' && duty.countsUntil >= today),
  );
  const missing = current
    .filter(({ status }) => status !== 'FULFILLED')
    .sort((a, b) => (a.duty.dueOn < b.duty.dueOn ? -1 : 1));
  return {
    year,
    status: missing[0]?.status ?? (current.length > 0 ? 'FULFILLED' : null),
    dueOn: missing[0]?.duty.dueOn ?? null,
    trainedOn: done.reduce<string | null>(
      (last, { on }) => (on !== null && (last === null || on > last) ? on : last),
      null,
    ),
    duties,
  };
}
