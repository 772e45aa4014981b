import { raw } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, InputType, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  Asked,
  PageArgs,
  RegionCode,
  Shared,
  Uscc,
  insertRows,
  page,
  pagesOf,
  readRecord,
  takeStep,
  text,
  within,
  type RequestContext,
} from '../../kernel';
import { Enterprise } from '../enterprise';
import { enterpriseByUscc } from '../enterprise.loaders';
import { ENTERPRISE_CHANGES, EnterpriseChange, EnterpriseChangeConnection, HISTORY, waitInLine } from './enterprise-change';
import { closed } from './change.rules';

@InputType({ description: '关闭决定. A decision to close an enterprise that does not meet the conditions of safety.' })
export class CloseEnterpriseInput {
  @Asked(() => Uscc, text(18), '统一社会信用代码. The enterprise.')
  uscc: string;

  @Asked(() => String, text(200), '决定文书. The decision.')
  decision: string;
}

async function closeEnterprise(context: RequestContext, sent: CloseEnterpriseInput): Promise<Enterprise> {
  const { uscc, decision } = readRecord(CloseEnterpriseInput, sent);
  const step = {
    operation: 'closeEnterprise',
    scope: 'decide:registry',
    term: { zh: '市场主体', en: 'enterprise' },
    entity: Enterprise,
    key: 'uscc',
    value: uscc,
  } as const;
  return takeStep<Enterprise>(context, step, async (enterprise, tx) => {
    const { regionCode, status: fromStatus, legalRepresentative } = enterprise;
    const { status } = closed(enterprise, context.caller);
    await waitInLine(tx);
    await insertRows<EnterpriseChange>(tx, EnterpriseChange, [
      { uscc, regionCode, kind: 'STATUS', fromStatus, status, legalRepresentative, closedBy: decision },
    ]);
    return { status };
  });
}

@Resolver(() => EnterpriseChange)
export class EnterpriseChangeResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => EnterpriseChangeConnection, {
    nullable: true,
    description:
      '市场主体变更，按发生先后；从上次末条游标继续，不会遗漏. Changes of enterprises in their order: who goes on after the last cursor misses none.',
  })
  enterpriseChanges(
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return page(context, ENTERPRISE_CHANGES, within(raw('region_code'), region), args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '市场主体. The enterprise.' })
  enterprise(@Root() { uscc }: EnterpriseChange, @Ctx() context: RequestContext) {
    return enterpriseByUscc(context).load(uscc);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Enterprise, {
    nullable: true,
    description: '关闭取缔不符合安全条件的单位. Closes an enterprise that does not meet the conditions of safety.',
  })
  closeEnterprise(
    @Arg('input', () => CloseEnterpriseInput, { description: '关闭决定. The decision.' }) input: CloseEnterpriseInput,
    @Ctx() context: RequestContext,
  ) {
    return closeEnterprise(context, input);
  }
}

@Resolver(() => Enterprise)
export class EnterpriseHistoryResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EnterpriseChangeConnection, { nullable: true, description: '变更历史，新的在前. Its changes, the latest first.' })
  history(@Root() { uscc }: Enterprise, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, HISTORY, 'uscc', args).load(uscc);
  }
}
