import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  Argument,
  PageArgs,
  RegionCode,
  Shared,
  date,
  fields,
  flag,
  industry,
  masked,
  readRecord,
  ruleBehind,
  rulesBeside,
  text,
  unseal,
  unsealed,
  workedOut,
  type RequestContext,
  type WorkedOut,
} from '../../kernel';
import { CreditFile } from '../credit-file';
import {
  PrincipalAppointment,
  PrincipalAppointmentConnection,
  PrincipalBan,
  PrincipalBanCheck,
  PrincipalBanCheckInput,
} from './ban';
import { LegalRule } from '../others';
import { agreesWithRegister, barredPrincipals, checkPrincipal, isHeadedByBarred } from './ban.lists';
import { banRule } from './ban.rules';

@Resolver()
export class PrincipalsResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => PrincipalBanCheck, {
    nullable: true,
    description:
      '登记主要负责人前的任职限制查询，查询留痕. Whether a person may head an enterprise; the check is on record.',
  })
  principalBarred(
    @Arg('input', () => PrincipalBanCheckInput, {
      description: '查询对象. The person and the enterprise to be checked.',
    })
    input: PrincipalBanCheckInput,
    @Ctx() context: RequestContext,
  ) {
    return checkPrincipal(context, readRecord(PrincipalBanCheckInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Query(() => PrincipalAppointmentConnection, {
    nullable: true,
    description:
      '任职受限而在任的主要负责人. The people who head an enterprise today though they are barred.',
  })
  barredPrincipals(
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '区划，含全部下级. In the subtree of this division.',
    })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return barredPrincipals(context, region, args);
  }
}

type Sealed = Pick<PrincipalBan, 'sealedName'>;
const maskedName: WorkedOut<Sealed> = workedOut(
  'UNCONDITIONAL',
  text(100),
  '姓名（张**）. The name with all but the first character masked.',
  ({ sealedName }: Sealed, { settings }) => masked(unseal(sealedName, settings.dataKey)),
);
const name: WorkedOut<Sealed> = unsealed(
  '姓名. The full name of the person.',
  ({ sealedName }: Sealed) => sealedName,
);

export const banFields = fields(PrincipalBan, {
  maskedName,
  name,
  ...rulesBeside<PrincipalBan>(() => LegalRule, 'UNCONDITIONAL', {
    endsOn: (ban) => ruleBehind(ban.endsOn, banRule(ban), ban.startsOn),
  }),
});
export const principalFields = fields(PrincipalAppointment, {
  maskedName,
  name,
  agreesWithRegister: workedOut<PrincipalAppointment, boolean>(
    'UNCONDITIONAL',
    flag,
    '与登记的法定代表人是否为同一姓名；已离任或登记未载的为空. Whether the register names the same person as its legal representative; null once the person has left, or where the register names nobody.',
    (appointment, context) => agreesWithRegister(context, appointment),
  ),
});

@Resolver(() => CreditFile)
export class CreditFileBanResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      '该日在任的主要负责人是否任职受限，默认当日. Whether whoever heads it on that day, by default today, is barred from it then.',
  })
  principalBarred(
    @Root() { uscc }: CreditFile,
    @Argument('on', date, '日期，默认当日. The day; today, if left out.', { optional: true })
    on: string | null,
    @Argument(
      'industryCode',
      industry,
      '拟从事的行业，默认为现有行业. The industry that it is to have; the one that it has, if left out.',
      { optional: true },
    )
    industryCode: string | null,
    @Ctx() context: RequestContext,
  ) {
    return isHeadedByBarred(context, uscc, on ?? context.today, industryCode ?? null);
  }
}
