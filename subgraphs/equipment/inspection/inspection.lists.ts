import sql, { raw } from 'sql-template-tag';
import { defineLoader, type RequestContext } from '../../kernel';
import type { Equipment } from '../device/equipment';
import { Inspection } from './inspection';
import { nextTestDue } from './inspection-cycles';

/** The last test of many devices and when the installation of each was passed: the ends of two indexes. */
const latestByDevice = defineLoader<{ code: string; testedOn: string | null; passedOn: string | null }>(
  ({ db }, codes) =>
    db.byKey(sql`SELECT code,
        (SELECT tested_on FROM equipment_test WHERE equipment_code = code ORDER BY tested_on DESC, id DESC LIMIT 1) AS "testedOn",
        (SELECT max(inspected_on) FROM inspection WHERE equipment_code = code AND kind = 'INSTALLATION') AS "passedOn"
      FROM unnest(${codes}::varchar[]) AS device(code)`),
  ({ code }) => code,
);

export async function testDueOf(context: RequestContext, device: Equipment): Promise<string | null> {
  const { code, kindCode, lastInspectedOn, installedOn } = device;
  const latest = await latestByDevice(context).load(code);
  const [last = null] = [lastInspectedOn, latest?.testedOn ?? null]
    .filter((on) => on !== null)
    .sort()
    .reverse();
  return nextTestDue(kindCode, last, installedOn ?? latest?.passedOn ?? null);
}

/** The end of one range of inspection_by_device for each device. */
export const lastInspectionByDevice = defineLoader<Inspection>(
  ({ db }, codes) =>
    db.byKey(sql`SELECT latest.* FROM unnest(${codes}::varchar[]) AS device(code), LATERAL (
        SELECT ${raw(db.columns(Inspection))} FROM inspection WHERE equipment_code = device.code ORDER BY inspected_on DESC, id DESC LIMIT 1
      ) AS latest`),
  ({ equipmentCode }) => equipmentCode,
);
