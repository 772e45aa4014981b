import { itemById } from '../qualification/item.rules';
import type { Qualification } from '../qualification/qualification';
import { isInForce, statusOn } from '../qualification/qualification.rules';
import type { WeldingMachine, WorkCheck, WorkCheckReason } from './welding-machine';

/** 焊接与热切割作业 of the 特种作业操作证, which is what an 一芯一码 welder holds. */
const WELDING = /^SPECIAL_OPERATION:2\.\d+$/;
/** How near a reason is to being allowed. */
const NEAREST: readonly WorkCheckReason[] = ['ALLOWED', 'EXPIRED', 'SUSPENDED', 'REVOKED'];

/** 扫码作业: a registered machine and a welder with a certificate in force; the first thing that is missing is said. */
export function mayWeld(
  machine: WeldingMachine | null,
  held: readonly Qualification[] | null,
  today: string,
): WorkCheck {
  const refused = (reason: WorkCheckReason): WorkCheck => ({
    allowed: false,
    reason,
    item: null,
    expiresOn: null,
  });
  if (!machine || !isRegistered(machine, today)) return refused('MACHINE_UNREGISTERED');
  if (held === null) return refused('WELDER_UNKNOWN');
  const [nearest] = held
    .filter(({ itemId }) => WELDING.test(itemId))
    .map((by) => ({ by, reason: reasonOf(by, today) }))
    .sort((a, b) => NEAREST.indexOf(a.reason) - NEAREST.indexOf(b.reason));
  if (!nearest) return refused('NO_CERTIFICATE');
  const { by, reason } = nearest;
  return { allowed: reason === 'ALLOWED', reason, item: itemById(by.itemId), expiresOn: by.validUntil };
}

function isRegistered({ registeredOn, deregisteredOn }: WeldingMachine, today: string): boolean {
  return registeredOn <= today && (deregisteredOn === null || today <= deregisteredOn);
}

function reasonOf(qualification: Qualification, today: string): WorkCheckReason {
  const status = statusOn(qualification, today);
  if (isInForce(status)) return 'ALLOWED';
  return status === 'EXPIRED' || status === 'SUSPENDED' ? status : 'REVOKED';
}
