import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  Bounded,
  PageArgs,
  Shared,
  connectionFor,
  fields,
  oneOf,
  rulesBeside,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { LegalRule } from '../others';
import { QualificationItem, QualificationScheme } from './item';
import { currentItems, itemById } from './item.rules';
import { Qualification, QualificationFilter, QualificationStatus } from './qualification';
import { qualificationPage } from './qualification.lists';
import { leadRule, ruleOfEnd, statusOn } from './qualification.rules';

export const qualificationFields = fields(Qualification, {
  item: workedOut(
    'UNCONDITIONAL',
    () => QualificationItem,
    '资格项目（现行目录）. What it qualifies for, by the catalogue of today.',
    ({ itemId }) => itemById(itemId),
    { always: true },
  ),
  ...rulesBeside<Qualification>(() => LegalRule, 'UNCONDITIONAL', {
    expiresOn: (qualification) => ruleOfEnd(qualification, qualification.expiresOn),
    validUntil: (qualification) => ruleOfEnd(qualification, qualification.validUntil),
    renewBy: leadRule,
  }),
  status: workedOut(
    'UNCONDITIONAL',
    oneOf(QualificationStatus),
    '状态（当日）. The state that it is in today.',
    (qualification, { today }) => statusOn(qualification, today),
    { always: true },
  ),
});

const QualificationConnection = connectionFor(Qualification);

@Resolver()
export class QualificationListResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => QualificationConnection, {
    nullable: true,
    description: '人员资格列表，按区划、编号排序. Qualifications by division and id.',
  })
  qualifications(
    @Arg('filter', () => QualificationFilter, {
      nullable: true,
      description: '筛选. Those for which all of this holds.',
    })
    filter: QualificationFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return qualificationPage(context, filter, args);
  }

  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [QualificationItem], {
    nullable: true,
    description: '现行资格项目. The items that certificates are issued for today.',
  })
  qualificationItems(
    @Arg('scheme', () => QualificationScheme, {
      nullable: true,
      description: '资格制度. Returns only those of this scheme.',
    })
    scheme: QualificationScheme | null,
  ) {
    return currentItems(scheme);
  }
}
