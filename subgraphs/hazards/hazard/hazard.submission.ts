import { InputType } from 'type-graphql';
import {
  FieldMissing,
  HazardDomain,
  Sent,
  SourceNotYours,
  SubmittedInput,
  date,
  industry,
  insertRows,
  isSynthetic,
  listOf,
  oneOf,
  regionCode,
  shaped,
  text,
  uscc,
  type Caller,
  type HazardDomain as Domain,
  type Submission,
  checkDay,
  alike,
} from '../../kernel';
import { checkCriterion } from '../criterion/criterion.rules';
import { Hazard } from './hazard';
import { HazardEvent } from './hazard-records';
import { COMPETENT, checkDepartment } from './hazard.rules';
import { NotCompetent } from './refusals.rules';
import {
  DiscoveryMode,
  Escalation,
  HazardChannel,
  HazardGrade,
  HazardOrigin,
  HazardStatus,
  type DiscoveryMode as Mode,
  type Escalation as Level,
  type HazardChannel as Channel,
  type HazardGrade as Grade,
  type HazardOrigin as Origin,
  type HazardStatus as Status,
} from './hazard.terms';

/** Once a step was taken here, the record is ours: what another system sends of it no longer replaces it. */
export const OURS = 'onematter';

const hazardNumber = shaped((each) => /^[\w〔〕\-.:]{1,64}$/.test(each), alike('YH430682-2026-0001'));
const equipmentCode = shaped((each) => /^[0-9A-Z]{4,20}$/.test(each), alike('31104310220240001'));

@InputType({ description: '事故隐患报送. A hazard as an agency’s own system has it, at whatever step.' })
export class HazardInput extends SubmittedInput {
  @Sent(hazardNumber, '隐患编号. Its number.')
  number: string;

  @Sent(oneOf(HazardGrade), '隐患等级，见 HazardGrade. A value of HazardGrade.')
  grade: Grade;

  @Sent(oneOf(HazardDomain), '隐患领域，见 HazardDomain. A value of HazardDomain.')
  domain: Domain;

  @Sent(text(40), '判定条款代码，见 hazardCriteria. The code of a criterion.', { optional: true })
  criterionCode: string | null;

  @Sent(oneOf(HazardChannel), '发现渠道，见 HazardChannel. A value of HazardChannel.')
  channel: Channel;

  @Sent(oneOf(DiscoveryMode), '三查一曝光方式，见 DiscoveryMode. A value of DiscoveryMode.', { optional: true })
  mode: Mode | null;

  @Sent(oneOf(HazardOrigin), '线索来源，见 HazardOrigin. A value of HazardOrigin.', { optional: true })
  origin: Origin | null;

  @Sent(text(100), '线索编号. The number of the record that it goes back to.', { optional: true })
  originReference: string | null;

  @Sent(uscc, '单位的统一社会信用代码. The enterprise.', { optional: true })
  uscc: string | null;

  @Sent(equipmentCode, '设备代码. The device.', { optional: true })
  equipmentCode: string | null;

  @Sent(regionCode, '隐患所在地区划代码. The division of the place.')
  regionCode: string;

  @Sent(industry, '行业代码 (GB/T 4754-2017)，可带门类字母. The industry, with or without the letter.', { optional: true })
  industryCode: string | null;

  @Sent(listOf(text(40)), '涉及的一件事代码；文件中以分号相隔. Codes of the matters, in a file joined by semicolons.', { optional: true })
  matterCodes: string[] | null;

  @Sent(text(1000), '隐患描述. What is wrong.')
  description: string;

  @Sent(date, '发现日期. When it was found.')
  foundOn: string;

  @Sent(date, '原定整改期限. The first deadline.', { optional: true })
  originalDueOn: string | null;

  @Sent(date, '整改期限（含延期）. The deadline with extensions; by default the first.', { optional: true })
  dueOn: string | null;

  @Sent(oneOf(HazardStatus), '隐患状态，见 HazardStatus. A value of HazardStatus.', { default: 'REPORTED' })
  status: Status;

  @Sent(oneOf(Escalation), '督办层级，见 Escalation. A value of Escalation.', { default: 'NONE' })
  escalation: Level;

