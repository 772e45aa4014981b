import { Fact, Key, Noun, RefersTo, asId, oneOf, text, undashedCode, vocabulary } from '../../kernel';

export const EquipmentCategory = vocabulary(
  'EquipmentCategory',
  '特种设备种类. The eight categories of special equipment, and the two of what is made for it.',
  {
    BOILER: '锅炉. Boilers.',
    PRESSURE_VESSEL: '压力容器（含气瓶）. Pressure vessels, gas cylinders among them.',
    PRESSURE_PIPING: '压力管道. Pressure piping.',
    ELEVATOR: '电梯. Lifts and escalators.',
    LIFTING_APPLIANCE: '起重机械. Cranes and hoists.',
    PASSENGER_ROPEWAY: '客运索道. Passenger ropeways.',
    AMUSEMENT_RIDE: '大型游乐设施. Large amusement rides.',
    IN_PLANT_VEHICLE: '场（厂）内专用机动车辆. Motor vehicles for use inside a site.',
    PIPING_COMPONENT:
      '压力管道元件. Components of pressure piping: made under licence, registered by nobody as a device.',
    SAFETY_ACCESSORY: '安全附件. Safety accessories such as safety valves, likewise.',
  },
);
export type EquipmentCategory = keyof typeof EquipmentCategory;

/** What is made for devices and is none itself: the catalogue has it, and nothing of it is registered for use. */
export const NO_DEVICES: readonly EquipmentCategory[] = ['PIPING_COMPONENT', 'SAFETY_ACCESSORY'];

/** A code of the catalogue, four characters. */
export const kindCode = undashedCode(4);

export const EquipmentKindLevel = vocabulary(
  'EquipmentKindLevel',
  '特种设备目录层级. The level of an entry of the catalogue.',
  {
    CATEGORY: '种类. One of the ten at the top.',
    CLASS: '类别. A class of a category.',
    TYPE: '品种. A type of a class.',
  },
);
export type EquipmentKindLevel = keyof typeof EquipmentKindLevel;

@Noun('特种设备目录条目 (2014年第114号公告). An entry of the catalogue of special equipment.', {
  term: { zh: '特种设备种类', en: 'kind of device' },
})
export class EquipmentKind {
  @Key('PUBLIC', asId(kindCode), '目录代码. The code of the entry, four characters.') code: string;
  @Fact('PUBLIC', text(64), '名称. The name that the catalogue gives it.') name: string;
  @Fact('PUBLIC', oneOf(EquipmentCategory, 20), '种类. The category that it belongs to.')
  category: EquipmentCategory;
  @Fact('PUBLIC', oneOf(EquipmentKindLevel, 8), '层级. The level of the entry in the catalogue.')
  level: EquipmentKindLevel;

  @RefersTo(() => EquipmentKind, kindCode, 'PUBLIC', '上级条目. The entry directly above; null at the top.', {
    as: 'parent',
    optional: true,
  })
  parentCode: string | null;
}
