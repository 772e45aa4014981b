import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { HazardDomain, Shared, fields, workedOut, type RequestContext } from '../../kernel';
import { Enterprise, Equipment } from '../others';
import { HazardStanding } from './standing';
import { standingOfDevice, standingOfUnit } from './standing.lists';

export const standingOfEquipment = fields(Equipment, {
  hazardStanding: workedOut(
    'UNCONDITIONAL',
    () => HazardStanding,
    '隐患状况（当日）. Where it stands with its hazards today.',
    ({ code }, context) => standingOfDevice(context, code),
  ),
});

@Resolver(() => Enterprise)
export class EnterpriseStandingResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => HazardStanding, {
    nullable: true,
    description: '隐患状况（当日）. Where it stands with its hazards today, of one field or of all.',
  })
  hazardStanding(
    @Root() { uscc }: Enterprise,
    @Arg('domain', () => HazardDomain, {
      nullable: true,
      description: '领域，默认全部. Counts only those of this field; by default of all.',
    })
    domain: HazardDomain | null,
    @Ctx() context: RequestContext,
  ) {
    return standingOfUnit(context, uscc, domain);
  }
}
