import { randomBytes, randomUUID } from 'node:crypto';
import sql, { raw } from 'sql-template-tag';
import { ID, InputType } from 'type-graphql';
import {
  Asked,
  Throttle,
  Yuan,
  audit,
  page,
  pseudonym,
  readRecord,
  seal,
  takeStep,
  text,
  within,
  yuan,
  type Caller,
  type DepartmentKind,
  type PageArgs,
  type RequestContext,
  type Submission,
} from '../../kernel';
import { checkHandler } from '../case/case.rules';
import { DatesOutOfOrder } from '../case/case-submission.rules';
import { ownRow } from '../own-rows';
import { TIPS, Tip, TipInput, TipRecordInput, type TipReceipt } from './tip';
import { checkKeeper, checkReward, tipAfter, type TipStep } from './tip.rules';

@InputType({ description: '举报办理步骤. A step of a tip.' })
export class TipStepInput {
  @Asked(() => ID, text(130), '举报编号. The tip.')
  id: string;
}

@InputType({ description: '查证属实. A tip that was found true.' })
export class VerifyTipInput extends TipStepInput {
  @Asked(() => ID, text(64), '案号. The case that it led to.', { optional: true })
  caseNumber: string | null;

  @Asked(() => ID, text(64), '隐患编号. The hazard that it led to.', { optional: true })
  hazardNumber: string | null;
}

@InputType({ description: '举报奖励. A reward.' })
export class RewardTipInput extends TipStepInput {
  @Asked(() => Yuan, yuan, '奖励金额. Its amount.')
  amount: string;
}

const tipping = new Throttle(10, 3600);
const following = new Throttle(60, 60);
const RECEIPT_BYTES = 12;

/** 举报: from anyone. Who reported is sealed in a table that no statement for an answer reads. */
export async function submitTip(context: RequestContext, sent: TipInput): Promise<TipReceipt> {
  await tipping.take(context);
  const { department, reporterName, reporterContact, ...stated } = readRecord(TipInput, sent);
  checkKeeper(department);
  const [id, receiptCode] = [randomUUID(), randomBytes(RECEIPT_BYTES).toString('hex')];
  const reporter = [reporterName, reporterContact].filter((each) => each !== null);
  await context.db.transaction(async (tx) => {
    const row = { ...ownRow(id), ...stated, id, departmentKind: department, ...begun(context, receiptCode), named: reporterName !== null };
    await insertTip(tx, row, context.today);
    if (reporter.length > 0) {
      const sealed = seal(JSON.stringify({ reporterName, reporterContact }), context.settings.dataKey);
      await tx.query('INSERT INTO tip_reporter (tip_id, sealed) VALUES ($1, $2)', [id, sealed]);
    }
    await audit(tx, context, { operation: 'submitTip', subjects: [id], outcome: 'received' });
  });
  return { receiptCode, status: 'RECEIVED' };
}
