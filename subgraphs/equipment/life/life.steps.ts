import {
  checkDay,
  insertRows,
  procedure,
  requireRegion,
  valuesOf,
  type ErrorDetails,
  type CatalogueError,
  type ProcedureStep,
  type Taken,
  type Transaction,
} from '../../kernel';
import { Equipment, type EquipmentStatus } from '../device/equipment';
import { standingOn } from '../device/equipment.rules';
import { InspectionKind, PASSED } from '../inspection/inspection.terms';
import { nextChangeId } from './change-history';
import { EquipmentChange, type EquipmentStep } from './equipment-change';
import { ChangeEquipmentInput, EquipmentStepInput, RegisterEquipmentInput } from './life.inputs';
import {
  AlreadyRegistered,
  AlreadySuspended,
  InspectionNeeded,
  BEFORE_USE,
  NotSuspended,
  RegistrationNeedsInspection,
  inspectionNeededSince,
  isLateRegistration,
  mayBeUsed,
  refusedIn,
  statusOnRegistration,
} from './life.rules';

const ANY_KIND = valuesOf(InspectionKind);
type Stated = InstanceType<typeof EquipmentStepInput>;
type LifeStep<Input extends object> = ProcedureStep<Equipment, EquipmentStatus, Input, EquipmentStep>;

/** Every step is a decision, and taken on a day between the last one and today. */
function step<Input extends Stated>({ decide, ...row }: Omit<LifeStep<Input>, 'scope'>): LifeStep<Input> {
  return {
    ...row,
    scope: 'decide',
    decide(device, input, context, tx) {
      checkDay('on', input.on, { from: device.statusSince, to: context.today });
      return decide?.(device, input, context, tx) ?? {};
    },
  };
}

/** What a step that a registered device need not take is refused with. */
function unless(refusal: (details: ErrorDetails) => CatalogueError) {
  return (device: Equipment, status: EquipmentStatus) => refusedIn(device, status, refusal);
}

export const lifeSteps = procedure(
  Equipment,
  {
    scope: 'equipment',
    key: 'code',
    refuse: (device, _, status: EquipmentStatus) => refusedIn(device, status),
    async remember(
      tx,
      context,
      { code, regionCode },
      { event, from, to }: Taken<string, EquipmentStatus, EquipmentStep>,
      input,
    ) {
      const { on, reason } = input;
      const late = 'inUseSince' in input && isLateRegistration(input.inUseSince, on);
      const change = {
        id: await nextChangeId(tx, code),
        equipmentCode: code,
        regionCode,
        step: event,
        fromStatus: from,
        toStatus: to,
      };
      await insertRows(tx, context, EquipmentChange, [
        { ...change, happenedOn: on, late, reason, departmentCode: context.caller.departmentCode },
      ]);
      // a change of the registration does not begin a new state
      return from === to ? {} : { statusSince: on };
    },
  },
  {
    registerEquipment: step({
      from: ['UNREGISTERED'],
      to: statusOnRegistration,
      event: 'REGISTERED',
      says: '办理使用登记. Registers a device for use.',
      input: RegisterEquipmentInput,
      refuse: unless(AlreadyRegistered),
      async decide(device, { on, registrationNumber, userUscc }, _, tx) {
        const passed = mayBeUsed(device, on) && (await hasPassed(tx, device.code, BEFORE_USE, [null, on]));
        if (!passed)
          throw RegistrationNeedsInspection({
            field: 'code',
            key: device.code,
            standing: standingOn(device, on),
          });
        return { registrationNumber, userUscc };
      },
    }),
    changeEquipment: step({
      from: ['REGISTERED', 'IN_USE', 'SUSPENDED'],
      to: null,
      event: 'CHANGED',
      says: '办理变更登记. Changes the registration of a device.',
      input: ChangeEquipmentInput,
      decide(_, { userUscc, regionCode, location, registrationNumber }, { caller }) {
        // a device that moves to another division is registered there anew
        if (regionCode !== null) requireRegion(caller, regionCode, 'regionCode');
        const changed = { userUscc, regionCode, location, registrationNumber };
        return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
      },
    }),
    suspendEquipment: step({
      from: ['REGISTERED', 'IN_USE'],
      to: 'SUSPENDED',
      event: 'SUSPENDED',
      says: '办理停用. Puts a device out of use for a time.',
      input: EquipmentStepInput,
      refuse: unless(AlreadySuspended),
    }),
    resumeEquipment: step({
      from: ['SUSPENDED'],
      to: 'IN_USE',
      event: 'RESUMED',
      says: '办理重新启用. Puts a suspended device in use again.',
      input: EquipmentStepInput,
      refuse: unless(NotSuspended),
      async decide(device, { on }, _, tx) {
        const since = inspectionNeededSince(device, on);
        const passed =
          since === null ||
          (mayBeUsed(device, on) && (await hasPassed(tx, device.code, ANY_KIND, [since, on])));
        if (!passed) throw InspectionNeeded({ field: 'code', key: device.code, since });
        return {};
      },
    }),
    scrapEquipment: step({
      from: ['UNREGISTERED', 'REGISTERED', 'IN_USE', 'SUSPENDED'],
      to: 'SCRAPPED',
      event: 'SCRAPPED',
      says: '办理报废. Records that a device is scrapped.',
      input: EquipmentStepInput,
    }),
    cancelEquipment: step({
      from: ['REGISTERED', 'IN_USE', 'SUSPENDED', 'SCRAPPED'],
      to: 'CANCELLED',
      event: 'CANCELLED',
      says: '办理注销. Cancels the registration of a device.',
      input: EquipmentStepInput,
    }),
  },
);

/** Whether an inspection of one of these kinds was passed between two days; whatever it stands for may have run out since. */
async function hasPassed(
  tx: Transaction,
  code: string,
  kinds: readonly InspectionKind[],
  [since, until]: readonly [string | null, string],
): Promise<boolean> {
  const [found] = await tx.query(
    `SELECT FROM inspection WHERE equipment_code = $1 AND kind = ANY($2) AND inspected_on >= coalesce($3, inspected_on)
       AND inspected_on <= $4 AND duplicate_of IS NULL AND conclusion = ANY($5) LIMIT 1`,
    [code, kinds, since, until, PASSED],
  );
  return found !== undefined;
}
