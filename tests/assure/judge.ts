import { boundOf, type Bound, type Threat, type Verdict } from '../../docs/threats';

/** What the checks of one row have come to. */
export interface Findings {
  figures: readonly { name: string; value: number }[];
  /** Tests that failed and commands that ended with anything but 0; a check that ran nothing, too. */
  failed: readonly string[];
}
/** A row holds if no check failed and every figure was measured and is within its bound: what is not known is not well. */
export function judge({ bounds }: Pick<Threat, 'bounds'>, { figures, failed }: Findings): Verdict {
  const measured = bounds.map((bound) => {
    const values = figures.filter(({ name }) => name === bound.figure).map(({ value }) => value);
    const value = values.length === 0 ? null : worst(values, bound);
    const { most = Infinity, least = -Infinity } = bound;
    return {
      figure: bound.figure,
      value,
      bound: boundOf(bound),
      holds: value !== null && value <= most && value >= least,
    };
  });
  return { holds: failed.length === 0 && measured.every(({ holds }) => holds), measured, failed };
}

function worst(values: readonly number[], { sum, most }: Bound): number {
  if (sum) return Math.round(values.reduce((all, each) => all + each, 0) * 10) / 10;
  return most === undefined ? Math.min(...values) : Math.max(...values);
}
