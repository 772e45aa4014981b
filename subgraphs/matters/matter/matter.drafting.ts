import { randomUUID } from 'node:crypto';
import {
  NotFound,
  audit,
  defineVerb,
  insertRows,
  isWithin,
  journalSubject,
  lockRow,
  requireRegion,
  requireScope,
  termOf,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { requireCommittee } from '../assessment/assessment.rules';
import { NewRisk } from '../work/new-risk';
import { recordStep } from '../work/work.history';
import { checkLead } from '../work/work.rules';
import { Matter } from './matter';
import { MatterVersion } from './matter-version';
import { ChangeMatterInput, CreateMatterInput, RetireMatterInput } from './matter.inputs';
import { NO_SCOPE, formOf, inForce, matterAs, placed } from './matter.rules';
import type { MatterVersionKind } from './matter.terms';
import { MatterCodeTaken, MatterDraftOpen, MatterNotOfPlace } from './refusals.rules';

interface Stated {
  code: string;
  regionCode: string;
  sourceDocument: string;
  sourcePhrase: string;
  reason: string;
}
/** What a draft says besides who has drafted it, when and why. */
type Drafted = Pick<
  MatterVersion,
  | 'name'
  | 'leadDepartmentCode'
  | 'leadBasis'
  | 'provisionalUntil'
  | 'cooperatingDepartmentCodes'
  | 'storedStages'
  | 'scope'
> & { newRiskId?: string | null };

export const createMatter = defineVerb({
  name: 'createMatter',
  done: 'creationDrafted',
  says: '设立事项：起草（安委办），经会签、决定后生效. Drafts a new matter; by the office of the committee. It is one once that is decided.',
  input: CreateMatterInput,
  returns: () => Matter,
  run: (context, input) =>
    draft(context, 'CREATE', input, async (tx, known) => {
      if (known.length > 0) throw MatterCodeTaken({ field: 'code', got: input.code });
      await checkNewRisk(tx, context, input.newRisk);
      return {
        name: input.name,
        leadDepartmentCode: input.leadDepartment,
        leadBasis: input.basis,
        provisionalUntil: input.provisionalUntil,
        cooperatingDepartmentCodes: input.cooperatingDepartments ?? [],
        storedStages: [],
        scope: scopeOf(input, NO_SCOPE),
        newRiskId: input.newRisk,
      };
    }),
});

export const changeMatter = defineVerb({
  name: 'changeMatter',
  done: 'changeDrafted',
  says: '调整事项：起草（安委办），下级可明确本级牵头部门、增设环节. Drafts a change; by the office of the committee. A division below says who leads there and may add stages.',
  input: ChangeMatterInput,
  returns: () => Matter,
  run: (context, input) =>
    draft(context, 'CHANGE', input, (_, known, matter) => {
      const own = presentIn(context, matter, known, input.regionCode);
      return {
        name: input.name ?? own.name,
        leadDepartmentCode: input.leadDepartment ?? own.leadDepartmentCode,
        leadBasis: input.basis ?? own.leadBasis,
        provisionalUntil: input.leadDepartment === null ? own.provisionalUntil : input.provisionalUntil,
        cooperatingDepartmentCodes: input.cooperatingDepartments ?? own.cooperatingDepartmentCodes,
        storedStages: own.storedStages,
        scope: scopeOf(input, own.scope),
      };
    }),
});

export const retireMatter = defineVerb({
  name: 'retireMatter',
  done: 'retirementDrafted',
  says: '撤销事项或者本级的增设：起草（安委办）. Drafts the end of a matter, or of what a division has added to it; by the office of the committee.',
  input: RetireMatterInput,
  returns: () => Matter,
  run: (context, input) =>
    draft(context, 'RETIRE', input, (_, known) => {
      const own = inForce(known, input.regionCode, context.today);
      if (!own || own.kind === 'RETIRE')
        throw MatterNotOfPlace({ field: 'regionCode', key: input.code, got: input.regionCode });
      return own;
    }),
});

/** Puts a draft beside what was decided: one at a time of each matter and division. */
function draft(
  context: RequestContext,
  kind: MatterVersionKind,
  stated: Stated,
  say: (tx: Transaction, known: MatterVersion[], matter: Matter) => Drafted | Promise<Drafted>,
): Promise<Matter> {
  const { caller, today, db } = context;
  const { code, regionCode, sourceDocument, sourcePhrase, reason } = stated;
  requireScope(caller, 'write:matters');
  requireCommittee(caller);
  requireRegion(caller, regionCode, 'regionCode');
  return db.transaction(async (tx) => {
    const matter = await matterFor(tx, context, kind, stated);
    const all = await tx.query<MatterVersion>(
      `SELECT ${db.columns(MatterVersion)} FROM matter_version WHERE matter_code = $1 ORDER BY nth`,
      [code],
    );
    refuseSecond(all, stated);
    const said = await say(
      tx,
      all.filter(({ status }) => status === 'DECIDED'),
      matter,
    );
    const { leadDepartmentCode: leadDepartment, cooperatingDepartmentCodes: cooperatingDepartments } = said;
    checkLead({ leadDepartment, cooperatingDepartments }, regionCode);
    const version: MatterVersion = {
      ...NOT_DECIDED,
      ...said,
      id: `MV-${randomUUID()}`,
      matterCode: code,
      nth: (all.at(-1)?.nth ?? 0) + 1,
      kind,
      regionCode,
      status: 'DRAFTED',
      leadVerified: true,
      sourceDocument,
      sourcePhrase,
      reason,
      draftedBy: caller.subject,
      draftingDepartmentCode: caller.departmentCode,
      draftedOn: today,
      newRiskId: said.newRiskId ?? null,
      handoverItems: [],
      steps: 0,
    };
    const { steps } = await recordStep(tx, context, version, 'DRAFTED', reason);
    await insertRows(tx, context, MatterVersion, [{ ...version, steps }]);
    await audit(tx, context, {
      operation: `${kind.toLowerCase()}Matter`,
      subjects: [journalSubject(MatterVersion, version)],
      outcome: 'done',
    });
    return matterAs(matter, version, 'DRAFTED');
  });
}

const NOT_DECIDED = {
  answerBy: null,
  decidedByCode: null,
  decidedOn: null,
  meeting: null,
  document: null,
  ruling: null,
  inForceFrom: null,
  formerLeadCode: null,
  handedOverOn: null,
  takenOverOn: null,
} as const;

/** The matter that a draft is about, held until the draft stands; a new one takes its code with its first draft. */
async function matterFor(
  tx: Transaction,
  { db }: RequestContext,
  kind: MatterVersionKind,
  { code, regionCode }: Stated,
): Promise<Matter> {
  if (kind === 'CREATE')
    await tx.query(
      `INSERT INTO matter (code, region_code) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET region_code = excluded.region_code
       WHERE NOT EXISTS (SELECT FROM matter_version WHERE matter_code = $1 AND status IN ('DRAFTED', 'CIRCULATED', 'DECIDED'))`,
      [code, regionCode],
    );
  const matter = await lockRow(tx, db, Matter, 'code', code);
  if (!matter) throw NotFound({ field: 'code', term: termOf(Matter), got: code });
  return matter;
}

function refuseSecond(all: readonly MatterVersion[], { code, regionCode }: Stated): void {
  const open = all.find(
    (each) => each.regionCode === regionCode && (each.status === 'DRAFTED' || each.status === 'CIRCULATED'),
  );
  if (open) throw MatterDraftOpen({ field: 'code', key: code, region: regionCode, draft: open.id });
}

/** What a change begins with: what the division itself has decided, or else what those above have, and nothing of its own yet. */
function presentIn(
  { today }: RequestContext,
  matter: Matter,
  known: readonly MatterVersion[],
  region: string,
): Drafted {
  const own = inForce(known, region, today);
  if (own && own.kind !== 'RETIRE') return own;
  const form = isWithin(region, matter.regionCode) ? formOf(matter, known, region, today) : null;
  const above = form?.status === 'IN_FORCE' ? form.versions.at(-1) : undefined;
  if (!above) throw MatterNotOfPlace({ field: 'regionCode', key: matter.code, got: region });
  const { name, leadBasis, provisionalUntil, leadDepartmentCode, cooperatingDepartmentCodes } = above;
  return {
    name,
    leadBasis,
    provisionalUntil,
    storedStages: [],
    scope: NO_SCOPE,
    leadDepartmentCode: placed(leadDepartmentCode, region),
    cooperatingDepartmentCodes: cooperatingDepartmentCodes.map((each) => placed(each, region)),
  };
}

type Scoped = Partial<{ [Part in keyof MatterVersion['scope']]: MatterVersion['scope'][Part] | null }>;

function scopeOf(stated: Scoped, otherwise: MatterVersion['scope']): MatterVersion['scope'] {
  return {
    equipmentKinds: stated.equipmentKinds ?? otherwise.equipmentKinds,
    productCategories: stated.productCategories ?? otherwise.productCategories,
    industries: stated.industries ?? otherwise.industries,
    roles: stated.roles ?? otherwise.roles,
    hazardDomains: stated.hazardDomains ?? otherwise.hazardDomains,
  };
}

async function checkNewRisk(tx: Transaction, { db }: RequestContext, id: string | null): Promise<void> {
  if (id === null) return;
  const risk = await lockRow(tx, db, NewRisk, 'id', id);
  if (!risk) throw NotFound({ field: 'newRisk', term: termOf(NewRisk), got: id });
}
