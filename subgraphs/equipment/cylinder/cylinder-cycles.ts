import { addMonths } from '../../kernel';

/**
 * How long a cylinder may be used between inspections, by its gas. Versioned like the cycles of devices;
 * none of the values was seen in a public source.
 */
export interface CylinderCycle {
  id: string;
  /** What the name of the gas holds; the first rule that fits counts, and an empty list fits every gas. */
  media: readonly string[];
  effectiveFrom: string;
  /** The last day, or null while it is in force. */
  effectiveTo: string | null;
  unit: 'MONTH';
  value: number;
  source: string;
  verified: boolean;
}

const UNSEEN = { effectiveFrom: '2000-01-01', effectiveTo: null, unit: 'MONTH', verified: false } as const;

export const cylinderCycles: readonly CylinderCycle[] = [
  { ...UNSEEN, id: 'lpg', media: ['液化石油气', '丙烷', '丁烷'], value: 48, source: '液化石油气瓶' },
  { ...UNSEEN, id: 'acetylene', media: ['乙炔'], value: 36, source: '溶解乙炔气瓶' },
  {
    ...UNSEEN,
    id: 'corrosive',
    media: ['氯', '氨', '硫化氢', '二氧化硫', '氟'],
    value: 24,
    source: '腐蚀性气体',
  },
  {
    ...UNSEEN,
    id: 'inert',
    media: ['氮气', '液氮', '氩', '氦', '氖', '氪', '氙'],
    value: 60,
    source: '惰性气体',
  },
  { ...UNSEEN, id: 'general', media: [], value: 36, source: '一般气体（氧气等）' },
];

/** The last day by which a cylinder must be inspected, counted from its last inspection or else from its making. */
export function cylinderDue(medium: string, since: string): string {
  const cycle = cylinderCycles.find(
    ({ media, effectiveFrom, effectiveTo }) =>
      (media.length === 0 || media.some((gas) => medium.includes(gas))) &&
      effectiveFrom <= since &&
      (effectiveTo === null || since <= effectiveTo),
  );
  return addMonths(since, cycle?.value ?? SHORTEST);
}

/** Of a cylinder that is older than every rule. */
const SHORTEST = Math.min(...cylinderCycles.map(({ value }) => value));
