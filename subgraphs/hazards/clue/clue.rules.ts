import type { Acting } from '../../kernel';
import type { HazardClue } from './clue';
import { NotCompetent } from '../hazard/refusals.rules';

/** What the report says, as far as a clue rests on it. */
export interface FailedReport {
  kind: string;
  inspectedOn: string;
  conclusion: string;
  equipmentCode: string;
}
/** What its owner says of the device today. */
export interface DeviceToday {
  status: string;
  inspectionStanding: string;
  kind: { code: string };
  region: { code: string };
  user: { uscc: string } | null;
  synthetic: boolean;
}

const FAILED = ['UNQUALIFIED', 'REINSPECT_UNQUALIFIED'];
/** Whoever has put a device out of use, scrapped or cancelled it does not go on using it. */
const MAY_BE_USED = ['REGISTERED', 'IN_USE', 'UNREGISTERED'];

/** Whether somebody has to look: the report stands, no later one was passed, and the device is not out of use. */
export function isCause(report: FailedReport | null, device: DeviceToday | null): boolean {
  return (
    report !== null &&
    device !== null &&
    FAILED.includes(report.conclusion) &&
    device.inspectionStanding === 'FAILED' &&
    MAY_BE_USED.includes(device.status)
  );
}

/** GB 45067-2024 4.2 to 4.10: a periodic inspection was failed, and the device is still in use; by the category in the catalogue. */
const BY_CATEGORY: Readonly<Record<string, string>> = {
  1: 'GB45067-4.2-1',
  2: 'GB45067-4.3-1',
  3: 'GB45067-4.6-1',
  4: 'GB45067-4.7-2',
  5: 'GB45067-4.10-1',
  6: 'GB45067-4.9-1',
  8: 'GB45067-4.4-1',
  9: 'GB45067-4.8-1',
};
/** 4.1 c): the supervision of its installation, alteration or repair was failed. */
const SUPERVISION = 'GB45067-4.1-3';

/** The criterion that a device which failed may meet while it is used; null where none says so in its words. */
export function criterionFor(inspection: string, kindCode: string): string | null {
  const category = kindCode.charAt(0);
  if (inspection === 'INSTALLATION' || inspection === 'ALTERATION') return SUPERVISION;
  // 4.7 b) alone names the first inspection beside the periodic one
  if (inspection === 'PERIODIC' || (inspection === 'FIRST' && category === '4'))
    return BY_CATEGORY[category] ?? null;
  return null;
}

/** A clue is for the kind of department that is competent. */
export function checkCompetentFor(
  { number, competentKind }: Pick<HazardClue, 'number' | 'competentKind'>,
  { caller: { department } }: Acting,
): void {
  if (department !== competentKind) throw NotCompetent({ number, competent: competentKind, department });
}
