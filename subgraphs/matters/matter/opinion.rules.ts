import type { DepartmentKind } from '../../kernel';
import { departmentOf } from '../department.rules';
import type { WorkStep } from '../work/work-step';
import type { MatterVersion } from './matter-version';
import { OpinionsMissing, RulingMissing } from './refusals.rules';

type Answer = Pick<WorkStep, 'step' | 'departmentCode'>;

/** Whom a draft names, and who is therefore asked: the lead, those who support it, and all who answer for a stage. */
export function askedAbout({
  leadDepartmentCode,
  cooperatingDepartmentCodes,
  storedStages,
  regionCode,
}: MatterVersion): string[] {
  const placedKinds = (kinds: readonly DepartmentKind[]) =>
    kinds.map((kind) => departmentOf(kind, regionCode));
  const ofStages = storedStages.flatMap(({ department, responsibilities = [] }) => [
    ...(department === null ? [] : [department]),
    ...responsibilities.flatMap(({ kinds }) => placedKinds(kinds)),
  ]);
  return [...new Set([leadDepartmentCode, ...cooperatingDepartmentCodes, ...ofStages])];
}

/** What each department has said last since the draft was put before them. */
export function opinionsIn(history: readonly Answer[]): Map<string, 'SIGNED' | 'OBJECTED'> {
  const since = history.map(({ step }) => step).lastIndexOf('CIRCULATED');
  const opinions = new Map<string, 'SIGNED' | 'OBJECTED'>();
  for (const { step, departmentCode } of history.slice(since + 1)) {
    if (departmentCode !== null && (step === 'SIGNED' || step === 'OBJECTED'))
      opinions.set(departmentCode, step);
  }
  return opinions;
}

/** Nothing is decided over the head of a department that still may answer, or of an objection that nobody has ruled on. */
export function checkOpinions(
  version: MatterVersion,
  history: readonly Answer[],
  ruling: string | null,
  today: string,
): void {
  const opinions = opinionsIn(history);
  const { id, answerBy } = version;
  const missing = askedAbout(version).filter((each) => !opinions.has(each));
  if (missing.length > 0 && answerBy !== null && today <= answerBy)
    throw OpinionsMissing({ field: 'id', key: id, missing: missing.join(', '), answerBy });
  const objecting = [...opinions].flatMap(([code, opinion]) => (opinion === 'OBJECTED' ? [code] : []));
  if (objecting.length > 0 && ruling === null)
    throw RulingMissing({ field: 'ruling', key: id, objecting: objecting.join(', ') });
}
