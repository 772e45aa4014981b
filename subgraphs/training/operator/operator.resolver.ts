import { Arg, Args, Ctx, Directive, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import {
  Argument,
  NotFound,
  PageArgs,
  Shared,
  connectionFor,
  date,
  fields,
  listOf,
  oneOf,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { itemById, itemsForKind, itemsOrUnclear } from '../qualification/item.rules';
import { QualificationItem } from '../qualification/item';
import { Qualification, QualificationStatus } from '../qualification/qualification';
import { qualificationsOfPerson } from '../qualification/qualification.lists';
import { Equipment } from '../others';
import { deviceFacts, deviceHazardFacts, unitHazardFacts, userFacts } from './facts';
import { OperatorAuthorisation } from './operator';
import { qualifiedOperators } from './operator.lists';
import { authorised, paperFor, type Use } from './operator.rules';

function itemsFor({ kind }: Equipment): readonly string[] {
  return kind ? itemsForKind(kind.code) : [];
}

const DEVICE = { zh: '特种设备', en: 'device' };

/** Asked of equipment, hazards and registry at this moment: for any number of devices one fetch each, and one more for their users. */
async function useOf(context: RequestContext, code: string): Promise<Use> {
  const [device, found] = await Promise.all([deviceFacts(context, code), deviceHazardFacts(context, code)]);
  if (!device || !found) throw NotFound({ field: 'code', term: DEVICE, got: code });
  const uscc = device.user?.uscc ?? null;
  const [user, unit] =
    uscc === null
      ? [null, null]
      : await Promise.all([userFacts(context, uscc), unitHazardFacts(context, uscc)]);
  return { device, hazards: found.hazardStanding, user, unit: unit?.hazardStanding ?? null };
}

async function authorisationOf(
  context: RequestContext,
  code: string,
  personId: string,
): Promise<OperatorAuthorisation> {
  const [use, held] = await Promise.all([useOf(context, code), qualificationsOfPerson(context)(personId)]);
  const { kind, features, region, user } = use.device;
  const items = itemsOrUnclear(kind.code, features ?? []);
  const work = { items, userUscc: user?.uscc ?? null, regionCode: region.code };
  const paper = paperFor(held, work, context.today);
  // where none is needed, what the person holds for the kind, as who repairs it, is told all the same
  const by = paper.by ?? held.find(({ itemId }) => itemsForKind(kind.code).includes(itemId)) ?? null;
  return { ...authorised(use, paper), item: by && itemById(by.itemId), expiresOn: by?.validUntil ?? null };
}

export const equipmentFields = fields(Equipment, {
  operatorItems: workedOut(
    'PUBLIC',
    () => [QualificationItem],
    '操作所需资格项目（其一）；电梯为修理项目，操作无须持证. The items any one of which its operator needs; of a lift those of who repairs it, since none is needed to operate it.',
    (device) => itemsFor(device).map(itemById),
    { requires: 'kind { code }' },
  ),
});

const OPTIONAL = { optional: true } as const;
const FROM =
  '起始日期（含）：此日或以后仍有效的. Returns those with a certificate that was in force on this day or later, as it stands today: one suspended or revoked since is told by its state only.';
const TO =
  '截止日期（含）：此日或以前发证的. Returns those with a certificate that was issued on this day or earlier.';
const STATUS = '证书今日状态. Returns only those whose certificate is in one of these states today.';
const QualificationConnection = connectionFor(Qualification);

@Resolver(() => Equipment)
export class EquipmentOperatorResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => QualificationConnection, {
    nullable: true,
    description:
      '持证人员：使用单位聘用、持相应有效证书，默认当日有效的；设备今日可否操作另见 operatorAuthorised. Whom its user employs with a certificate for it, in force today unless another day or state is asked for; whether the device may be operated today, operatorAuthorised says.',
  })
  @Directive('@requires(fields: "kind { code } user { uscc } region { code }")')
  qualifiedOperators(
    @Root() device: Equipment,
    @Args(() => PageArgs) args: PageArgs,
    @Argument('from', date, FROM, OPTIONAL) from: string | null,
    @Argument('to', date, TO, OPTIONAL) to: string | null,
    @Argument('status', listOf(oneOf(QualificationStatus)), STATUS, OPTIONAL)
    status: QualificationStatus[] | null,
    @Ctx() context: RequestContext,
  ) {
    return qualifiedOperators(context, device, args, { from, to, status });
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => OperatorAuthorisation, {
    nullable: true,
    description:
      '某人今日可否操作，及理由：按设备状态与检验、隐患、使用单位和证书即时核验；任一提供部门无应答时为空. Whether this person may operate it today, and why: by the device, its inspections and hazards, its user and the certificate, as their owners say at this moment; null while one of them is silent. It is an information, no order and no permit.',
  })
  operatorAuthorised(
    @Root() { code }: Equipment,
    @Arg('personId', () => ID, { description: '人员标识. The opaque id of the person.' }) personId: string,
    @Ctx() context: RequestContext,
  ) {
    return authorisationOf(context, code, personId);
  }
}
