import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CodeColumn, Shared, vocabulary } from '../../kernel';

export const EquipmentCategory = vocabulary('EquipmentCategory', '特种设备种类. The eight categories of special equipment.', {
  BOILER: '锅炉. Boilers.',
  PRESSURE_VESSEL: '压力容器（含气瓶）. Pressure vessels, gas cylinders among them.',
  PRESSURE_PIPING: '压力管道. Pressure piping.',
  ELEVATOR: '电梯. Lifts and escalators.',
  LIFTING_APPLIANCE: '起重机械. Cranes and hoists.',
  PASSENGER_ROPEWAY: '客运索道. Passenger ropeways.',
  AMUSEMENT_RIDE: '大型游乐设施. Large amusement rides.',
  IN_PLANT_VEHICLE: '场（厂）内专用机动车辆. Motor vehicles for use inside a site.',
});
export type EquipmentCategory = keyof typeof EquipmentCategory;

export const EquipmentKindLevel = vocabulary('EquipmentKindLevel', '特种设备目录层级. The level of an entry of the catalogue.', {
  CATEGORY: '种类. One of the eight categories.',
  CLASS: '类别. A class of a category.',
  TYPE: '品种. A type of a class.',
});
export type EquipmentKindLevel = keyof typeof EquipmentKindLevel;

@Entity()
@ObjectType({ description: '特种设备目录条目 (2014年第114号公告). An entry of the catalogue of special equipment.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class EquipmentKind {
  @CodeColumn(4, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '目录代码. Its code of four characters.' })
  code: string;

  @Column('varchar', { length: 64 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '名称. Its name.' })
  name: string;

  @CodeColumn(20)
  @Shared('PUBLIC')
  @Field(() => EquipmentCategory, { nullable: true, description: '种类. Its category, one of eight.' })
  category: EquipmentCategory;

  @CodeColumn(8)
  @Shared('PUBLIC')
  @Field(() => EquipmentKindLevel, { nullable: true, description: '层级. Its level in the catalogue.' })
  level: EquipmentKindLevel;

  @CodeColumn(4, { nullable: true })
  parentCode: string | null;
}
