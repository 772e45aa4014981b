import { ObjectType } from 'type-graphql';
import { Served, connectionOf, count, date, flag, oneOf, ratio, type DerivedList } from '../../kernel';
import { EquipmentCategory } from '../kind/equipment-kind';
import { SafetyCheckPeriod } from './safety-check';

const always = true;

/** Worked out when it is read, from the devices in use and the checks that were submitted. */
@ObjectType({
  description: '缺失的日管控、周排查、月调度. A check that a user of equipment owes and has not recorded.',
  simpleResolvers: true,
})
export class MissedSafetyCheck {
  uscc: string;

  @Served(
    'UNCONDITIONAL',
    oneOf(SafetyCheckPeriod),
    '类别. Whether it is a daily, a weekly or a monthly one.',
    { always },
  )
  period: SafetyCheckPeriod;

  @Served(
    'UNCONDITIONAL',
    oneOf(EquipmentCategory),
    '特种设备种类. The category of equipment that was not checked.',
    { always },
  )
  category: EquipmentCategory;

  @Served('UNCONDITIONAL', date, '应检期间首日. The first day of the day, week or month in question.', {
    always,
  })
  day: string;

  @Served('UNCONDITIONAL', date, '应检期间末日. The last day of the period to be checked.', { always })
  until: string;
}

export const MissedSafetyCheckConnection = connectionOf(
  'MissedSafetyCheck',
  '缺失的日管控、周排查、月调度',
  () => MissedSafetyCheck,
);

export const MISSED_CHECKS: DerivedList<MissedSafetyCheck> = {
  name: 'missedSafetyChecks',
  order: ['uscc', 'category', 'day'],
};

@ObjectType({
  description: '未配备安全员的使用单位. A user of equipment without a safety officer for a category.',
  simpleResolvers: true,
})
export class UnitWithoutSafetyOfficer {
  uscc: string;

  @Served('UNCONDITIONAL', oneOf(EquipmentCategory), '特种设备种类. The category that nobody answers for.', {
    always,
  })
  category: EquipmentCategory;

  @Served('UNCONDITIONAL', count, '在用设备数. The number of its devices that are in use there.', { always })
  devices: number;

  @Served('UNCONDITIONAL', flag, '有无安全总监. Whether it has a safety director at least.', { always })
  director: boolean;
}

export const UnitWithoutSafetyOfficerConnection = connectionOf(
  'UnitWithoutSafetyOfficer',
  '未配备安全员的使用单位',
  () => UnitWithoutSafetyOfficer,
);

export const UNITS_WITHOUT_OFFICER: DerivedList<UnitWithoutSafetyOfficer> = {
  name: 'unitsWithoutOfficer',
  order: ['uscc', 'category'],
};

@ObjectType({
  description:
    '安全总监、安全员配备率. The share of users of equipment that have the safety staff they must have.',
  simpleResolvers: true,
})
export class SafetyOfficerCoverage {
  @Served('PUBLIC', count, '使用单位数. The number of users that have devices in use.', { always })
  units: number;

  @Served('PUBLIC', count, '已配备安全总监的单位数. The number of them that have a safety director.', {
    always,
  })
  withDirector: number;

  @Served(
    'PUBLIC',
    count,
    '各种类均已配备安全员的单位数. The number of users that have a safety officer for every category.',
    { always },
  )
  withOfficer: number;

  @Served('PUBLIC', count, '在用设备数. The number of devices that are in use.', { always })
  devices: number;

  @Served('PUBLIC', count, '已明确安全员的设备数. The number of them that are named to an officer.', {
    always,
  })
  devicesNamed: number;

  @Served(
    'PUBLIC',
    ratio,
    '安全员配备率（%，按单位）. The share of users with officers in percent; null without users.',
    {
      optional: true,
    },
  )
  rate: number | null;
}
