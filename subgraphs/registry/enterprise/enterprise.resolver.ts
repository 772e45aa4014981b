import { Arg, Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  ABOUT,
  PageArgs,
  RegionCode,
  Shared,
  aboutCodes,
  connectionFor,
  factsOf,
  objectOf,
  orNull,
  uscc as codeOfEnterprise,
  ofIndustry,
  ofRoles,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { priorLicences } from '../gate/catalogue';
import { GateReason } from '../gate/gate';
import { licenceReasons } from '../gate/gate.rules';
import { Matter } from '../others';
import { Enterprise, EnterpriseFilter } from './enterprise';
import { enterprisePage, enterprisesInScope, priorLicencesOf } from './enterprise.lists';
import { PriorLicence } from './prior-licence';

const EnterpriseConnection = connectionFor(Enterprise);

/** Who is a key fire unit, fire and rescue says in its register: the role that was submitted here makes nobody one. */
const fireUnitOf = factsOf(Enterprise, {
  from: 'hazards',
  fields: 'fireUnit { uscc }',
  facts: objectOf({ fireUnit: orNull(objectOf({ uscc: codeOfEnterprise })) }),
});

export const enterpriseFields = {
  about: workedOut<Enterprise, string[]>(
    'PUBLIC',
    aboutCodes,
    ABOUT,
    async ({ uscc, industryCode, roles }, context) => {
      const isKeyUnit = Boolean((await fireUnitOf(context, uscc))?.fireUnit);
      const own = roles.filter((role) => role !== 'FIRE_KEY_UNIT');
      return [...ofIndustry(industryCode), ...ofRoles(isKeyUnit ? [...own, 'FIRE_KEY_UNIT'] : own)];
    },
  ),
  priorLicences: workedOut<Enterprise>(
    'PUBLIC',
    () => [PriorLicence],
    '前置许可（先证后照）；按期间、有效日查用 licences. The licences it had to hold before registration; `licences` has them by period and day.',
    ({ uscc }, context) => priorLicencesOf(context)(uscc),
  ),
  licenceReasons: workedOut<Enterprise>(
    'PUBLIC',
    () => [GateReason],
    '当日前置许可情况（先证后照）；未登记行业的为空. How it stands today with the prior licences of its industry; null where its industry is not known.',
    async ({ uscc, industryCode }, context) =>
      industryCode === null
        ? null
        : licenceReasons(
            { industry: industryCode, on: context.today },
            priorLicences,
            await priorLicencesOf(context)(uscc),
          ).reasons,
    { longest: 10 },
  ),
};

@Resolver()
export class EnterprisesResolver {
  @Shared('PUBLIC')
  @Query(() => EnterpriseConnection, {
    nullable: true,
    description: '市场主体列表，按区划、信用代码排序. Enterprises by division and code.',
  })
  enterprises(
    @Arg('filter', () => EnterpriseFilter, {
      nullable: true,
      description: '筛选. Returns only what meets these conditions.',
    })
    filter: EnterpriseFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return enterprisePage(context, filter, args);
  }
}

@Resolver(() => Matter)
export class MatterResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => EnterpriseConnection, {
    nullable: true,
    description: '本事项范围内的市场主体. The enterprises in its scope.',
  })
  @Directive('@requires(fields: "scope { industries roles }")')
  enterprises(
    @Root() { scope }: InstanceType<typeof Matter>,
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '区划及其下级. In the subtree of this division.',
    })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return enterprisesInScope(context, scope, region, args);
  }
}
