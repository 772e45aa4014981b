import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  Argument,
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  fields,
  printedCode,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Equipment } from '../device/equipment';
import { CampaignCheck } from './campaign-check';
import { CampaignList, CampaignProgress } from './campaign-list';
import { campaignLists } from './campaign-lists';
import { campaignChecksOf, campaignPage, campaignProgress } from './campaign.lists';

const REGION = '区划及其下级. In the subtree of this division.';

export const campaignsOfEquipment = fields(Equipment, {
  campaignChecks: workedOut(
    'UNCONDITIONAL',
    () => [CampaignCheck],
    '专项排查记录，各名单内新的在前；按期间、结果查用 checksForCampaigns. The checks for campaigns, the latest of each list first; `checksForCampaigns` has them by period and outcome.',
    ({ code }, context) => campaignChecksOf(context)(code),
  ),
});

export const campaignListFields = fields(CampaignList, {
  conditions: workedOut(
    'PUBLIC',
    () => String,
    '筛选条件（JSON）. Its conditions as they are applied, as JSON.',
    // only those that are given
    ({ conditions }) => JSON.stringify(conditions, (_, condition: unknown) => condition ?? undefined),
    { always: true },
  ),
});

const EquipmentConnection = connectionFor(Equipment);

@Resolver(() => CampaignList)
export class CampaignListResolver {
  @Shared('PUBLIC')
  @Query(() => [CampaignList], { nullable: true, description: '专项名单. The lists of the campaigns.' })
  campaignLists() {
    return campaignLists;
  }

  // its conditions are about what only agencies see of a device
  @Shared('UNCONDITIONAL')
  @Query(() => EquipmentConnection, {
    nullable: true,
    description:
      '专项名单中的设备，按区划、设备代码排序. The devices on a list; null for a list that does not exist.',
  })
  campaignEquipment(
    @Argument('list', printedCode(24), '名单编号. The id of the list.') list: string,
    @Arg('region', () => RegionCode, { nullable: true, description: REGION }) region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return campaignPage(context, list, region, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => CampaignProgress, {
    nullable: true,
    description: '进度. The progress of the campaign in a division.',
  })
  progress(
    @Root() list: CampaignList,
    @Arg('region', () => RegionCode, { nullable: true, description: REGION }) region: string | null,
    @Ctx() context: RequestContext,
  ) {
    return campaignProgress(context, list, region);
  }
}
