import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, Uscc, connectionOf, vocabulary, type List } from '../../kernel';

export const FireRiskFactor = vocabulary('FireRiskFactor', '“十大致命风险因素”（安委〔2024〕10号）. The ten factors that make fires fatal.', {
  EXITS: '安全出口、疏散通道. Exits and evacuation ways.',
  WELDING: '电气焊作业. Welding.',
  FLAMMABLES: '易燃易爆物品. Flammable and explosive goods.',
  FIRE_FACILITIES: '消防设施设备. Fire protection facilities.',
  POWER_AND_GAS: '用电用气安全. The use of power and gas.',
  DRILLS: '疏散逃生演练. Evacuation drills.',
  PANELS_AND_INSULATION: '易燃可燃彩钢板和保温材料. Combustible panels and insulation.',
  MIXED_USE: '生产储存住宿“多合一”. Making, storing and living under one roof.',
  ELECTRIC_BICYCLES: '电动自行车停放充电. Parking and charging of electric bicycles.',
  OPEN_FLAMES: '明火烧纸焚香和燃放烟花爆竹. Open flames, incense and fireworks.',
});
export type FireRiskFactor = keyof typeof FireRiskFactor;

export const FireClearance = vocabulary('FireClearance', '“三清”. The three things that are cleared away.', {
  EXITS: '清理安全出口、疏散通道、楼梯堆放的物品和障碍物. What stands in exits, ways and stairs.',
  BARS: '清理影响逃生和灭火救援的铁栅栏、防盗网、广告牌. Bars, nets and boards that hinder escape and rescue.',
  COMBUSTIBLES: '清理违规存放的易燃易爆、可燃物和私拉乱接的电线. Combustibles and makeshift wiring.',
});
export type FireClearance = keyof typeof FireClearance;

export const FireControl = vocabulary('FireControl', '“两管”. The two things that are controlled.', {
  FIRE_SOURCES: '管火源. Sources of fire.',
  HOT_WORK: '管电气焊动火作业. Welding and other hot work.',
});
export type FireControl = keyof typeof FireControl;

/** 消防安全重点单位, with its “五包一” group: five people, each named, their names and phones sealed. */
@Entity()
@Index('fire_key_unit_by_region', ['regionCode', 'uscc'])
@Index('fire_key_unit_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '消防安全重点单位. A key unit for fire safety.', simpleResolvers: true })
@Directive('@key(fields: "uscc")')
export class FireKeyUnit extends Submitted {
  @CodeColumn(18, { primary: true })
  @Shared('PUBLIC')
  @Field(() => Uscc, { description: '统一社会信用代码. The enterprise.' })
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 100 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '单位类别（如人员密集场所）. What kind of key unit it is.' })
  category: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '纳入在线监管日期. Since when it is supervised online; null if it is not.' })
  onlineSince: string | null;

  @Column('text', { nullable: true })
  industryOfficer: string | null;

  @Column('text', { nullable: true })
  townshipOfficer: string | null;

  @Column('text', { nullable: true })
  communityWorker: string | null;

  @Column('text', { nullable: true })
  fireOfficer: string | null;

  @Column('text', { nullable: true })
  professional: string | null;
}

export const FireKeyUnitConnection = connectionOf('FireKeyUnit', '消防安全重点单位', () => FireKeyUnit);

export const FIRE_KEY_UNITS: List<FireKeyUnit> = { name: 'fireKeyUnits', entity: FireKeyUnit, order: ['regionCode', 'uscc'] };

@Entity()
@Index('fire_check_by_enterprise', ['uscc', 'checkedOn', 'id'])
@Index('fire_check_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '消防检查. A fire check with what it found by the campaign’s items.', simpleResolvers: true })
export class FireCheck extends Submitted {
  @CodeColumn(130, { primary: true })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '检查日期. When.' })
  checkedOn: string;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [FireRiskFactor], { nullable: true, description: '存在的致命风险因素. The fatal factors that were found.' })
  riskFactors: FireRiskFactor[];

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [FireClearance], { nullable: true, description: '未做到的“三清”. Which of the three were not cleared.' })
  notCleared: FireClearance[];

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [FireControl], { nullable: true, description: '未做到的“两管”. Which of the two were not controlled.' })
  notControlled: FireControl[];

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '发现隐患数. How many hazards it found.' })
  hazardsFound: number;

  @Column('varchar', { length: 1000, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '检查情况. What the record says in short.' })
  summary: string | null;
}

export const FireCheckConnection = connectionOf('FireCheck', '消防检查', () => FireCheck);

export const FIRE_CHECKS: List<FireCheck> = { name: 'fireChecks', entity: FireCheck, order: ['checkedOn', 'id'], descending: true };
