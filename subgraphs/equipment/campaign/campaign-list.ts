import { ObjectType } from 'type-graphql';
import {
  Served,
  code,
  count,
  date,
  flag,
  id,
  listOf,
  oneOf,
  objectOf,
  orNull,
  ratio,
  text,
  whole,
  type ReadBy,
} from '../../kernel';
import { EquipmentFeature, SafetyClass } from '../device/equipment';

/** What a list may ask of a device, which must meet every condition that is given; another one would be met by all and is refused. */
export const conditions = objectOf({
  /** Entries of the catalogue, each with its subtree. */
  kinds: orNull(listOf(code(4))),
  safetyClasses: orNull(listOf(oneOf(SafetyClass))),
  /** One of these. */
  features: orNull(listOf(oneOf(EquipmentFeature))),
  /** The industry of the user begins with one of these. */
  industries: orNull(listOf(code(2))),
  nameplateLitresUntil: orNull(whole(0, 100_000_000)),
  yearsInUse: orNull(whole(0, 100)),
  installedFrom: orNull(date),
});

const always = true;

@ObjectType({
  description: '专项名单. A list of a campaign: a saved filter that says where it comes from.',
  simpleResolvers: true,
})
export class CampaignList {
  @Served('PUBLIC', id(24), '编号. The id by which checks name it.', { always })
  id: string;

  @Served('PUBLIC', text(100), '名称. The title of the campaign list.', { always })
  title: string;

  @Served('PUBLIC', text(500), '文件原文. The phrase of the document that it rests on.', { always })
  source: string;

  @Served('PUBLIC', date, '完成期限；文件未定则为空. The last day; null where the document sets none.', {
    optional: true,
  })
  deadline: string | null;

  /** Checks before this day do not count. */
  from: string;
  conditions: ReadBy<typeof conditions>;

  @Served('PUBLIC', text(500), '口径说明. The way in which the phrase was turned into conditions.', {
    always,
  })
  note: string;

  @Served('PUBLIC', flag, '口径是否核实. Whether the conditions are those of the document itself.', {
    always,
  })
  verified: boolean;
}

@ObjectType({ description: '专项进度. The progress of a campaign in a division.', simpleResolvers: true })
export class CampaignProgress {
  @Served('PUBLIC', count, '设备数. The number of devices on the list.', { always })
  total: number;

  @Served('PUBLIC', count, '已排查数. The number of them that were checked.', { always })
  checked: number;

  @Served('PUBLIC', count, '已完成数（无问题、已整改或已停用）. The number of devices that are done with.', {
    always,
  })
  done: number;

  @Served('PUBLIC', ratio, '完成率（%）. The share that is done with; null for an empty list.', {
    optional: true,
  })
  rate: number | null;

  @Served('PUBLIC', flag, '是否逾期未完成. Whether the last day is past and something is left.', { always })
  overdue: boolean;
}
