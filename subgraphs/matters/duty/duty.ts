import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  MissingReason,
  Noun,
  RefersTo,
  Served,
  Submitted,
  Synthetic,
  code,
  count,
  date,
  departmentCode,
  inputOf,
  oneOf,
  prose,
  regionCode,
  vocabulary,
  whole,
  type List,
  type LegalRule,
} from '../../kernel';
import { Department, Region } from '../others';

export const DutyKind = vocabulary(
  'DutyKind',
  '履职事项. What departments do again and again, or are counted by.',
  {
    BRIEFING: '听取汇报：提请政府分管领导每月至少一次. The leader in charge hears of the field, monthly.',
    CONSULTATION: '会商研判：行业领域主管部门每月至少一次. The department weighs the situation, monthly.',
    MEETING: '安全生产工作会议：成员单位每季度至少一次. A member of the committee meets, quarterly.',
    CIRCULAR: '通报. A circular; counted, without a period.',
    URGING_LETTER: '督促函. A letter that urges; counted, without a period.',
    COVERT_VISIT: '暗访. A visit without notice; counted, without a period.',
  },
);
export type DutyKind = keyof typeof DutyKind;

@Noun('履职记录. A meeting that was held, a circular or a letter that was sent.', {
  key: false,
  term: { zh: '履职记录', en: 'duty record' },
})
@Index('duty_record_by_region', ['regionCode', 'heldOn', 'id'])
export class DutyRecord extends Submitted {
  @Id('UNCONDITIONAL', '记录编号. The id of the record.', { always: false }) id: string;

  @Fact('UNCONDITIONAL', oneOf(DutyKind, 16), '履职事项. The duty that was done.')
  kind: DutyKind;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '履职部门所在区划. The division of the department that has done it.',
    {
      as: 'region',
      stated: '区划代码. The code of the division.',
    },
  )
  regionCode: string;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '本区划的部门，如 430682-FIRE_RESCUE. The department of that division.',
    {
      as: 'department',
      stated: '部门代码，如 430682-FIRE_RESCUE. The department of that division.',
    },
  )
  departmentCode: string;

  @Fact('UNCONDITIONAL', date, '日期，即履职之日. The day on which it was done.')
  heldOn: string;

  @Fact('UNCONDITIONAL', prose(500), '佐证：纪要或文号. The minutes or the document that show it.')
  evidence: string;

  @Kept(code(500), '佐证的比对形式. The evidence as it is compared, in the form of a number on a paper.')
  evidenceCompared: string;

  @DuplicateOf(null, ['kind', 'departmentCode', 'heldOn', 'evidenceCompared']) duplicateOf: string | null;
  @Synthetic('UNCONDITIONAL') synthetic: boolean;
}

export const DutyRecordInput = inputOf(
  DutyRecord,
  '履职记录报送. A duty as it was done, submitted by its department.',
  ['kind', 'regionCode', 'departmentCode', 'heldOn', 'evidence'],
);

/** Of a division, by day. */
export const DUTY_RECORDS: List<DutyRecord> = {
  name: 'dutyRecords',
  entity: DutyRecord,
  order: ['regionCode', 'heldOn', 'id'],
};

@ObjectType({
  description: '未履职. A period in which a department did not do what it has to do again and again.',
  simpleResolvers: true,
})
export class MissedDuty {
  @Served('UNCONDITIONAL', oneOf(DutyKind), '履职事项. The duty that was missed.') kind: DutyKind;
  @Served('UNCONDITIONAL', date, '期间首日. The first day of the period.') from: string;
  @Served('UNCONDITIONAL', date, '期间末日. The last day of the period.') to: string;
  departmentCode: string;
  /** How long its periods are. */
  rule: LegalRule;
}

@ObjectType({ description: '履职次数. How often something was done in a quarter.', simpleResolvers: true })
export class DutyCount {
  @Served('UNCONDITIONAL', oneOf(DutyKind), '履职事项. The duty that was done.') kind: DutyKind;
  @Served(
    'UNCONDITIONAL',
    count,
    '次数；督促函、暗访以执法部门的三书一函和监督检查记录为准. The number of times that it was done; of letters and covert visits, as enforcement has its notices and inspections on record.',
    { optional: true },
  )
  count: number | null;

  @Served(
    'UNCONDITIONAL',
    count,
    '填报的履职记录数，与前者并列以供核对. The number of duty records that were submitted, beside it and never instead.',
  )
  recorded: number;

  @Served(
    'UNCONDITIONAL',
    whole(-2_147_483_648, 2_147_483_647),
    '填报数减记录数；无他方记录可比的为空. The duty records less what is on record elsewhere; null where nothing is.',
    { optional: true },
  )
  difference: number | null;

  @Served('PUBLIC', oneOf(MissingReason), '缺数原因. The reason for which the number is not known.', {
    optional: true,
  })
  missing: MissingReason | null;
}
