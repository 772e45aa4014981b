import { Entity, Index } from 'typeorm';
import {
  CodeColumn,
  DepartmentKind,
  Kept,
  Submitted,
  alike,
  checkDay,
  date,
  inputOf,
  oneOf,
  regionCode,
  shaped,
  submissionOf,
  whole,
  type Kind,
} from '../../kernel';

/** A month, stated as 2024-06 and stored as its first day. */
const month: Kind<string> = {
  ...date,
  ...shaped((each) => /^\d{4}-(0[1-9]|1[0-2])$/.test(each), alike('2024-06')),
};
const times = whole(0, 100_000_000);

/** 检查次数: how many inspections a kind of department made in a division in a month. */
@Entity()
@Index('inspection_tally_by_region', ['regionCode', 'month'])
@Index('inspection_tally_by_source', ['source', 'sourceId'], { unique: true })
export class InspectionTally extends Submitted {
  /** Division, month and kind: sent again, it is a correction. */
  @CodeColumn(60, { primary: true })
  id: string;

  @Kept(regionCode, '区划代码. The division that is counted.') regionCode: string;
  @Kept(month, '月份，如 2024-06. The month that is counted.') month: string;
  @Kept(oneOf(DepartmentKind, 24), '部门类别. The kind of department that inspected.')
  departmentKind: DepartmentKind;
  @Kept(times, '检查次数. The number of inspections that the division made.') inspections: number;
}

export const InspectionTallyInput = inputOf(
  InspectionTally,
  '检查次数报送. The number of inspections of a month, as a division submits it.',
  ['regionCode', 'month', 'departmentKind', 'inspections'],
);

/** 打通消防“生命通道”: the four counters of the assessment's item 16. */
@Entity()
@Index('lifeline_tally_by_region', ['regionCode', 'month'])
@Index('lifeline_tally_by_source', ['source', 'sourceId'], { unique: true })
export class LifelineTally extends Submitted {
  /** Division and month. */
  @CodeColumn(40, { primary: true })
  id: string;

  @Kept(regionCode, '区划代码. The division that is counted.') regionCode: string;
  @Kept(month, '月份，如 2024-06. The month that is counted.') month: string;

  @Kept(
    times,
    '拆除人员密集场所影响逃生和灭火救援的门窗障碍物. Obstacles on doors and windows of crowded places that were removed.',
  )
  obstaclesRemoved: number;

  @Kept(times, '清理消防车登高操作场地障碍物. Sites for aerial ladders that were cleared.')
  ladderSitesCleared: number;
  @Kept(times, '督改占堵疏散通道和安全出口. Blocked evacuation ways and exits that were cleared.')
  exitsCleared: number;
  @Kept(times, '督改占堵消防车道. Blocked fire lanes that were cleared.') fireLanesCleared: number;
}

export const LifelineTallyInput = inputOf(
  LifelineTally,
  '生命通道整治报送. What was cleared for fire rescue.',
  ['regionCode', 'month', 'obstaclesRemoved', 'ladderSitesCleared', 'exitsCleared', 'fireLanesCleared'],
);

/** The first day of a month that is not to come. */
function firstDay(month: string, today: string): string {
  const first = `${month}-01`;
  checkDay('month', first, { to: today });
  return first;
}

export const inspectionTallySubmission = submissionOf(InspectionTally, InspectionTallyInput, {
  kind: 'inspection-tallies',
  term: { zh: '检查次数', en: 'count of inspections' },
  key: 'id',
  row: ({ regionCode, month, departmentKind }, { today }) => ({
    month: firstDay(month, today),
    id: `${regionCode}/${month}/${departmentKind}`,
  }),
});

export const lifelineTallySubmission = submissionOf(LifelineTally, LifelineTallyInput, {
  kind: 'lifeline-tallies',
  term: { zh: '生命通道整治情况', en: 'count of cleared fire lanes' },
  key: 'id',
  row: ({ regionCode, month }, { today }) => ({
    month: firstDay(month, today),
    id: `${regionCode}/${month}`,
  }),
});
