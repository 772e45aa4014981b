import { randomUUID } from 'node:crypto';
import sql, { empty } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, declareError, insertRows, isAgency, page, readRecord, takeStep, type RequestContext } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { caseByNumber } from '../case/case.lists';
import { StepIncomplete, checkHandler, officerOf, shownName } from '../case/case.rules';
import { Department, Region } from '../others';
import { NominateCaseInput, TYPICAL_CASES, TypicalCase, TypicalCaseConnection, TypicalCaseInput } from './typical-case';

export const VotedAlready = declareError('VOTED_ALREADY', '{department} 已为 {key} 投票。', '{department} has voted for {key} already.');

function nominate(context: RequestContext, sent: NominateCaseInput): Promise<EnforcementCase> {
  const { number, month, title, summary } = readRecord(NominateCaseInput, sent);
  const on = {
    operation: 'nominateCase',
    scope: 'write:enforcement',
    term: { zh: '案件', en: 'case' },
    entity: EnforcementCase,
    key: 'number' as const,
  };
  return takeStep(context, { ...on, value: number }, async (one, tx) => {
    checkHandler(one, context.caller);
    if (one.decidedOn === null) throw StepIncomplete({ key: number, missing: 'decideCase' });
    const mask = (text: string) => text.replaceAll(one.storedPartyName, shownName(one.partyKind, one.storedPartyName));
    const { departmentCode, departmentKind, regionCode } = one;
    const own = { id: randomUUID(), month, caseNumber: number, departmentCode, departmentKind, regionCode, votes: 0 };
    await insertRows(tx, TypicalCase, [{ ...own, title: mask(title), summary: mask(summary) }]);
    return {};
  });
}

/** 一部门一票: any department in whose region the case lies. */
function vote(context: RequestContext, sent: TypicalCaseInput): Promise<TypicalCase> {
  const { id } = readRecord(TypicalCaseInput, sent);
  const on = {
    operation: 'voteForTypicalCase',
    scope: 'write:enforcement',
    term: { zh: '典型案例', en: 'typical case' },
    entity: TypicalCase,
    key: 'id' as const,
  };
  return takeStep(context, { ...on, value: id }, async (one, tx) => {
    const { department, region } = context.caller;
    const voter = `${region}-${department}`;
    const [fresh] = await tx.query(
      'INSERT INTO typical_case_vote (typical_case_id, voter, officer) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING voter',
      [id, voter, officerOf(context.caller)],
    );
    if (!fresh) throw VotedAlready({ key: id, department: voter });
    return { votes: one.votes + 1 };
  });
}

function publish(context: RequestContext, sent: TypicalCaseInput): Promise<TypicalCase> {
  const { id } = readRecord(TypicalCaseInput, sent);
  const on = {
    operation: 'publishTypicalCase',
    scope: 'decide:enforcement',
    term: { zh: '典型案例', en: 'typical case' },
    entity: TypicalCase,
    key: 'id' as const,
  };
  return takeStep(context, { ...on, value: id }, (one) => {
    if (one.votes === 0) throw StepIncomplete({ key: id, missing: 'voteForTypicalCase' });
    return { publishedOn: one.publishedOn ?? context.today };
  });
}

const asked = { description: '内容. What is done.' };

@Resolver(() => TypicalCase)
export class TypicalCaseResolver {
  /** The row rule stands here, in the one statement that reads them: anyone sees those that were published. */
  @Shared('PUBLIC')
  @Query(() => TypicalCaseConnection, {
    nullable: true,
    description: '典型案例，新的在前；公众仅见已公布的. Typical cases, the latest first.',
  })
  typicalCases(
    @Arg('month', () => String, { nullable: true, description: '评选月份 YYYY-MM. Of this month.' }) month: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    const published = isAgency(context.caller) ? empty : sql`AND published_on <= ${context.today}`;
    return page(context, TYPICAL_CASES, sql`${published} ${month ? sql`AND month = ${month}` : empty}`, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EnforcementCase, { nullable: true, description: '案件. The case.' })
  case(@Root() { caseNumber }: TypicalCase, @Ctx() context: RequestContext) {
    return caseByNumber(context, caseNumber);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Department, { nullable: true, description: '办案部门. The department that handled it.' })
  department(@Root() { departmentCode }: TypicalCase) {
    return { code: departmentCode };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '办案地. The division of that department.' })
  region(@Root() { regionCode }: TypicalCase) {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => EnforcementCase, { nullable: true, description: '推荐典型案例. Nominates a decided case.' })
  nominateCase(@Arg('input', () => NominateCaseInput, asked) input: NominateCaseInput, @Ctx() context: RequestContext) {
    return nominate(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => TypicalCase, { nullable: true, description: '投票. One vote for each department.' })
  voteForTypicalCase(@Arg('input', () => TypicalCaseInput, asked) input: TypicalCaseInput, @Ctx() context: RequestContext) {
    return vote(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => TypicalCase, { nullable: true, description: '公布典型案例. Publishes a typical case.' })
  publishTypicalCase(@Arg('input', () => TypicalCaseInput, asked) input: TypicalCaseInput, @Ctx() context: RequestContext) {
    return publish(context, input);
  }
}
