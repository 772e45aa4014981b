import { InputType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  DepartmentKind,
  Sent,
  Submitted,
  SubmittedInput,
  oneOf,
  regionCode,
  shaped,
  whole,
  type DepartmentKind as Kind,
  type Submission,
  checkDay,
  alike,
} from '../../kernel';

/** 检查次数: how many inspections a kind of department made in a division in a month. */
@Entity()
@Index('inspection_tally_by_region', ['regionCode', 'month'])
@Index('inspection_tally_by_source', ['source', 'sourceId'], { unique: true })
export class InspectionTally extends Submitted {
  /** Division, month and kind: sent again, it is a correction. */
  @CodeColumn(60, { primary: true })
  id: string;

  @CodeColumn(12)
  regionCode: string;

  /** Its first day. */
  @Column('date')
  month: string;

  @CodeColumn(24)
  departmentKind: Kind;

  @Column('int')
  inspections: number;
}

/** 打通消防“生命通道”: the four counters of the assessment's item 16. */
@Entity()
@Index('lifeline_tally_by_region', ['regionCode', 'month'])
@Index('lifeline_tally_by_source', ['source', 'sourceId'], { unique: true })
export class LifelineTally extends Submitted {
  /** Division and month. */
  @CodeColumn(40, { primary: true })
  id: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  month: string;

  @Column('int')
  obstaclesRemoved: number;

  @Column('int')
  ladderSitesCleared: number;

  @Column('int')
  exitsCleared: number;

  @Column('int')
  fireLanesCleared: number;
}

const month = shaped((each) => /^\d{4}-(0[1-9]|1[0-2])$/.test(each), alike('2024-06'));
const MOST = 100_000_000;

@InputType({ description: '检查次数报送. How many inspections were made.' })
export class InspectionTallyInput extends SubmittedInput {
  @Sent(regionCode, '区划代码. The division.')
  regionCode: string;

  @Sent(month, '月份，如 2024-06. The month.')
  month: string;

  @Sent(oneOf(DepartmentKind), '部门类别，见 DepartmentKind. A value of DepartmentKind.')
  departmentKind: Kind;

  @Sent(whole(0, MOST), '检查次数. How many inspections.')
  inspections: number;
}

@InputType({ description: '生命通道整治报送. What was cleared for fire rescue.' })
export class LifelineTallyInput extends SubmittedInput {
  @Sent(regionCode, '区划代码. The division.')
  regionCode: string;

  @Sent(month, '月份，如 2024-06. The month.')
  month: string;

  @Sent(whole(0, MOST), '拆除人员密集场所影响逃生和灭火救援的门窗障碍物. Obstacles on doors and windows removed.')
  obstaclesRemoved: number;

  @Sent(whole(0, MOST), '清理消防车登高操作场地障碍物. Sites for aerial ladders cleared.')
  ladderSitesCleared: number;

  @Sent(whole(0, MOST), '督改占堵疏散通道和安全出口. Blocked evacuation ways and exits cleared.')
  exitsCleared: number;

  @Sent(whole(0, MOST), '督改占堵消防车道. Blocked fire lanes cleared.')
  fireLanesCleared: number;
}

interface Day {
  today: string;
}

export const inspectionTallySubmission: Submission<InspectionTallyInput, InspectionTally, Day> = {
  kind: 'inspection-tallies',
  term: { zh: '检查次数', en: 'count of inspections' },
  mutation: 'submitInspectionTallies',
  subgraph: 'hazards',
  input: InspectionTallyInput,
  entity: InspectionTally,
  key: 'id',
  prepare: async ({ today }) => ({ today }),
  toRow({ sourceId: _, revision: __, ...record }, { today }) {
    const first = `${record.month}-01`;
    checkDay('month', first, { to: today });
    return { ...record, month: first, id: `${record.regionCode}/${record.month}/${record.departmentKind}` };
  },
};

export const lifelineTallySubmission: Submission<LifelineTallyInput, LifelineTally, Day> = {
  kind: 'lifeline-tallies',
  term: { zh: '生命通道整治情况', en: 'count of cleared fire lanes' },
  mutation: 'submitLifelineTallies',
  subgraph: 'hazards',
  input: LifelineTallyInput,
  entity: LifelineTally,
  key: 'id',
  prepare: async ({ today }) => ({ today }),
  toRow({ sourceId: _, revision: __, ...record }, { today }) {
    const first = `${record.month}-01`;
    checkDay('month', first, { to: today });
    return { ...record, month: first, id: `${record.regionCode}/${record.month}` };
  },
};
