import { raw } from 'sql-template-tag';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  page,
  within,
  type List,
  type RequestContext,
} from '../../kernel';
import { EnterpriseChange } from './enterprise-change';

const EnterpriseChangeConnection = connectionFor(EnterpriseChange);
const ENTERPRISE_CHANGES: List<EnterpriseChange> = {
  name: 'enterpriseChanges',
  entity: EnterpriseChange,
  order: ['sequence'],
};

@Resolver()
export class EnterpriseChangeResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => EnterpriseChangeConnection, {
    nullable: true,
    description:
      '市场主体变更，按发生先后；从上次末条游标继续，不会遗漏. Changes of enterprises in their order: who goes on after the last cursor misses none.',
  })
  enterpriseChanges(
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '区划及其下级. In the subtree of this division.',
    })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return page(context, ENTERPRISE_CHANGES, within(raw('region_code'), region), args);
  }
}
