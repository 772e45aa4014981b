import { insertRows, readRecord, requireRegion, takeStep, type RequestContext, type Transaction } from '../../kernel';
import { Equipment } from '../device/equipment';
import { EquipmentChange, nextChangeId, type EquipmentStep } from './equipment-change';
import { ChangeEquipmentInput, EquipmentStepInput, RegisterEquipmentInput } from './life.inputs';
import { InspectionNeeded, checkStep, inspectionNeededSince, isLateRegistration } from './life.rules';

type Step = Exclude<EquipmentStep, 'SUBMITTED'>;
interface Decision {
  changes: Partial<Equipment>;
  late?: boolean;
}

export async function registerEquipment(context: RequestContext, sent: RegisterEquipmentInput): Promise<Equipment> {
  const input = readRecord(RegisterEquipmentInput, sent);
  const { registrationNumber, userUscc, inUseSince, on } = input;
  const status = inUseSince !== null && inUseSince <= on ? 'IN_USE' : 'REGISTERED';
  return step(context, 'registerEquipment', 'REGISTERED', input, () => ({
    changes: { registrationNumber, userUscc, status },
    late: isLateRegistration(inUseSince, on),
  }));
}

export async function changeEquipment(context: RequestContext, sent: ChangeEquipmentInput): Promise<Equipment> {
  const { code, on, reason, ...changed } = readRecord(ChangeEquipmentInput, sent);
  const changes = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null)) as Partial<Equipment>;
  // a device that moves to another division is registered there anew
  if (changed.regionCode !== null) requireRegion(context.caller, changed.regionCode, 'regionCode');
  return step(context, 'changeEquipment', 'CHANGED', { code, on, reason }, () => ({ changes }));
}

/** Resumption apart, the state that a step leads to says it all. */
export async function endUse(
  context: RequestContext,
  operation: string,
  kind: 'SUSPENDED' | 'SCRAPPED' | 'CANCELLED',
  sent: EquipmentStepInput,
): Promise<Equipment> {
  return step(context, operation, kind, readRecord(EquipmentStepInput, sent), () => ({ changes: { status: kind } }));
}

export async function resumeEquipment(context: RequestContext, sent: EquipmentStepInput): Promise<Equipment> {
  const input = readRecord(EquipmentStepInput, sent);
  return step(context, 'resumeEquipment', 'RESUMED', input, async (device, tx) => {
    const since = inspectionNeededSince(device, input.on);
    if (since !== null && !(await hasPassed(tx, device.code, since, input.on)))
      throw InspectionNeeded({ field: 'code', key: device.code, since });
    return { changes: { status: 'IN_USE' } };
  });
}

function step(
  context: RequestContext,
  operation: string,
  kind: Step,
  { code, on, reason }: EquipmentStepInput,
  decide: (device: Equipment, tx: Transaction) => Decision | Promise<Decision>,
): Promise<Equipment> {
  const noun = {
    operation,
    scope: 'decide:equipment',
    term: { zh: '特种设备', en: 'device' },
    entity: Equipment,
    key: 'code',
    value: code,
  } as const;
  return takeStep<Equipment>(context, noun, async (device, tx) => {
    checkStep(device, kind, on, context.today);
    const { changes, late = false } = await decide(device, tx);
    const toStatus = changes.status ?? device.status;
    const change = { id: await nextChangeId(tx, code), equipmentCode: code, regionCode: device.regionCode, step: kind };
    await insertRows<EquipmentChange>(tx, EquipmentChange, [
      { ...change, fromStatus: device.status, toStatus, happenedOn: on, late, reason, departmentCode: context.caller.departmentCode },
    ]);
    // a change of the registration does not begin a new state
    return kind === 'CHANGED' ? changes : { ...changes, statusSince: on };
  });
}

async function hasPassed(tx: Transaction, code: string, since: string, until: string): Promise<boolean> {
  const [found] = await tx.query(
    `SELECT FROM inspection WHERE equipment_code = $1 AND inspected_on BETWEEN $2 AND $3
       AND conclusion IN ('QUALIFIED', 'CONDITIONALLY_QUALIFIED', 'REINSPECT_QUALIFIED') LIMIT 1`,
    [code, since, until],
  );
  return found !== undefined;
}
