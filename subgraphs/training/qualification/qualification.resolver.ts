import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, unseal, type RequestContext } from '../../kernel';
import { Enterprise, Region, enterpriseOf } from '../references';
import { QualificationItem, QualificationScheme } from './item';
import { currentItems, itemById } from './item.rules';
import { Qualification, QualificationConnection, QualificationFilter, QualificationStatus } from './qualification';
import { qualificationById, qualificationPage, qualificationsOf } from './qualification.loaders';
import { statusOn } from './qualification.rules';

@Resolver(() => Qualification)
export class QualificationResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => Qualification, { nullable: true, description: '按编号查人员资格. The qualification with this id.' })
  qualification(@Arg('id', () => ID, { description: '资格编号. Its id.' }) id: string, @Ctx() context: RequestContext) {
    return qualificationById(context).load(id);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => QualificationConnection, {
    nullable: true,
    description: '人员资格列表，按区划、编号排序. Qualifications by division and id.',
  })
  qualifications(
    @Arg('filter', () => QualificationFilter, { nullable: true, description: '筛选. Which.' }) filter: QualificationFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return qualificationPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => [QualificationItem], { nullable: true, description: '现行资格项目. The items that certificates are issued for today.' })
  qualificationItems(
    @Arg('scheme', () => QualificationScheme, { nullable: true, description: '资格制度. Of this scheme.' })
    scheme: QualificationScheme | null,
  ) {
    return currentItems(scheme);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => QualificationItem, { description: '资格项目（现行目录）. What it qualifies for, by the catalogue of today.' })
  item(@Root() { itemId }: Qualification) {
    return itemById(itemId);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => QualificationStatus, { description: '状态（当日）. Where it stands today.' })
  status(@Root() qualification: Qualification, @Ctx() { today }: RequestContext) {
    return statusOn(qualification, today);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '持证人姓名. The full name of the holder.' })
  fullName(@Root() { sealedName }: Qualification, @Ctx() { settings }: RequestContext) {
    return unseal(sealedName, settings.dataKey);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '证书编号. The number of the certificate.' })
  number(@Root() { sealedNumber }: Qualification, @Ctx() { settings }: RequestContext) {
    return unseal(sealedNumber, settings.dataKey);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '聘用单位. The employer.' })
  employer(@Root() { employerUscc }: Qualification) {
    return enterpriseOf(employerUscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '从业地. The division where the holder works.' })
  region(@Root() { regionCode }: Qualification): Region {
    return { code: regionCode };
  }
}

@Resolver(() => Enterprise)
export class EnterpriseQualificationResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => QualificationConnection, { nullable: true, description: '聘用人员的资格. What its people are qualified for.' })
  qualifications(@Root() { uscc }: Enterprise, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return qualificationsOf(context, uscc, args);
  }
}
