import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  PageArgs,
  Shared,
  connectionFor,
  date,
  documentNumber,
  fields,
  flag,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Assessment } from '../assessment/assessment';
import { AssessmentProposal, ProposalFilter } from './proposal';
import { interviewOf, proposalPage } from './proposal.lists';

export const interviewFields = fields(Assessment, {
  interviewProposed: workedOut(
    'UNCONDITIONAL',
    flag,
    '确认后是否建议约谈；未确认为空. Whether an interview is proposed; null until the ranking is confirmed.',
    async ({ id, status }, context) => (status === 'OPEN' ? null : (await interviewOf(context, id)) !== null),
  ),
  interviewDecidedOn: workedOut(
    'UNCONDITIONAL',
    date,
    '约谈建议的决定日期. The day on which an officer has decided on the proposed interview, for or against it.',
    async ({ id }, context) => (await interviewOf(context, id))?.decidedOn ?? null,
  ),
  interviewDocument: workedOut(
    'UNCONDITIONAL',
    documentNumber(64),
    '约谈的文书号；未决定或不采纳为空. The document of the interview; null while nobody has decided, or if it was dropped.',
    async ({ id }, context) => (await interviewOf(context, id))?.document ?? null,
  ),
});

const AssessmentProposalConnection = connectionFor(AssessmentProposal);

@Resolver()
export class ProposalQueries {
  @Shared('UNCONDITIONAL')
  @Query(() => AssessmentProposalConnection, {
    nullable: true,
    description: '考核处置建议，按区划、编号排序. What confirmed assessments propose, by division and id.',
  })
  assessmentProposals(
    @Arg('filter', () => ProposalFilter, {
      nullable: true,
      description: '筛选. Returns only what meets these conditions.',
    })
    filter: ProposalFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return proposalPage(context, filter ?? {}, args);
  }
}
