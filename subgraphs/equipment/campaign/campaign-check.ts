import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  DateOnly,
  Sent,
  Shared,
  Submitted,
  SubmittedInput,
  date,
  oneOf,
  shaped,
  text,
  vocabulary,
  type Submission,
  checkDay,
  alike,
} from '../../kernel';
import { equipmentCode } from '../device/equipment.rules';
import { regionOfDevice, regionsOf, type Prepared } from '../inspection/inspection.submission';
import { campaignLists } from './campaign-list';

export const CampaignOutcome = vocabulary('CampaignOutcome', '排查结果. What a check of a campaign has found.', {
  NO_PROBLEM: '未发现问题. Nothing was wrong.',
  RECTIFYING: '整改中. Something was wrong and is being rectified.',
  RECTIFIED: '已整改. Something was wrong and is rectified.',
  STOPPED: '已停用或拆除. It is out of use or gone.',
});
export type CampaignOutcome = keyof typeof CampaignOutcome;

@Entity()
@Index('campaign_check_by_device', ['equipmentCode', 'list', 'checkedOn', 'id', 'outcome'])
@Index('campaign_check_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '专项排查记录. A check of a device for a campaign.', simpleResolvers: true })
export class CampaignCheck extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  id: string;

  @CodeColumn(20)
  equipmentCode: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(24)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '专项名单编号. The list of the campaign.' })
  list: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '排查日期. When it was checked.' })
  checkedOn: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => CampaignOutcome, { nullable: true, description: '结果. What was found.' })
  outcome: CampaignOutcome;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '情况说明. What was found in words.' })
  note: string | null;
}

@InputType({ description: '专项排查记录报送. A check for a campaign as it is submitted.' })
export class CampaignCheckInput extends SubmittedInput {
  @Sent(equipmentCode, '设备代码. The device.')
  equipmentCode: string;

  @Sent(
    shaped((id) => campaignLists.some((list) => list.id === id), alike(campaignLists.map(({ id }) => id).join(', '))),
    '专项名单编号，见 campaignLists. An id of campaignLists.',
  )
  list: string;

  @Sent(date, '排查日期. When it was checked.')
  checkedOn: string;

  @Sent(oneOf(CampaignOutcome), '结果，见 CampaignOutcome. A value of CampaignOutcome.')
  outcome: CampaignOutcome;

  @Sent(text(500), '情况说明. What was found in words.', { optional: true })
  note: string | null;
}

export const campaignCheckSubmission: Submission<CampaignCheckInput, CampaignCheck, Prepared> = {
  kind: 'campaign-checks',
  term: { zh: '专项排查记录', en: 'campaign check' },
  mutation: 'submitCampaignChecks',
  subgraph: 'equipment',
  input: CampaignCheckInput,
  entity: CampaignCheck,
  key: 'id',
  prepare: async ({ db, today }, _, records) => ({ regionOf: await regionsOf(db, records), today }),
  toRow({ sourceId, revision: _, ...record }, prepared, source) {
    checkDay('checkedOn', record.checkedOn, { to: prepared.today });
    return { ...record, id: `${source}/${sourceId}`, regionCode: regionOfDevice(prepared, record.equipmentCode) };
  },
};
