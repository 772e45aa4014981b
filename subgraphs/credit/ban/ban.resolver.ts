import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, masked, readRecord, unseal, type RequestContext } from '../../kernel';
import { CreditFile } from '../credit-file';
import { Enterprise, Region } from '../others';
import { PrincipalAppointment, PrincipalAppointmentConnection, PrincipalBan, PrincipalBanCheck } from './ban';
import { PrincipalBanCheckInput } from './ban.inputs';
import { barredPrincipals, checkPrincipal, headedByBarred } from './ban.loaders';

const MASKED = '姓名（张**）. The name, masked.';
const NAME = '姓名. The full name.';

@Resolver(() => PrincipalBan)
export class PrincipalBanResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => PrincipalBanCheck, {
    nullable: true,
    description: '登记主要负责人前的任职禁止查询，查询留痕. Whether a person may head an enterprise; the check is on record.',
  })
  principalBarred(
    @Arg('input', () => PrincipalBanCheckInput, { description: '查询对象. Whom to check.' }) input: PrincipalBanCheckInput,
    @Ctx() context: RequestContext,
  ) {
    return checkPrincipal(context, readRecord(PrincipalBanCheckInput, input));
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: MASKED })
  maskedName(@Root() { sealedName }: PrincipalBan, @Ctx() { settings }: RequestContext) {
    return masked(unseal(sealedName, settings.dataKey));
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: NAME })
  name(@Root() { sealedName }: PrincipalBan, @Ctx() { settings }: RequestContext) {
    return unseal(sealedName, settings.dataKey);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '决定机关所在地. The division of who decided.' })
  region(@Root() { regionCode }: PrincipalBan) {
    return { code: regionCode };
  }
}

@Resolver(() => PrincipalAppointment)
export class PrincipalAppointmentResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => PrincipalAppointmentConnection, {
    nullable: true,
    description: '禁止任职而在任的主要负责人. Who heads an enterprise today though barred.',
  })
  barredPrincipals(
    @Arg('region', () => RegionCode, { nullable: true, description: '区划，含全部下级. In the subtree of this division.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return barredPrincipals(context, region, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: MASKED })
  maskedName(@Root() { sealedName }: PrincipalAppointment, @Ctx() { settings }: RequestContext) {
    return masked(unseal(sealedName, settings.dataKey));
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: NAME })
  name(@Root() { sealedName }: PrincipalAppointment, @Ctx() { settings }: RequestContext) {
    return unseal(sealedName, settings.dataKey);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '单位. The enterprise.' })
  enterprise(@Root() { uscc }: PrincipalAppointment) {
    return { uscc };
  }
}

@Resolver(() => CreditFile)
export class CreditFileBanResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { nullable: true, description: '现任主要负责人是否被禁止任职. Whether a barred person heads it today.' })
  async principalBarred(@Root() { uscc }: CreditFile, @Ctx() context: RequestContext) {
    return (await headedByBarred(context).load(uscc)) !== null;
  }
}