  @Sent(text(40), '牵头部门代码，如 430682-FIRE_RESCUE. The lead department.', { optional: true })
  leadDepartmentCode: string | null;

  @Sent(date, '销号日期. When it was closed.', { optional: true })
  closedOn: string | null;
}

interface Prepared {
  caller: Caller;
  today: string;
}

export const hazardSubmission: Submission<HazardInput, Hazard, Prepared> = {
  kind: 'hazards',
  term: { zh: '事故隐患', en: 'hazard' },
  mutation: 'submitHazards',
  subgraph: 'hazards',
  input: HazardInput,
  entity: Hazard,
  key: 'number',
  checkSource(_, source) {
    if (source === OURS) throw SourceNotYours({ field: 'source', owner: OURS, got: source });
  },
  prepare: async ({ caller, today }) => ({ caller, today }),
  toRow(record, { caller, today }, source) {
    const { sourceId: _, revision: __, ...stated } = record;
    const { leadDepartmentCode, regionCode: place, domain } = record;
    const competentKind = leadDepartmentCode ? checkDepartment('leadDepartmentCode', leadDepartmentCode, place) : COMPETENT[domain];
    checkCriterion(record.grade, domain, record.criterionCode);
    checkCourse(record, today);
    checkWriter(record, competentKind, caller);
    const originalDueOn = record.originalDueOn ?? record.dueOn;
    return {
      ...stated,
      ...{ originalDueOn, dueOn: record.dueOn ?? originalDueOn, competentKind, matterCodes: record.matterCodes ?? [] },
      ...{ supervisorCodes: [], planned: false, round: 1, steps: 1, synthetic: isSynthetic(source) },
      ...{ reportedBy: caller.subject, reporterKind: caller.department, reporterDepartmentCode: caller.departmentCode },
    };
  },
  /** The first entry of its history; a correction of the record leaves that as it was. */
  async afterStore(tx, rows) {
    const known = await tx.query<{ number: string }>(
      'SELECT hazard_number AS number FROM hazard_event WHERE hazard_number = ANY($1::varchar[]) AND sequence = 1',
      [rows.map(({ number }) => number)],
    );
    const old = new Set(known.map(({ number }) => number));
    const fresh = (rows as unknown as Hazard[]).filter(({ number }) => !old.has(number));
    await insertRows(tx, HazardEvent, fresh.map(recorded));
  },
};

function recorded({ number, status, dueOn, escalation, ...row }: Hazard): Partial<HazardEvent> {
  return {
    ...{ hazardNumber: number, sequence: 1, step: 'RECORD', fromStatus: null, toStatus: status, at: new Date(), dueOn, escalation },
    ...{
      officer: row.reportedBy,
      departmentKind: row.reporterKind,
      departmentCode: row.reporterDepartmentCode,
      reason: null,
      evidence: null,
    },
  };
}

/** Whoever is not competent may only report: a state beyond that is for the competent department, or 安委会 that keeps the database. */
function checkWriter({ number, status }: HazardInput, competent: string, { department }: Caller): void {
  if (status === 'REPORTED' || department === competent || department === 'SAFETY_COMMITTEE') return;
  throw NotCompetent({ field: 'status', number, competent, department });
}

/** What happened follows in order, lies in no future, and is what the status says. */
function checkCourse({ status, foundOn, originalDueOn, dueOn, closedOn }: HazardInput, today: string): void {
  checkDay('foundOn', foundOn, { to: today });
  const needsDeadline = !['REPORTED', 'VERIFIED', 'DISMISSED'].includes(status);
  if (needsDeadline && !originalDueOn && !dueOn) throw FieldMissing({ field: 'originalDueOn' });
  checkDay('originalDueOn', originalDueOn, { from: foundOn });
  checkDay('dueOn', dueOn, { from: originalDueOn ?? foundOn });
  checkDay('closedOn', closedOn, { from: foundOn, to: today });
  if ((status === 'CLOSED') !== (closedOn !== null)) throw FieldMissing({ field: status === 'CLOSED' ? 'closedOn' : 'status' });
}
