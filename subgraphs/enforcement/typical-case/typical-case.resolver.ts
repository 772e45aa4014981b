import sql, { empty, raw } from 'sql-template-tag';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  PageArgs,
  Shared,
  connectionFor,
  isAgency,
  page,
  whether,
  within,
  type RequestContext,
} from '../../kernel';
import { TYPICAL_CASES, TypicalCase, TypicalCaseFilter } from './typical-case';

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
    @Arg('filter', () => TypicalCaseFilter, {
      nullable: true,
      description: '筛选. Those for which all of this holds.',
    })
    filter: TypicalCaseFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    const visible = isAgency(context.caller) ? empty : sql`AND published_on <= ${context.today}`;
    const { region, from, to, published } = filter ?? {};
    return page(
      context,
      TYPICAL_CASES,
      sql`${visible} ${month ? sql`AND month = ${month}` : empty} ${within(raw('region_code'), region)}
        ${from ? sql`AND month >= ${from.slice(0, 7)}` : empty} ${to ? sql`AND month <= ${to.slice(0, 7)}` : empty}
        ${whether(sql`published_on IS NOT NULL`, published)}`,
      args,
    );
  }
}
