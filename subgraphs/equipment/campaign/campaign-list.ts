import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateOnly, Shared } from '../../kernel';
import type { EquipmentFeature, SafetyClass } from '../device/equipment';

/** Which devices a campaign is about: a device must meet every condition that is given. */
export interface CampaignConditions {
  /** Entries of the catalogue, each with its subtree. */
  kinds?: readonly string[];
  safetyClasses?: readonly SafetyClass[];
  /** One of these. */
  features?: readonly EquipmentFeature[];
  /** The industry of the user begins with one of these. */
  industries?: readonly string[];
  nameplateLitresUntil?: number;
  yearsInUse?: number;
  installedFrom?: string;
}

@ObjectType({ description: '专项名单. A list of a campaign: a saved filter that says where it comes from.', simpleResolvers: true })
export class CampaignList {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '编号. Its id.' })
  id: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '名称. Its title.' })
  title: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '文件原文. The phrase of the document that it rests on.' })
  source: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '完成期限；文件未定则为空. The last day; null where the document sets none.' })
  deadline: string | null;

  /** Checks before this day do not count. */
  from: string;
  conditions: CampaignConditions;

  @Shared('PUBLIC')
  @Field(() => String, { description: '口径说明. How the phrase was turned into conditions.' })
  note: string;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '口径是否核实. Whether the conditions are those of the document itself.' })
  verified: boolean;
}

@ObjectType({ description: '专项进度. How far a campaign is in a division.', simpleResolvers: true })
export class CampaignProgress {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '设备数. How many devices are on the list.' })
  total: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已排查数. How many of them were checked.' })
  checked: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已完成数（无问题、已整改或已停用）. How many are done with.' })
  done: number;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '完成率（%）. The share that is done with; null for an empty list.' })
  rate: number | null;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '是否逾期未完成. Whether the last day is past and something is left.' })
  overdue: boolean;
}

export const campaignLists = JSON.parse(
  readFileSync(join(__dirname, '../reference/campaign-lists.json'), 'utf8'),
) as readonly CampaignList[];
