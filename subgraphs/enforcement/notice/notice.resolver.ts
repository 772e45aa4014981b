import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, type RequestContext } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { caseByNumber } from '../case/case.lists';
import { Department, Enterprise } from '../others';
import { IssueNoticeInput, LookBackInput, NoticeReceiptInput, NoticeReplyInput } from './notice.inputs';
import { isOverdueOn } from './notice.rules';
import { issueNotice, lookBack, noticeByNumber, noticePage, noticesOfEnterprise, receiveNotice, replyToNotice } from './notice.service';
import { LookBack, NoticeFilter, SupervisoryNotice, SupervisoryNoticeConnection } from './supervisory-notice';

const asked = { description: '内容. What is done.' };

@Resolver(() => SupervisoryNotice)
export class NoticeResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => SupervisoryNotice, { nullable: true, description: '按文号查三书一函. The notice with this number.' })
  notice(@Arg('number', () => ID, { description: '文号. Its number.' }) number: string, @Ctx() context: RequestContext) {
    return noticeByNumber(context, number);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => SupervisoryNoticeConnection, { nullable: true, description: '三书一函，按区划、文号排序. Notices by division and number.' })
  notices(
    @Arg('filter', () => NoticeFilter, { nullable: true, description: '筛选. Which.' }) filter: NoticeFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return noticePage(context, filter, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '受文单位. The enterprise that it went to.' })
  addressee(@Root() { addresseeUscc }: SupervisoryNotice) {
    return addresseeUscc && { uscc: addresseeUscc };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '受文部门. The department that it went to.' })
  addresseeDepartment(@Root() { addresseeDepartmentCode: code }: SupervisoryNotice) {
    return code && { code };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '发出部门. The department that issued it.' })
  department(@Root() { departmentCode }: SupervisoryNotice) {
    return { code: departmentCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EnforcementCase, { nullable: true, description: '案件. The case that it belongs to.' })
  case(@Root() { caseNumber }: SupervisoryNotice, @Ctx() context: RequestContext) {
    return caseNumber && caseByNumber(context, caseNumber);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否逾期未回复. Whether its answer is overdue.' })
  overdue(@Root() notice: SupervisoryNotice, @Ctx() { today }: RequestContext) {
    return isOverdueOn(notice, today);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => LookBack, { nullable: true, description: '回头看. The look back.' })
  lookBack(@Root() { storedLookBack }: SupervisoryNotice) {
    return storedLookBack;
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SupervisoryNotice, { nullable: true, description: '发出三书一函. Issues a notice.' })
  issueNotice(@Arg('input', () => IssueNoticeInput, asked) input: IssueNoticeInput, @Ctx() context: RequestContext) {
    return issueNotice(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SupervisoryNotice, { nullable: true, description: '登记签收. Puts down that it was received.' })
  receiveNotice(@Arg('input', () => NoticeReceiptInput, asked) input: NoticeReceiptInput, @Ctx() context: RequestContext) {
    return receiveNotice(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SupervisoryNotice, { nullable: true, description: '登记回复. Puts down its answer.' })
  replyToNotice(@Arg('input', () => NoticeReplyInput, asked) input: NoticeReplyInput, @Ctx() context: RequestContext) {
    return replyToNotice(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SupervisoryNotice, { nullable: true, description: '登记回头看. Puts down what was found on looking back.' })
  lookBackAtNotice(@Arg('input', () => LookBackInput, asked) input: LookBackInput, @Ctx() context: RequestContext) {
    return lookBack(context, input);
  }
}

@Resolver(() => Enterprise)
export class EnterpriseNoticesResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => SupervisoryNoticeConnection, {
    nullable: true,
    description: '三书一函，新的在前. The notices to it, the latest first.',
  })
  notices(@Root() { uscc }: InstanceType<typeof Enterprise>, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return noticesOfEnterprise(context, uscc, args);
  }
}
