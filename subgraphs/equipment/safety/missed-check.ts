import { Field, Int, Float, ObjectType } from 'type-graphql';
import { DateOnly, Shared, connectionOf, type DerivedList } from '../../kernel';
import { EquipmentCategory } from '../kind/equipment-kind';
import { SafetyCheckPeriod } from './safety-check';

/** Worked out when it is read, from the devices in use and the checks that were submitted. */
@ObjectType({
  description: '缺失的日管控、周排查、月调度. A check that a user of equipment owes and has not recorded.',
  simpleResolvers: true,
})
export class MissedSafetyCheck {
  uscc: string;

  @Shared('UNCONDITIONAL')
  @Field(() => SafetyCheckPeriod, { description: '类别. Daily, weekly or monthly.' })
  period: SafetyCheckPeriod;

  @Shared('UNCONDITIONAL')
  @Field(() => EquipmentCategory, { description: '特种设备种类. The category of equipment that was not checked.' })
  category: EquipmentCategory;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '应检期间首日. The first day of the day, week or month in question.' })
  day: string;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '应检期间末日. The last one.' })
  until: string;
}

export const MissedSafetyCheckConnection = connectionOf('MissedSafetyCheck', '缺失的日管控、周排查、月调度', () => MissedSafetyCheck);

export const MISSED_CHECKS: DerivedList<MissedSafetyCheck> = { name: 'missedSafetyChecks', order: ['uscc', 'category', 'day'] };

@ObjectType({ description: '未配备安全员的使用单位. A user of equipment without a safety officer for a category.', simpleResolvers: true })
export class UnitWithoutSafetyOfficer {
  uscc: string;

  @Shared('UNCONDITIONAL')
  @Field(() => EquipmentCategory, { description: '特种设备种类. The category that nobody answers for.' })
  category: EquipmentCategory;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { description: '在用设备数. How many devices of it are in use there.' })
  devices: number;

  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '有无安全总监. Whether it has a safety director at least.' })
  director: boolean;
}

export const UnitWithoutSafetyOfficerConnection = connectionOf(
  'UnitWithoutSafetyOfficer',
  '未配备安全员的使用单位',
  () => UnitWithoutSafetyOfficer,
);

export const UNITS_WITHOUT_OFFICER: DerivedList<UnitWithoutSafetyOfficer> = { name: 'unitsWithoutOfficer', order: ['uscc', 'category'] };

@ObjectType({ description: '安全总监、安全员配备率. How many users of equipment have whom they must have.', simpleResolvers: true })
export class SafetyOfficerCoverage {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '使用单位数. The users with devices in use.' })
  units: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已配备安全总监的单位数. Those with a safety director.' })
  withDirector: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '各种类均已配备安全员的单位数. Those with a safety officer for every category.' })
  withOfficer: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '在用设备数. The devices in use.' })
  devices: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已明确安全员的设备数. Those that are named to an officer.' })
  devicesNamed: number;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '安全员配备率（%，按单位）. The share of users with officers; null without users.' })
  rate: number | null;
}
