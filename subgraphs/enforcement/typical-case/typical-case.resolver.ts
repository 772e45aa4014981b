import sql, { empty } from 'sql-template-tag';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs, Shared, connectionFor, isAgency, page, type RequestContext } from '../../kernel';
import { TYPICAL_CASES, TypicalCase } from './typical-case';

const TypicalCaseConnection = connectionFor(TypicalCase);

@Resolver()
export class TypicalCaseResolver {
  /** The row rule stands here, in the one statement that reads them: anyone sees those that were published. */
  @Shared('PUBLIC')
  @Query(() => TypicalCaseConnection, {
    nullable: true,
    description: '典型案例，新的在前；公众仅见已公布的. Typical cases, the latest first.',
  })
  typicalCases(
    @Arg('month', () => String, {
      nullable: true,
      description: '评选月份 YYYY-MM. Returns only those of this month.',
    })
    month: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    const published = isAgency(context.caller) ? empty : sql`AND published_on <= ${context.today}`;
    return page(context, TYPICAL_CASES, sql`${published} ${month ? sql`AND month = ${month}` : empty}`, args);
  }
}
