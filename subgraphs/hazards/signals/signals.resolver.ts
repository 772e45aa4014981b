import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, type RequestContext } from '../../kernel';
import { Enterprise } from '../others';
import { ClosingDownSignal, PrincipalCheckConnection } from './records';
import { closingDownSignal, principalChecksOf } from './signals.loaders';

@Resolver(() => Enterprise)
export class EnterpriseSignalsResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => ClosingDownSignal, {
    nullable: true,
    description: '提请关闭信号（安全生产法第一百一十三条）. Whether it meets the closing-down rule.',
  })
  closingDownSignal(@Root() { uscc }: Enterprise, @Ctx() context: RequestContext) {
    return closingDownSignal(context, uscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => PrincipalCheckConnection, {
    nullable: true,
    description: '主要负责人带队检查，新的在前. The checks that its principal has led, the latest first.',
  })
  principalChecks(@Root() { uscc }: Enterprise, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return principalChecksOf(context, uscc, args);
  }
}
