import type { Transaction } from '../../kernel';
import { nextDue, type InspectedDevice, type Report } from './inspection.rules';

interface Device extends InspectedDevice {
  code: string;
}
/** A device's latest inspection, with when its installation was passed as far as an inspection tells. */
interface Latest extends Report {
  code: string;
  passedOn: string | null;
}

/**
 * Brings devices in line with their inspections: the latest by date tells when the device was last inspected and when
 * the next is due, in whatever order device, installation and inspections have arrived. The devices are locked first:
 * two batches at once would each see only their own inspections, and the second would overwrite the first.
 */
export async function renewDueDates(tx: Transaction, codes: readonly string[]): Promise<void> {
  const devices = await tx.query<Device>(
    `SELECT code, kind_code AS "kindCode", installed_on AS "installedOn" FROM equipment
     WHERE code = ANY($1::varchar[]) ORDER BY code FOR UPDATE`,
    [codes],
  );
  const latest = await tx.query<Latest>(
    `SELECT inspected.code, latest.*, (
       SELECT max(inspected_on) FROM inspection WHERE equipment_code = inspected.code AND kind = 'INSTALLATION') AS "passedOn"
     FROM unnest($1::varchar[]) AS inspected(code), LATERAL (
       SELECT inspected_on AS "inspectedOn", conclusion, next_due_on AS "nextDueOn" FROM inspection
       WHERE equipment_code = inspected.code ORDER BY inspected_on DESC, id DESC LIMIT 1) AS latest`,
    [codes],
  );
  const byCode = new Map(devices.map((device) => [device.code, device]));
  const renewed = latest.flatMap(({ code, passedOn, ...report }) => {
    const device = byCode.get(code);
    if (!device) return [];
    const due = nextDue({ ...device, installedOn: device.installedOn ?? passedOn }, report);
    return { code, last_inspected_on: report.inspectedOn, next_inspection_due: due };
  });
  if (renewed.length === 0) return;
  await tx.query(
    `UPDATE equipment SET last_inspected_on = renewed.last_inspected_on, next_inspection_due = renewed.next_inspection_due
     FROM json_populate_recordset(NULL::equipment, $1) AS renewed
     WHERE equipment.code = renewed.code AND (equipment.last_inspected_on, equipment.next_inspection_due)
       IS DISTINCT FROM (renewed.last_inspected_on, renewed.next_inspection_due)`,
    [JSON.stringify(renewed)],
  );
}
