import { isWithin } from '../../kernel';
import type { Qualification } from '../qualification/qualification';
import { isInForce, statusOn } from '../qualification/qualification.rules';
import type { DeviceFacts, HazardFacts, UserFacts } from './facts';
import type { AuthorisationReason, OperationWarning } from './operator';

interface Verdict {
  reason: AuthorisationReason;
  /** The qualification that decided. */
  by: Qualification | null;
}
/** What a paper must fit: the items that the kind asks for (null if it does not tell them), who uses the device, and where. */
export interface Work {
  items: readonly string[] | null;
  userUscc: string | null;
  regionCode: string;
}

/** How near a reason is to being allowed: of several certificates, the one that lacks least is spoken of. */
const NEAREST: readonly AuthorisationReason[] = [
  'AUTHORISED',
  'WORKS_ELSEWHERE',
  'NOT_EMPLOYED_BY_USER',
  'EXPIRED',
  'SUSPENDED',
  'REVOKED',
];

/**
 * Whether a person’s paper fits kind, item, place and day: a certificate of an item that the kind asks for, in force, in the
 * employ of who uses the device, to work where it stands (特种设备安全法 第十四条; TSG Z6001: 聘用). A kind that asks for no
 * item may be operated without.
 */
export function paperFor(
  qualifications: readonly Qualification[],
  { items, userUscc, regionCode }: Work,
  today: string,
): Verdict {
  if (items === null) return { reason: 'KIND_UNCLEAR', by: null };
  if (items.length === 0) return { reason: 'NO_CERTIFICATE_NEEDED', by: null };
  const [nearest] = qualifications
    .filter(({ itemId }) => items.includes(itemId))
    .map((by) => ({ by, reason: reasonOf(by, userUscc, regionCode, today) }))
    .sort((a, b) => NEAREST.indexOf(a.reason) - NEAREST.indexOf(b.reason));
  return nearest ?? { reason: 'NO_CERTIFICATE', by: null };
}

function reasonOf(
  qualification: Qualification,
  userUscc: string | null,
  place: string,
  today: string,
): AuthorisationReason {
  const status = statusOn(qualification, today);
  if (!isInForce(status)) return status === 'EXPIRED' || status === 'SUSPENDED' ? status : 'REVOKED';
  const { employerUscc, regionCode } = qualification;
  if (employerUscc === null || employerUscc !== userUscc) return 'NOT_EMPLOYED_BY_USER';
  return worksThere(regionCode, place) ? 'AUTHORISED' : 'WORKS_ELSEWHERE';
}

/** Whether somebody who works in a division works at a place: the one lies in the other. `worksAt` of operator.lists.ts is the same rule in SQL. */
export function worksThere(regionCode: string, place: string): boolean {
  return isWithin(place, regionCode) || isWithin(regionCode, place);
}

/** What the owners say of a device and its user; of a user that is not stated, or that nobody knows, nothing. */
export interface Use {
  device: DeviceFacts;
  hazards: HazardFacts;
  user: UserFacts | null;
  unit: HazardFacts | null;
}

const BY_STATUS: Record<DeviceFacts['status'], AuthorisationReason | null> = {
  REGISTERED: null,
  IN_USE: null,
  SUSPENDED: 'DEVICE_SUSPENDED',
  SCRAPPED: 'DEVICE_SCRAPPED',
  CANCELLED: 'DEVICE_CANCELLED',
  UNREGISTERED: 'DEVICE_UNREGISTERED',
};
const BY_STANDING: Record<DeviceFacts['inspectionStanding'], AuthorisationReason | null> = {
  IN_DATE: null,
  OVERDUE: 'INSPECTION_OVERDUE',
  FAILED: 'INSPECTION_FAILED',
  NEVER_INSPECTED: 'NEVER_INSPECTED',
  DUE_UNKNOWN: 'INSPECTION_DUE_UNKNOWN',
};

/** Whether the licence of a unit is revoked, or the unit struck off. */
export function isClosed({ status }: UserFacts): boolean {
  return status === 'REVOKED' || status === 'CANCELLED';
}

/** What stands against the use of a device, whoever uses it (特种设备安全法 第四十条、第四十八条; 安全生产法 第六十五条). */
export function groundsAgainst({ device, hazards, user }: Use): AuthorisationReason[] {
  const grounds: (AuthorisationReason | false | null)[] = [
    BY_STATUS[device.status],
    BY_STANDING[device.inspectionStanding],
    hazards.halted > 0 && 'USE_HALTED',
    hazards.judged > 0 && 'MAJOR_HAZARD',
    user !== null && isClosed(user) && 'USER_CLOSED',
  ];
  return grounds.filter((ground) => typeof ground === 'string');
}

/** What the unit has besides what is about the device itself, and what else is good to know before working. */
export function warningsOf({ device, hazards, user, unit }: Use): OperationWarning[] {
  const warnings: (OperationWarning | false | undefined)[] = [
    hazards.open > hazards.judged && 'DEVICE_HAZARD',
    ...unitWarnings(user, unit, hazards),
    device.lastConclusion === 'CONDITIONALLY_QUALIFIED' && 'INSPECTED_UNDER_CONDITIONS',
    device.openOrders > 0 && 'ORDER_OPEN',
  ];
  return warnings.filter((warning) => typeof warning === 'string');
}

/** @param own what of the unit’s hazards is spoken of already */
export function unitWarnings(
  user: UserFacts | null,
  unit: HazardFacts | null,
  own: Pick<HazardFacts, 'open' | 'halted'>,
): OperationWarning[] {
  const warnings: (OperationWarning | false)[] = [
    unit !== null && unit.open > own.open && 'UNIT_HAZARD',
    unit !== null && unit.halted > own.halted && 'UNIT_HALTED',
    user?.status === 'SUSPENDED' && 'UNIT_SUSPENDED',
  ];
  return warnings.filter((warning) => typeof warning === 'string');
}

/** All that stands against it, the device before its operator; whoever has nothing against them may. */
export function authorised(use: Use, paper: Verdict) {
  const isFit = paper.reason === 'AUTHORISED' || paper.reason === 'NO_CERTIFICATE_NEEDED';
  const grounds: AuthorisationReason[] = [
    ...groundsAgainst(use),
    ...(isFit ? [] : [paper.reason]),
    ...(use.user === null ? (['USER_UNKNOWN'] as const) : []),
  ];
  return {
    allowed: grounds.length === 0,
    reason: grounds[0] ?? paper.reason,
    grounds,
    warnings: warningsOf(use),
  };
}
