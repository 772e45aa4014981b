import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  PageArgs,
  Shared,
  connectionFor,
  fields,
  flag,
  oneOf,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { noticePage } from './notice.lists';
import { isOverdueOn, statusOf } from './notice.rules';
import { LookBack, NoticeFilter, NoticeStatus, SupervisoryNotice } from './supervisory-notice';

export const noticeFields = fields(SupervisoryNotice, {
  status: workedOut('UNCONDITIONAL', oneOf(NoticeStatus), '办理状态. The state that it is in.', statusOf),
  overdue: workedOut(
    'UNCONDITIONAL',
    flag,
    '是否逾期未回复. Whether its answer is overdue.',
    (notice, { today }) => isOverdueOn(notice, today),
  ),
  lookBack: workedOut(
    'UNCONDITIONAL',
    () => LookBack,
    '回头看. The look-back at the notice; null before.',
    ({ storedLookBack }) => storedLookBack,
  ),
});

const SupervisoryNoticeConnection = connectionFor(SupervisoryNotice);

@Resolver()
export class NoticesResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => SupervisoryNoticeConnection, {
    nullable: true,
    description: '三书一函，按区划、文号排序. Notices by division and number.',
  })
  notices(
    @Arg('filter', () => NoticeFilter, {
      nullable: true,
      description: '筛选. The notices for which all of this holds.',
    })
    filter: NoticeFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return noticePage(context, filter, args);
  }
}
