import {
  changeRow,
  checkDay,
  lockRow,
  procedure,
  type Acting,
  type RequestContext,
  type Taken,
  type Transaction,
} from '../../kernel';
import { requireCommittee } from '../assessment/assessment.rules';
import { checkDepartment } from '../department.rules';
import { NewRisk } from '../work/new-risk';
import type { WorkStep, WorkStepKind } from '../work/work-step';
import { recordStep } from '../work/work.history';
import {
  checkAsked,
  checkDays,
  checkDecider,
  checkHandOver,
  checkTakeOver,
  formerLead,
} from './decision.rules';
import { Matter } from './matter';
import { MatterVersion } from './matter-version';
import {
  CirculateMatterInput,
  DecideMatterInput,
  DraftStageInput,
  HandOverMatterInput,
  MatterReasonInput,
  RemoveStageInput,
  SignMatterInput,
} from './matter.inputs';
import { openUnderFormerLead } from './handover.lists';
import { governed } from './matter.lists';
import { MatterVersionStatus } from './matter.terms';
import { checkOpinions } from './opinion.rules';
import { StageNotDrafted } from './refusals.rules';
import { stageWith, stagesWith } from './stage.rules';

/** What a step says of itself on record, whatever that is called there. */
interface Said {
  reason?: string;
  note?: string | null;
  name?: string;
  answerBy?: string;
}

/** 安委办: the office of the committee drafts. */
const byOffice = (_: object, { caller }: Acting) => requireCommittee(caller);
const drafting = { from: ['DRAFTED'], to: null, scope: 'write', admit: byOffice } as const;
const answering = { from: ['CIRCULATED'], to: null, scope: 'write', admit: checkAsked } as const;

/** From the draft to the decision, and the list that is signed where the lead changes. */
export const matterSteps = procedure(
  MatterVersion,
  {
    scope: 'matters',
    key: 'id',
    states: MatterVersionStatus,
    remember: (tx, context, version, { event }: Taken<string, string, WorkStepKind>, said: Said) =>
      recordStep(tx, context, version, event, said.reason ?? said.note ?? said.name ?? said.answerBy ?? '—'),
  },
  {
    draftStage: {
      ...drafting,
      event: 'STAGED',
      says: '拟定环节（安委办）. Writes a stage of a draft; by the office of the committee.',
      input: DraftStageInput,
      decide({ storedStages, regionCode }, input) {
        if (input.department !== null) checkDepartment('department', input.department, regionCode);
        return { storedStages: stagesWith(storedStages, stageWith(input)) };
      },
    },
    removeStage: {
      ...drafting,
      event: 'STAGED',
      says: '删去拟定的环节（安委办）. Takes a stage out of a draft, of its own level only; by the office of the committee.',
      input: RemoveStageInput,
      decide({ id, storedStages }, { name }) {
        const kept = storedStages.filter((each) => each.name !== name);
        if (kept.length === storedStages.length) throw StageNotDrafted({ field: 'name', key: id, got: name });
        return { storedStages: kept };
      },
    },
    circulateMatter: {
      ...drafting,
      to: 'CIRCULATED',
      event: 'CIRCULATED',
      says: '征求意见（安委办）. Puts a draft before the departments that it names; by the office of the committee.',
      input: CirculateMatterInput,
      decide: (_, { answerBy }, { today }) => ({ answerBy: checkDay('answerBy', answerBy, { from: today }) }),
    },
    signMatter: {
      ...answering,
      event: 'SIGNED',
      says: '会签同意（被征求意见的部门）. Signs a draft; by a department that it names.',
      input: SignMatterInput,
    },
    objectToMatter: {
      ...answering,
      event: 'OBJECTED',
      says: '提出异议（被征求意见的部门）. Objects to a draft, and says why; by a department that it names.',
      input: MatterReasonInput,
    },
    reviseMatter: {
      from: ['CIRCULATED'],
      to: 'DRAFTED',
      event: 'REVISED',
      scope: 'write',
      says: '退回修改，重新征求意见（安委办）. Takes a draft back to be revised: all are asked anew.',
      input: MatterReasonInput,
      admit: byOffice,
      decide: () => ({ answerBy: null }),
    },
    withdrawMatter: {
      from: ['DRAFTED', 'CIRCULATED'],
      to: 'WITHDRAWN',
      event: 'WITHDRAWN',
      scope: 'write',
      says: '撤回草案（安委办）. Withdraws a draft; by the office of the committee.',
      input: MatterReasonInput,
      admit: byOffice,
    },
    decideMatter: {
      from: ['CIRCULATED'],
      to: ({ approve }) => (approve ? 'DECIDED' : 'REFUSED'),
      event: ({ approve }) => (approve ? 'DECIDED' : 'REFUSED'),
      scope: 'decide',
      says: '决定（安委会；职责不明确的由人民政府）. Decides on a draft; by the committee, or for an unclear duty by the government.',
      input: DecideMatterInput,
      admit: checkDecider,
      decide: decided,
    },
    handOverMatter: {
      from: ['DECIDED'],
      to: null,
      event: 'HANDED_OVER',
      scope: 'write',
      says: '签署移交清单（原牵头部门）. Signs the list of what is open; by the former lead.',
      input: HandOverMatterInput,
      admit: checkHandOver,
      async decide(version, { items }, context, tx) {
        tx.afterCommit(() => governed.forget(context));
        const open = await openUnderFormerLead(context, version);
        return { handoverItems: [...new Set([...open, ...(items ?? [])])], handedOverOn: context.today };
      },
    },
    takeOverMatter: {
      from: ['DECIDED'],
      to: null,
      event: 'TAKEN_OVER',
      scope: 'write',
      says: '签收移交清单（新牵头部门）. Signs that what is on the list was taken over; by the new lead.',
      input: SignMatterInput,
      admit: checkTakeOver,
      decide(_, __, context, tx) {
        tx.afterCommit(() => governed.forget(context));
        return { takenOverOn: context.today };
      },
    },
  },
);

