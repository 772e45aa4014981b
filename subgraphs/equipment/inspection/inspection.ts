import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const InspectionKind = vocabulary('InspectionKind', '检验类别. What a statutory inspection is made for.', {
  INSTALLATION: '安装监督检验. Supervision of the installation.',
  ALTERATION: '改造、重大修理监督检验. Supervision of an alteration or a major repair.',
  FIRST: '首次检验. The first inspection of a device that is used where it was not installed.',
  PERIODIC: '定期检验. The inspection that the cycle asks for.',
  RESUMPTION: '停用后重新启用检验. Before a device is used again.',
});
export type InspectionKind = keyof typeof InspectionKind;

export const InspectionConclusion = vocabulary('InspectionConclusion', '检验结论. What an inspection has concluded.', {
  QUALIFIED: '合格、符合要求、允许使用. Qualified.',
  CONDITIONALLY_QUALIFIED: '基本符合要求、监控使用. Qualified under conditions.',
  REINSPECT_QUALIFIED: '复检合格. Qualified when inspected again.',
  UNQUALIFIED: '不合格、不符合要求. Not qualified.',
  REINSPECT_UNQUALIFIED: '复检不合格. Not qualified when inspected again.',
});
export type InspectionConclusion = keyof typeof InspectionConclusion;

@Entity()
@Index('inspection_by_device', ['equipmentCode', 'inspectedOn', 'id'])
@Index('inspection_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '特种设备检验（法定）. A statutory inspection of a device.', simpleResolvers: true })
export class Inspection extends Submitted {
  /** Device, source and its id of the record: a correction can change all but the device. */
  @CodeColumn(150, { primary: true })
  id: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '设备代码. The code of the device.' })
  equipmentCode: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => InspectionKind, { nullable: true, description: '检验类别. What it was made for.' })
  kind: InspectionKind;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '检验日期. When the device was inspected.' })
  inspectedOn: string;

  @CodeColumn(24)
  @Shared('UNCONDITIONAL')
  @Field(() => InspectionConclusion, { nullable: true, description: '检验结论. What was concluded.' })
  conclusion: InspectionConclusion;

  @CodeColumn(18, { nullable: true })
  bodyUscc: string | null;

  @Column('varchar', { length: 64, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '检验报告编号. The number of the report.' })
  reportNumber: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '报告载明的下次检验日期. When the next is due, as far as the report states it.' })
  nextDueOn: string | null;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('RESTRICTED', 'MARKET_SUPERVISION')
  @Field(() => String, { nullable: true, description: '检验人员内部备注. What the inspectors noted among themselves.' })
  remarks: string | null;
}

export const InspectionConnection = connectionOf('Inspection', '特种设备检验', () => Inspection);

export const INSPECTIONS: List<Inspection> = { name: 'inspections', entity: Inspection, order: ['inspectedOn', 'id'] };
