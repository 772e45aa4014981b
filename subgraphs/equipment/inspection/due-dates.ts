import type { Transaction } from '../../kernel';
import type { InspectionKind } from './inspection.terms';
import { nextDue, type InspectedDevice, type Report } from './inspection.rules';

interface Device extends InspectedDevice {
  code: string;
}
/** One inspection of a device. */
interface Inspected extends Report {
  code: string;
  kind: InspectionKind;
}

/**
 * Brings devices in line with their inspections: when each was last inspected, with what conclusion, and when the next is due, worked out from
 * all of its inspections by date, in whatever order device, installation and inspections have arrived. The devices are
 * locked first: two batches at once would each see only their own inspections, and the second would overwrite the first.
 */
export async function renewDueDates(tx: Transaction, codes: readonly string[]): Promise<void> {
  const devices = await tx.query<Device>(
    `SELECT code, kind_code AS "kindCode", installed_on AS "installedOn" FROM equipment
     WHERE code = ANY($1::varchar[]) ORDER BY code FOR UPDATE`,
    [codes],
  );
  const inspected = await tx.query<Inspected>(
    `SELECT equipment_code AS code, kind, inspected_on AS "inspectedOn", conclusion, next_due_on AS "nextDueOn" FROM inspection
     WHERE equipment_code = ANY($1::varchar[]) AND duplicate_of IS NULL ORDER BY equipment_code, inspected_on, id`,
    [codes],
  );
  const reportsOf = new Map(codes.map((code) => [code, [] as Inspected[]]));
  for (const report of inspected) reportsOf.get(report.code)?.push(report);
  if (devices.length === 0) return;
  const renewed = devices.map((device) => renewedDates(device, reportsOf.get(device.code) ?? []));
  await tx.query(
    `UPDATE equipment SET last_inspected_on = renewed.last_inspected_on, last_conclusion = renewed.last_conclusion,
       next_inspection_due = renewed.next_inspection_due
     FROM json_populate_recordset(NULL::equipment, $1) AS renewed
     WHERE equipment.code = renewed.code AND (equipment.last_inspected_on, equipment.last_conclusion, equipment.next_inspection_due)
       IS DISTINCT FROM (renewed.last_inspected_on, renewed.last_conclusion, renewed.next_inspection_due)`,
    [JSON.stringify(renewed)],
  );
}

function renewedDates(device: Device, reports: readonly Inspected[]) {
  const passedOn = reports.findLast(({ kind }) => kind === 'INSTALLATION')?.inspectedOn ?? null;
  const due = nextDue({ ...device, installedOn: device.installedOn ?? passedOn }, reports);
  const last = reports.at(-1);
  return {
    code: device.code,
    last_inspected_on: last?.inspectedOn,
    last_conclusion: last?.conclusion,
    next_inspection_due: due,
  };
}
