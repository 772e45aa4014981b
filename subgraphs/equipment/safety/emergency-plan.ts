import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  DateOnly,
  Sent,
  Shared,
  Submitted,
  SubmittedInput,
  connectionOf,
  date,
  oneOf,
  regionCode,
  text,
  uscc,
  type List,
  type Submission,
  checkDay,
} from '../../kernel';
import { EquipmentCategory, type EquipmentCategory as Category } from '../kind/equipment-kind';

@Entity()
@Index('emergency_plan_by_enterprise', ['uscc', 'adoptedOn', 'id'])
@Index('emergency_plan_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '特种设备事故应急专项预案. A user’s emergency plan for its equipment.', simpleResolvers: true })
export class EmergencyPlan extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '编号. Its id.' })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 200 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '名称. Its title.' })
  title: string;

  @CodeColumn(20, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => EquipmentCategory, { nullable: true, description: '特种设备种类；空为全部. The category of equipment; null for all.' })
  category: EquipmentCategory | null;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '发布或修订日期. When it was adopted or last revised.' })
  adoptedOn: string;
}

export const EmergencyPlanConnection = connectionOf('EmergencyPlan', '特种设备事故应急专项预案', () => EmergencyPlan);
export const EMERGENCY_PLANS: List<EmergencyPlan> = {
  name: 'emergencyPlans',
  entity: EmergencyPlan,
  order: ['adoptedOn', 'id'],
  descending: true,
};

@InputType({ description: '应急专项预案报送. An emergency plan as it is submitted.' })
export class EmergencyPlanInput extends SubmittedInput {
  @Sent(uscc, '使用单位的统一社会信用代码. Whose plan it is.')
  uscc: string;

  @Sent(regionCode, '使用单位所在区划代码. The division of the user.')
  regionCode: string;

  @Sent(text(200), '名称. Its title.')
  title: string;

  @Sent(oneOf(EquipmentCategory), '特种设备种类，见 EquipmentCategory. The category; by default all.', { optional: true })
  category: Category | null;

  @Sent(date, '发布或修订日期. When it was adopted or last revised.')
  adoptedOn: string;
}

export const emergencyPlanSubmission: Submission<EmergencyPlanInput, EmergencyPlan, { today: string }> = {
  kind: 'emergency-plans',
  term: { zh: '应急专项预案', en: 'emergency plan' },
  mutation: 'submitEmergencyPlans',
  subgraph: 'equipment',
  input: EmergencyPlanInput,
  entity: EmergencyPlan,
  key: 'id',
  prepare: async ({ today }) => ({ today }),
  toRow({ sourceId, revision: _, ...record }, { today }, source) {
    checkDay('adoptedOn', record.adoptedOn, { to: today });
    return { ...record, id: `${source}/${sourceId}` };
  },
};
