import { checkDay } from '../../kernel';
import { dueByCycle } from './inspection-cycles';
import { FAILED, type InspectionConclusion } from './inspection.terms';

/** What a rule needs to know of the device that was inspected. */
export interface InspectedDevice {
  kindCode: string;
  /** When its installation was passed, from the device's own record or an inspection of that kind. */
  installedOn: string | null;
}

export interface Report {
  inspectedOn: string;
  conclusion: InspectionConclusion;
  /** As the report states it. */
  nextDueOn: string | null;
}

/**
 * When a device must be inspected again, from the record of its inspections by date: on the day that the last report
 * states, else as the cycle has it, counted from the day that the inspection was due if it was made in time. A device
 * that failed may not go on being used (特种设备安全法 第四十条), so its next inspection is due at once; the one that it
 * then passes is still that of the cycle.
 */
export function nextDue(device: InspectedDevice, reports: readonly Report[]): string | null {
  let base: string | null = null;
  let due: string | null = null;
  for (const { inspectedOn, conclusion, nextDueOn } of reports) {
    const failed = FAILED.includes(conclusion);
    due =
      nextDueOn ??
      (failed ? inspectedOn : dueByCycle(device.kindCode, inspectedOn, device.installedOn, base));
    if (!failed) base = due;
  }
  return due;
}

/** A report cannot ask for the next inspection before the one that it reports. */
export function checkReport({ inspectedOn, nextDueOn }: Report, today: string): void {
  checkDay('inspectedOn', inspectedOn, { to: today });
  checkDay('nextDueOn', nextDueOn, { from: inspectedOn });
}
