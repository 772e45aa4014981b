import sql, { empty } from 'sql-template-tag';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  Argument,
  PageArgs,
  Shared,
  asText,
  connectionFor,
  departmentCode,
  page,
  type RequestContext,
} from '../../kernel';
import { Source } from './source';

const SourceConnection = connectionFor(Source);
const SOURCES = { name: 'sources', entity: Source, order: ['name' as const] };

@Resolver()
export class SourceResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => SourceConnection, {
    nullable: true,
    description: '来源系统，按名称. The sources that are registered, by name.',
  })
  sources(
    @Argument(
      'department',
      asText(departmentCode),
      '登记部门代码，默认全部. Returns only those of this department.',
      {
        optional: true,
      },
    )
    department: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return page(context, SOURCES, department ? sql`AND department_code = ${department}` : empty, args);
  }
}