async function decided(
  version: MatterVersion,
  input: DecideMatterInput,
  context: RequestContext,
  tx: Transaction,
): Promise<Partial<MatterVersion>> {
  const { caller, today } = context;
  const { approve, decidedOn, meeting, document, inForceFrom, ruling } = input;
  checkDays(version, input, today);
  const said = { decidedOn, meeting, document, ruling, decidedByCode: caller.departmentCode };
  if (!approve) return said;
  checkOpinions(version, await historyOf(tx, version.id), ruling, today);
  const former = await formerLeadOf(tx, context, version, inForceFrom ?? decidedOn);
  if (version.newRiskId !== null) await makeMatterOf(tx, context, version, version.newRiskId);
  tx.afterCommit(() => governed.forget(context));
  return { ...said, inForceFrom, formerLeadCode: former };
}

function historyOf(tx: Transaction, subject: string) {
  return tx.query<Pick<WorkStep, 'step' | 'departmentCode'>>(
    'SELECT step, department_code AS "departmentCode" FROM work_step WHERE subject_id = $1 ORDER BY nth',
    [subject],
  );
}

async function formerLeadOf(tx: Transaction, { db }: RequestContext, version: MatterVersion, from: string) {
  const matter = await lockRow(tx, db, Matter, 'code', version.matterCode);
  const versions = await tx.query<MatterVersion>(
    `SELECT ${db.columns(MatterVersion)} FROM matter_version WHERE matter_code = $1 AND status = 'DECIDED'`,
    [version.matterCode],
  );
  return matter && formerLead(matter, versions, version, from);
}

/** A new risk becomes a matter with the decision on it, and says which. */
async function makeMatterOf(tx: Transaction, context: RequestContext, version: MatterVersion, id: string) {
  const { matterCode, leadDepartmentCode, leadBasis, cooperatingDepartmentCodes } = version;
  await changeRow(tx, context, NewRisk, 'id', id, {
    status: 'ASSIGNED',
    matterCode,
    decidedOn: context.today,
    leadDepartmentCode,
    leadBasis,
    cooperatingDepartmentCodes,
  });
}
