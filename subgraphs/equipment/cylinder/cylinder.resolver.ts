import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  fields,
  flag,
  rulesBeside,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { LegalRule } from '../others';
import { ruleOfCylinderDue } from './cylinder-cycles';
import { CylinderFilling } from './cylinder-filling';
import { fillingsOf, refusedFillings, valveCoverage } from './cylinder.lists';
import { isOverdue } from './cylinder.rules';
import { GasCylinder } from './gas-cylinder';
import { ValveCoverage } from './valve-coverage';

export const cylinderFields = fields(GasCylinder, {
  ...rulesBeside<GasCylinder>(() => LegalRule, 'UNCONDITIONAL', { nextInspectionDue: ruleOfCylinderDue }),
  overdue: workedOut(
    'UNCONDITIONAL',
    flag,
    '是否超期未检. Whether its inspection was due before today.',
    (cylinder, { today }) => isOverdue(cylinder, today),
  ),
});

const CylinderFillingConnection = connectionFor(CylinderFilling);

@Resolver(() => GasCylinder)
export class GasCylinderResolver {
  @Shared('PUBLIC')
  @Query(() => ValveCoverage, {
    nullable: true,
    description: '工业氧气瓶保压阀覆盖率. The share of oxygen cylinders that have a residual pressure valve.',
  })
  oxygenValveCoverage(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' })
    region: string,
    @Ctx() context: RequestContext,
  ) {
    return valveCoverage(context, region);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => CylinderFillingConnection, {
    nullable: true,
    description: '充装记录，新的在前. Its fillings, the latest first.',
  })
  fillings(
    @Root() { serial }: GasCylinder,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return fillingsOf(context, serial, args);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => CylinderFillingConnection, {
    nullable: true,
    description:
      '不得充装的记录（超期、报废气瓶），新的在前. Fillings of overdue or scrapped cylinders that were refused, the latest first.',
  })
  refusedFillings(
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '充装单位所在区划及其下级. Of fillers in this subtree.',
    })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return refusedFillings(context, region, args);
  }
}
