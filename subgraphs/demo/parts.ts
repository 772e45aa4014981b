import type { DepartmentKind } from '../kernel';
import type { DemoDevice } from './devices';
import { enforcementCases } from './enforcement-cases';
import { enforcementInspections } from './enforcement-inspections';
import type { DemoEnterprise } from './enterprises';
import type { Places } from './places';

/** A block of enterprises, with what was made for them so far. */
export interface DemoBlock {
  seed: number;
  asOf: string;
  places: Places;
  enterprises: readonly DemoEnterprise[];
  devices: readonly DemoDevice[];
}

/** Records on their way to a submission, by the kind of department that keeps them. */
export interface Sending {
  kind: string;
  records: readonly object[];
  department?: DepartmentKind;
}

/**
 * What other departments know of a block of enterprises. Each row depends on the seed and its enterprise only; all of it
 * is sent after the enterprises, their devices and inspections, in this order.
 */
export interface DemoPart {
  make(block: DemoBlock): readonly Sending[];
  /** Rows that show a boundary, made once, whatever the scale. */
  edgeCases?(block: DemoBlock): readonly Sending[];
}

export const parts: readonly DemoPart[] = [enforcementCases, enforcementInspections];
