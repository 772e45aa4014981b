import sql, { empty, raw } from 'sql-template-tag';
import { manyBy, page, within, type PageArgs, type RequestContext } from '../../kernel';
import { AssessmentProposal, PROPOSALS, type ProposalFilter } from './proposal';

const proposalsBy = manyBy(AssessmentProposal, 'assessmentId', sql`assessment_id, id`);

export function proposalPage(context: RequestContext, filter: ProposalFilter, args: PageArgs) {
  const { region, quarter, kind, status } = filter;
  return page(
    context,
    PROPOSALS,
    sql`${within(raw('region_code'), region)} ${quarter ? sql`AND quarter = ${quarter}` : empty}
      ${kind ? sql`AND kind = ${kind}` : empty} ${status ? sql`AND status = ${status}` : empty}`,
    args,
  );
}

/** The proposal of an interview that follows from an assessment, if there is one. */
export async function interviewOf(context: RequestContext, assessment: string) {
  const proposals = await proposalsBy(context)(assessment);
  return proposals.find(({ kind }) => kind === 'INTERVIEW') ?? null;
}
