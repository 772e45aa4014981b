import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  alike,
  asId,
  date,
  inputOf,
  oneOf,
  printedCode,
  prose,
  regionCode,
  shaped,
  vocabulary,
} from '../../kernel';
import { Equipment } from '../device/equipment';
import { equipmentCode } from '../device/equipment.rules';
import { campaignLists } from './campaign-lists';

export const CampaignOutcome = vocabulary('CampaignOutcome', '结果. What a check of a campaign has found.', {
  NO_PROBLEM: '未发现问题. Nothing was wrong.',
  RECTIFYING: '整改中. Something was wrong and is being rectified.',
  RECTIFIED: '已整改. Something was wrong and is rectified.',
  STOPPED: '已停用或拆除. It is out of use or gone.',
});
export type CampaignOutcome = keyof typeof CampaignOutcome;

export const listId = printedCode(
  24,
  shaped(
    (id) => campaignLists.some((list) => list.id === id),
    alike(campaignLists.map(({ id }) => id).join(', ')),
  ),
);

@Noun('专项排查记录. A check of a device for a campaign.', {
  key: false,
  term: { zh: '专项排查记录', en: 'campaign check' },
})
@Index('campaign_check_by_device', ['equipmentCode', 'list', 'checkedOn', 'id', 'outcome'])
export class CampaignCheck extends Submitted {
  @Id(null, '编号. The source and its id of the record.')
  id: string;

  @RefersTo(() => Equipment, equipmentCode, 'UNCONDITIONAL', '设备. The device that was checked.', {
    as: 'equipment',
    stated: '设备代码. The code of the device.',
    index: 'campaign_check_by_day',
    back: {
      name: 'checksForCampaigns',
      level: 'UNCONDITIONAL',
      says: '专项排查记录，新的在前；期间按排查日期筛选. Its checks for campaigns, the latest first; a period is one of the day of the check.',
      order: ['checkedOn', 'id'],
      descending: true,
      period: 'checkedOn',
      state: 'outcome',
    },
  })
  equipmentCode: string;

  @Kept(regionCode, '设备所在地区划代码. The division of the device.')
  regionCode: string;

  @Fact(
    'UNCONDITIONAL',
    asId(listId),
    '专项名单编号，见 campaignLists. The list of the campaign, by its id in campaignLists.',
  )
  list: string;

  @Fact('UNCONDITIONAL', date, '排查日期. The day on which it was checked.')
  checkedOn: string;

  @Fact('UNCONDITIONAL', oneOf(CampaignOutcome), '结果. Whether something was wrong, and what became of it.')
  outcome: CampaignOutcome;

  @Fact('UNCONDITIONAL', prose(500), '情况说明. The findings of the check, in words.', { optional: true })
  note: string | null;
}

export const CampaignCheckInput = inputOf(
  CampaignCheck,
  '专项排查记录报送. A check for a campaign as it is submitted.',
  ['equipmentCode', 'list', 'checkedOn', 'outcome', 'note'],
);
