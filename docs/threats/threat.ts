/** What `npm run assure` runs: test files, all of their tests or those of one title, or a command of package.json. */
export type Check =
  | { tests: readonly string[]; only?: string; env?: Record<string, string> }
  | { command: string; args: readonly string[] };

/** What a check must have measured, by the name that it gives it (tests/support/figure.ts). */
export interface Bound {
  figure: string;
  unit?: string;
  /** At most, or at least, this. */
  most?: number;
  least?: number;
  /** What was measured several times is added up; the worst counts otherwise. */
  sum?: true;
}

/** A fault or an attack, what must happen, and how far it is allowed to go. */
export interface Threat {
  name: string;
  threat: string;
  must: string;
  checks: readonly Check[];
  bounds: readonly Bound[];
}

/** How many tests have passed, of all that were to run: told by jest, and so by every check of test files. */
export const HELD = 'tests that hold';

export const supergraph = (...names: string[]) => names.map((name) => `tests/supergraph/${name}.test.ts`);
export const subgraphs = (...names: string[]) => names.map((name) => `tests/subgraphs/${name}.test.ts`);
export const held = (least: number): Bound => ({ figure: HELD, least, sum: true });
export const none = (figure: string): Bound => ({ figure, most: 0, sum: true });

export interface Measured {
  figure: string;
  /** None where nobody has measured it. */
  value: number | null;
  bound: string;
  holds: boolean;
}
export interface Verdict {
  holds: boolean;
  measured: Measured[];
  failed: readonly string[];
}

/** As it is told: "at most 5000 ms". */
export function boundOf({ figure, most, least, unit }: Bound): string {
  const of = unit === undefined ? '' : ` ${unit}`;
  if (figure === HELD) return `all, at least ${least ?? 1}`;
  if (most === least || most === 0) return `${most}${of}`;
  return most === undefined ? `at least ${least}${of}` : `at most ${most}${of}`;
}
