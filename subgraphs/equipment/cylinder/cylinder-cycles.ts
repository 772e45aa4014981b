import { addMonths, ruleFor, ruleOn, type LegalRule } from '../../kernel';
import { cycleNumbers } from '../cycle-numbers';
import type { GasCylinder } from './gas-cylinder';

type Gases = 'lpg' | 'acetylene' | 'corrosive' | 'cryogenic' | 'inert' | 'general';

/** What the name of the gas holds: the first that fits counts, and an empty list fits every gas. */
export const cylinderMedia: readonly (readonly [gases: Gases, media: readonly string[]])[] = [
  ['lpg', ['液化石油气', '丙烷', '丁烷']],
  ['acetylene', ['乙炔']],
  ['corrosive', ['氯', '氨', '硫化氢', '二氧化硫', '氟']],
  ['cryogenic', ['液氮', '液氩', '液氧']],
  ['inert', ['氮气', '氩', '氦', '氖', '氪', '氙']],
  ['general', []],
];

/** How long a cylinder of a gas may be used between inspections, by the rule of the day from which it is counted. */
export function cylinderRule(medium: string, since: string): LegalRule | null {
  const fitting = cylinderMedia.find(
    ([, media]) => media.length === 0 || media.some((gas) => medium.includes(gas)),
  );
  return fitting ? ruleFor(cycleNumbers, `equipment.cylinder-cycle.${fitting[0]}`, since, {}) : null;
}

/** The last day by which a cylinder must be inspected, counted from its last inspection or else from its making. */
export function cylinderDue(medium: string, since: string): string {
  return addMonths(since, cylinderRule(medium, since)?.value ?? shortest());
}

/** The rule by which a cylinder is due on its day, unless a report stated that day itself. */
export function ruleOfCylinderDue({
  medium,
  lastInspectedOn,
  manufacturedOn,
  nextInspectionDue,
}: Pick<
  GasCylinder,
  'medium' | 'lastInspectedOn' | 'manufacturedOn' | 'nextInspectionDue'
>): LegalRule | null {
  const since = lastInspectedOn ?? manufacturedOn;
  return cylinderDue(medium, since) === nextInspectionDue ? cylinderRule(medium, since) : null;
}

/** Of a cylinder that is older than every rule. */
function shortest(): number {
  const first = '2000-01-01';
  return Math.min(
    ...cylinderMedia.map(([gases]) => ruleOn(cycleNumbers, `equipment.cylinder-cycle.${gases}`, first).value),
  );
}
