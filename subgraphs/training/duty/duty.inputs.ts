import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, industry, listOf, oneOf, regionCode, text, uscc, whole, idNumber } from '../../kernel';
import { departmentCode } from '../course/course.inputs';
import { TrainingAudience, type TrainingAudience as Audience } from '../course/training-course';
import { DrillKind, type DrillKind as Kind } from './drill';
import { DutyActivity, DutyTrigger, type DutyActivity as Activity, type DutyTrigger as Trigger } from './training-duty';

@InputType({ description: '培训演练任务报送. A duty as it is submitted.' })
export class TrainingDutyInput extends SubmittedInput {
  @Sent(oneOf(DutyActivity), '内容，见 DutyActivity. A value of DutyActivity.', { default: 'TRAINING' })
  activity: Activity;

  @Sent(oneOf(DutyTrigger), '来由，见 DutyTrigger. A value of DutyTrigger.')
  trigger: Trigger;

  @Sent(date, '成立、上任日期，或周期内任一日. The day of the event, or any day of the period.')
  eventOn: string;

  @Sent(oneOf(TrainingAudience), '培训对象，见 TrainingAudience；演练填 EMPLOYEE. A value of TrainingAudience; EMPLOYEE for a drill.')
  audience: Audience;

  @Sent(uscc, '单位的统一社会信用代码；监管部门不填. The enterprise; left out for a department.', { optional: true })
  uscc: string | null;

  @Sent(departmentCode, '监管部门代码. The department whose regulators must be trained.', { optional: true })
  departmentCode: string | null;

  @Sent(idNumber, '特定人员的公民身份号码；只存不透明标识. The identity number of a certain person; only its pseudonym is kept.', {
    optional: true,
  })
  idNumber: string | null;

  @Sent(whole(0, 1_000), '最低学时，如使用燃气的餐饮企业主要负责人 8. The hours that it takes at least.', { default: 0 })
  minHours: number;

  @Sent(regionCode, '单位或部门所在区划代码. The division of the enterprise or department.')
  regionCode: string;

  @Sent(industry, '单位行业代码 (GB/T 4754-2017). The industry of the enterprise.', { optional: true })
  industryCode: string | null;

  @Sent(listOf(text(40)), '涉及的一件事代码；文件中以分号相隔. Codes of the matters it belongs to, in a file joined by semicolons.', {
    optional: true,
  })
  matterCodes: string[] | null;

  @Sent(text(200), '依据或说明. What it rests on.', { optional: true })
  reason: string | null;
}

@InputType({ description: '演练报送. A drill as it is submitted.' })
export class DrillInput extends SubmittedInput {
  @Sent(uscc, '单位的统一社会信用代码. Who held it.')
  uscc: string;

  @Sent(oneOf(DrillKind), '演练类别，见 DrillKind. A value of DrillKind.', { default: 'EVACUATION' })
  kind: Kind;

  @Sent(date, '演练日期. The day of the drill.')
  heldOn: string;

  @Sent(whole(0, 1_000_000), '参加人数. How many took part.')
  participants: number;

  @Sent(text(500), '评估与改进. What it showed.', { optional: true })
  findings: string | null;

  @Sent(regionCode, '单位所在区划代码. The division of who held it.')
  regionCode: string;
}
