import type { HazardFacts, UserFacts } from '../operator/facts';
import { isClosed, unitWarnings } from '../operator/operator.rules';
import { itemById } from '../qualification/item.rules';
import type { Qualification } from '../qualification/qualification';
import { isInForce, statusOn } from '../qualification/qualification.rules';
import type { WeldingMachine, WorkCheck, WorkCheckReason } from './welding-machine';

/** 焊接与热切割作业 of the 特种作业操作证, which is what an 一芯一码 welder holds. */
const WELDING = /^SPECIAL_OPERATION:2\.\d+$/;
/** How near a reason is to being allowed. */
const NEAREST: readonly WorkCheckReason[] = ['ALLOWED', 'EXPIRED', 'SUSPENDED', 'REVOKED'];

/** What registry and hazards say of who owns a machine: its state in the register (null if it is unknown there) and its hazards, those of welding apart. */
export interface Owner {
  user: UserFacts | null;
  unit: HazardFacts;
  welding: HazardFacts;
}

/**
 * 扫码作业: a registered machine, an owner that may have work done with it (null for one that states none, as of a person who
 * works alone), and a welder with a certificate in force. The first thing that is missing is the reason.
 */
export function mayWeld(
  machine: WeldingMachine | null,
  owner: Owner | null,
  held: readonly Qualification[] | null,
  today: string,
): WorkCheck {
  const { reason, by } = paperOf(held, today);
  const isRegistered = machine !== null && isOnPlatform(machine, today);
  const grounds: WorkCheckReason[] = [
    ...(isRegistered ? [] : (['MACHINE_UNREGISTERED'] as const)),
    ...(owner === null ? [] : groundsOf(owner)),
    ...(reason === 'ALLOWED' ? [] : [reason]),
  ];
  return {
    allowed: grounds.length === 0,
    reason: grounds[0] ?? 'ALLOWED',
    grounds,
    warnings:
      owner === null ? [] : unitWarnings(owner.user, owner.unit, { open: 0, halted: owner.welding.halted }),
    item: isRegistered && by ? itemById(by.itemId) : null,
    expiresOn: isRegistered && by ? by.validUntil : null,
  };
}

function groundsOf({ user, welding }: Owner): WorkCheckReason[] {
  const grounds: (WorkCheckReason | false)[] = [
    user === null && 'OWNER_UNKNOWN',
    user !== null && isClosed(user) && 'OWNER_CLOSED',
    welding.halted > 0 && 'WORK_HALTED',
    welding.judged > 0 && 'MAJOR_HAZARD',
  ];
  return grounds.filter((ground) => typeof ground === 'string');
}

/** Of several certificates, the one that lacks least. */
function paperOf(
  held: readonly Qualification[] | null,
  today: string,
): { reason: WorkCheckReason; by: Qualification | null } {
  if (held === null) return { reason: 'WELDER_UNKNOWN', by: null };
  const [nearest] = held
    .filter(({ itemId }) => WELDING.test(itemId))
    .map((by) => ({ by, reason: reasonOf(by, today) }))
    .sort((a, b) => NEAREST.indexOf(a.reason) - NEAREST.indexOf(b.reason));
  return nearest ?? { reason: 'NO_CERTIFICATE', by: null };
}

function isOnPlatform({ registeredOn, deregisteredOn }: WeldingMachine, today: string): boolean {
  return registeredOn <= today && (deregisteredOn === null || today <= deregisteredOn);
}

function reasonOf(qualification: Qualification, today: string): WorkCheckReason {
  const status = statusOn(qualification, today);
  if (isInForce(status)) return 'ALLOWED';
  return status === 'EXPIRED' || status === 'SUSPENDED' ? status : 'REVOKED';
}
