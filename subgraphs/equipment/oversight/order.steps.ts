import { checkDay, procedure } from '../../kernel';
import { EquipmentOrder, type EquipmentOrderStatus } from './equipment-order';
import { OrderRecheckInput, OrderReportInput } from './order.inputs';
import { checkRechecker, noReportDue, nothingToRecheck, recheckDue, rechecked } from './oversight.rules';

/** 令57号: the unit reports what it has rectified, somebody else re-checks it; one that fails is rectified again. */
export const orderSteps = procedure(
  EquipmentOrder,
  {
    scope: 'equipment',
    key: 'number',
    refuse: (order, _, status: EquipmentOrderStatus) => noReportDue(order, status),
  },
  {
    reportEquipmentOrder: {
      from: ['ISSUED'],
      to: 'REPORTED',
      scope: 'write',
      says: '登记整改报告. Takes in the report of the unit.',
      input: OrderReportInput,
      decide({ issuedOn }, { on }, { caller, today }) {
        checkDay('on', on, { from: issuedOn, to: today });
        return { reportedOn: on, reportedBy: caller.subject, recheckBy: recheckDue(on).date };
      },
    },
    recheckEquipmentOrder: {
      from: ['REPORTED'],
      to: ({ result }) => (result === 'PASSED' ? 'CLOSED' : 'ISSUED'),
      scope: 'decide',
      says: '复查. Records what the re-check has found.',
      input: OrderRecheckInput,
      refuse: nothingToRecheck,
      check: (order, { caller }) => checkRechecker(order, caller.subject),
      decide: (order, found, { today }) => rechecked(order, found, today),
    },
  },
);
