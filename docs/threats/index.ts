import { attacks } from './attacks';
import { faults } from './faults';
import type { Threat } from './threat';

export { HELD, boundOf, type Bound, type Check, type Measured, type Threat, type Verdict } from './threat';

/** Every row is run by `npm run assure`, and by `npm test` with a small seed. */
export const threats: readonly Threat[] = [...faults, ...attacks];
