import { allDivisions } from './divisions';
import { NATIONWIDE, divisionCode, isWithin } from './region-code';

/** Of fewer subjects nothing is told to the public: whoever knows one of them would know the others. */
const LEAST_SUBJECTS = 5;

/** The divisions directly below one, down to the counties. */
let below: ReadonlyMap<string, readonly string[]> | undefined;
function divisionsBelow(code: string): readonly string[] {
  below ??= byParent();
  return below.get(code) ?? [];
}

function byParent(): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { code, level, parent, validTo } of allDivisions()) {
    if (level === 'TOWN' || validTo !== '') continue;
    const above = parent === '' ? NATIONWIDE : parent;
    children.set(above, [...(children.get(above) ?? []), code]);
  }
  return children;
}

/**
 * Of a figure that was released for several divisions, by how many subjects it is of: the divisions for which it is withheld
 * from the public all the same. Those below a county; those of 1 to 4 subjects; and, where all that is not told of a division
 * is told of but one below it, so that it could be worked out by subtraction, the next smallest as well.
 */
export function withheldAmong(subjects: ReadonlyMap<string, number>): ReadonlySet<string> {
  const released = [...subjects.keys()].sort();
  const of = (code: string) => subjects.get(code) ?? 0;
  const isSmall = (code: string) => of(code) > 0 && of(code) < LEAST_SUBJECTS;
  const hidden = new Set(released.filter((code) => divisionCode(code).length > 6 || isSmall(code)));
  const isShown = (code: string) => subjects.has(code) && !hidden.has(code);
  /** The smallest parts of a division that nothing is told of. */
  const untold = (code: string): string[] =>
    divisionsBelow(code).flatMap((child) => {
      if (isShown(child)) return [];
      return isOpened(child) ? untold(child) : [child];
    });
  const isOpened = (code: string): boolean =>
    divisionsBelow(code).some((child) => isShown(child) || isOpened(child));
  const nextSmallest = (within: string): string | undefined =>
    released
      .filter((code) => code !== within && isShown(code) && isWithin(code, within))
      // what all its parts tell of would be no secret
      .filter((code) => !isOpened(code) || untold(code).length > 0)
      .sort((a, b) => of(a) - of(b))[0];
  for (;;) {
    const derivable = released.find((code) => isShown(code) && isOpened(code) && untold(code).length === 1);
    if (derivable === undefined) return hidden;
    hidden.add(nextSmallest(derivable) ?? derivable);
  }
}
