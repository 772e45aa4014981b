import type { DepartmentKind } from '../kernel';
import type { DemoDevice } from './devices';
import type { DemoEnterprise } from './enterprises';
import { mattersPart } from './matters';
import type { Places } from './places';
import { qualityDemo } from './quality';
import { training } from './training';
import { equipmentPart } from './equipment';
import { fire } from './fire';
import { hazards } from './hazards';
import { credit } from './credit';
import { enforcementCases } from './enforcement-cases';
import { enforcementInspections } from './enforcement-inspections';

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

/** A step of a workflow, taken by an officer of a division. */
export interface Act {
  subgraph: string;
  department: DepartmentKind;
  region: string;
  officer: string;
  scope: string;
  query: string;
  variables: Record<string, unknown>;
  /** The code that says that it was taken before: data may be loaded again. */
  before?: string;
}

/**
 * What other departments know of a block of enterprises. Each row depends on the seed and its enterprise only; all of it
 * is sent after the enterprises, their devices and inspections, in this order.
 */
export interface DemoPart {
  make(block: DemoBlock): readonly Sending[];
  /** Rows that show a boundary, made once, whatever the scale. */
  edgeCases?(block: DemoBlock): readonly Sending[];
  /** Steps of workflows that follow them, taken once. */
  acts?(block: DemoBlock): readonly Act[];
}

export const parts: readonly DemoPart[] = [
  mattersPart,
  qualityDemo,
  training,
  equipmentPart,
  // what a hazard is about is asked as it arrives: key fire units are there before
  fire,
  hazards,
  credit,
  enforcementCases,
  enforcementInspections,
];
