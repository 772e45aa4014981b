import {
  arrayOf,
  code,
  count,
  factsOf,
  objectOf,
  orNull,
  regionCode,
  wordOf,
  type ReadBy,
} from '../../kernel';
import { Enterprise, Equipment } from '../others';

/** What equipment says of a device. A word that is not understood here is no answer. */
const device = objectOf({
  status: wordOf('REGISTERED', 'IN_USE', 'SUSPENDED', 'SCRAPPED', 'CANCELLED', 'UNREGISTERED'),
  inspectionStanding: wordOf('IN_DATE', 'OVERDUE', 'FAILED', 'NEVER_INSPECTED', 'DUE_UNKNOWN'),
  lastConclusion: orNull(code(24)),
  openOrders: count,
  kind: objectOf({ code: code(4) }),
  features: orNull(arrayOf(code(24))),
  region: objectOf({ code: regionCode }),
  user: orNull(objectOf({ uscc: code(18) })),
});
/** What registry says of the enterprise that uses it. */
const user = objectOf({ status: wordOf('OPERATING', 'SUSPENDED', 'REVOKED', 'CANCELLED') });
const standing = objectOf({ halted: count, judged: count, open: count });
const deviceHazards = objectOf({ hazardStanding: standing });
const unitHazards = objectOf({ hazardStanding: standing, welding: standing });

export type DeviceFacts = ReadBy<typeof device>;
export type UserFacts = ReadBy<typeof user>;
export type HazardFacts = ReadBy<typeof standing>;

const COUNTS = '{ halted judged open }';

/** Each is asked of its owner at the moment of the answer; an owner that is silent leaves no answer. */
export const deviceFacts = factsOf(Equipment, {
  fields:
    'status inspectionStanding lastConclusion openOrders features kind { code } region { code } user { uscc }',
  facts: device,
});
export const userFacts = factsOf(Enterprise, { fields: 'status', facts: user });
export const deviceHazardFacts = factsOf(Equipment, {
  from: 'hazards',
  fields: `hazardStanding ${COUNTS}`,
  facts: deviceHazards,
});
export const unitHazardFacts = factsOf(Enterprise, {
  from: 'hazards',
  fields: `hazardStanding ${COUNTS} welding: hazardStanding(domain: WELDING) ${COUNTS}`,
  facts: unitHazards,
});
