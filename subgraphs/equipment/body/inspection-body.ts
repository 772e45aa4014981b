import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';
import { EquipmentCategory } from '../kind/equipment-kind';

export const InspectionBodyKind = vocabulary('InspectionBodyKind', '机构类别. What an approved body may do.', {
  INSPECTION: '检验机构. It makes statutory inspections.',
  TESTING: '检测机构. It makes tests for users.',
});
export type InspectionBodyKind = keyof typeof InspectionBodyKind;

@Entity()
@Index('inspection_body_by_region', ['regionCode', 'id'])
@Index('inspection_body_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '特种设备检验检测机构. A body that is approved to inspect or test.', simpleResolvers: true })
export class InspectionBody extends Submitted {
  /** The number of its approval. */
  @CodeColumn(64, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { nullable: true, description: '核准证编号. The number of its approval.' })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => InspectionBodyKind, { nullable: true, description: '类别. What it may do.' })
  kind: InspectionBodyKind;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('PUBLIC')
  @Field(() => [EquipmentCategory], { nullable: true, description: '核准的设备种类. The categories that it is approved for.' })
  categories: EquipmentCategory[];

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '有效期至. The last day of its approval.' })
  validUntil: string;
}

export const InspectionBodyConnection = connectionOf('InspectionBody', '特种设备检验检测机构', () => InspectionBody);
export const INSPECTION_BODIES: List<InspectionBody> = { name: 'inspectionBodies', entity: InspectionBody, order: ['regionCode', 'id'] };

@Entity()
@Index('inspector_by_body', ['bodyId', 'id'])
@Index('inspector_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '特种设备检验检测人员. A person who inspects or tests for a body.', simpleResolvers: true })
export class Inspector extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '编号. Its id.' })
  id: string;

  @CodeColumn(64)
  bodyId: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('text')
  sealedName: string;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [String], { nullable: true, description: '持证项目. The items of the certificate.' })
  items: string[];

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '有效期至. The last day of the certificate.' })
  validUntil: string;
}

export const InspectorConnection = connectionOf('Inspector', '特种设备检验检测人员', () => Inspector);
export const INSPECTORS: List<Inspector> = { name: 'inspectors', entity: Inspector, order: ['id'] };
