import sql from 'sql-template-tag';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, connectionFor, fields, workedOut, type RequestContext } from '../../kernel';
import { itemById, itemsForKind } from '../qualification/item.rules';
import { QualificationItem } from '../qualification/item';
import { Qualification } from '../qualification/qualification';
import { inForce, qualificationsOf, qualificationsOfPerson } from '../qualification/qualification.lists';
import { Equipment } from '../others';
import { OperatorAuthorisation } from './operator';
import { mayOperate } from './operator.rules';

const NO_ONE = '';

function itemsFor({ kind }: Equipment): readonly string[] {
  return kind ? itemsForKind(kind.code) : [];
}

/** The people whom its user employs with a certificate for its kind that is in force today. */
function qualifiedOperators(context: RequestContext, device: Equipment, args: PageArgs) {
  const items = itemsFor(device);
  const condition = () => sql`AND item_id = ANY(${items}::varchar[]) AND ${inForce(context.today)}`;
  return qualificationsOf(context, device.user?.uscc ?? NO_ONE, args, { key: items, condition });
}

async function authorisationOf(
  context: RequestContext,
  device: Equipment,
  personId: string,
): Promise<OperatorAuthorisation | null> {
  if (!device.kind) return null;
  const held = await qualificationsOfPerson(context)(personId);
  const { allowed, reason, by } = mayOperate(
    held,
    itemsFor(device),
    device.user?.uscc ?? null,
    context.today,
  );
  return { allowed, reason, item: by && itemById(by.itemId), expiresOn: by?.validUntil ?? null };
}

export const equipmentFields = fields(Equipment, {
  operatorItems: workedOut(
    'PUBLIC',
    () => [QualificationItem],
    '操作所需资格项目（其一）. The items any one of which its operator needs.',
    (device) => itemsFor(device).map(itemById),
    { requires: 'kind { code }' },
  ),
});

const QualificationConnection = connectionFor(Qualification);

@Resolver(() => Equipment)
export class EquipmentOperatorResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => QualificationConnection, {
    nullable: true,
    description:
      '今日可操作人员：使用单位聘用、持相应有效证书. Whom its user employs with a certificate for it that is in force today.',
  })
  @Directive('@requires(fields: "kind { code } user { uscc }")')
  qualifiedOperators(
    @Root() device: Equipment,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return qualifiedOperators(context, device, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => OperatorAuthorisation, {
    nullable: true,
    description: '某人今日可否操作，及理由. Whether this person may operate it today, and why.',
  })
  @Directive('@requires(fields: "kind { code } user { uscc }")')
  operatorAuthorised(
    @Root() device: Equipment,
    @Arg('personId', () => ID, { description: '人员标识. The opaque id of the person.' }) personId: string,
    @Ctx() context: RequestContext,
  ) {
    return authorisationOf(context, device, personId);
  }
}
