import { DeciderMustDiffer, FieldMissing, addDays, checkDay, type Acting, type Caller } from '../../kernel';
import type { DecideMatterInput } from './matter.inputs';
import type { MatterVersion } from './matter-version';
import { formOf, placed, type Identity } from './matter.rules';
import {
  GovernmentDecides,
  HandoverNotYours,
  HandoverOrder,
  MatterDeciderWrong,
  NothingHandedOver,
  NotAsked,
  ProvisionalEndWrong,
} from './refusals.rules';
import { askedAbout } from './opinion.rules';

/** The committee decides, and where a duty is unclear the government (安全生产法 第十条); never who has drafted it alone. */
export function checkDecider({ id, leadBasis, draftedBy }: MatterVersion, { caller }: Acting): void {
  const { department, subject } = caller;
  if (department !== 'SAFETY_COMMITTEE' && department !== 'GOVERNMENT')
    throw MatterDeciderWrong({ field: 'id', got: department });
  if (leadBasis === 'SIMILAR_BUSINESS' && department !== 'GOVERNMENT')
    throw GovernmentDecides({ field: 'id', got: department });
  if (draftedBy === subject) throw DeciderMustDiffer({ field: 'id', key: id, got: id });
}

/** A decision has its day, and what is approved a day from which it holds; a provisional lead ends after that. */
export function checkDays(
  { draftedOn, provisionalUntil }: MatterVersion,
  { approve, decidedOn, inForceFrom }: DecideMatterInput,
  today: string,
): void {
  checkDay('decidedOn', decidedOn, { from: draftedOn, to: today });
  if (!approve) return;
  if (inForceFrom === null) throw FieldMissing({ field: 'inForceFrom' });
  checkDay('inForceFrom', inForceFrom, { from: decidedOn });
  if (provisionalUntil !== null && provisionalUntil <= inForceFrom)
    throw ProvisionalEndWrong({ field: 'provisionalUntil', from: inForceFrom, got: provisionalUntil });
}

/** Who led in the division until the day before, if that is somebody else: what is open is handed over. */
export function formerLead(
  matter: Identity,
  versions: readonly MatterVersion[],
  { regionCode, leadDepartmentCode, kind }: MatterVersion,
  from: string,
): string | null {
  const before = formOf(matter, versions, regionCode, addDays(from, -1));
  const led = before?.versions.at(-1)?.leadDepartmentCode;
  if (led === undefined || kind === 'RETIRE') return null;
  const there = placed(led, regionCode);
  return there === leadDepartmentCode ? null : there;
}

/** Only who was asked answers. */
export function checkAsked(version: MatterVersion, { caller: { departmentCode, department } }: Acting): void {
  if (departmentCode === null || !askedAbout(version).includes(departmentCode))
    throw NotAsked({ field: 'id', key: version.id, got: departmentCode ?? department });
}

/** The former lead signs first what it hands over, and once. */
export function checkHandOver(version: MatterVersion, { caller }: Acting): void {
  const { id, formerLeadCode, handedOverOn } = version;
  requireSigner(id, formerLeadCode, caller);
  if (handedOverOn !== null)
    throw HandoverOrder({ field: 'id', key: id, state: { zh: '已签字移交', en: 'was signed already' } });
}

/** Then the new lead signs that it has it. */
export function checkTakeOver(version: MatterVersion, { caller }: Acting): void {
  const { id, formerLeadCode, leadDepartmentCode, handedOverOn, takenOverOn } = version;
  requireSigner(id, formerLeadCode && leadDepartmentCode, caller);
  if (handedOverOn === null)
    throw HandoverOrder({
      field: 'id',
      key: id,
      state: { zh: '原牵头部门尚未签字', en: 'was not signed yet by the former lead' },
    });
  if (takenOverOn !== null)
    throw HandoverOrder({ field: 'id', key: id, state: { zh: '已签字接收', en: 'was taken over already' } });
}

function requireSigner(id: string, needed: string | null, { departmentCode, department }: Caller): void {
  if (needed === null) throw NothingHandedOver({ field: 'id', key: id });
  if (departmentCode !== needed)
    throw HandoverNotYours({ field: 'id', key: id, needed, got: departmentCode ?? department });
}
