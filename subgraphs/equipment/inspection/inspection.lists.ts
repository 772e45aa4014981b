import sql, { empty, raw } from 'sql-template-tag';
import {
  defineLoader,
  page,
  whether,
  within,
  type LegalRule,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import type { Equipment } from '../device/equipment';
import { INSPECTIONS, Inspection, type InspectionFilter } from './inspection';
import { nextTestDue, testRule } from './inspection-cycles';
import { APPROVED, FAILED, type BodyApproval } from './inspection.terms';

/** The last test of many devices and when the installation of each was passed: the ends of two indexes. */
const latestByDevice = defineLoader<{ code: string; testedOn: string | null; passedOn: string | null }>(
  ({ db }, codes) =>
    db.byKey(sql`SELECT code,
        (SELECT tested_on FROM equipment_test WHERE equipment_code = code AND duplicate_of IS NULL ORDER BY tested_on DESC, id DESC LIMIT 1) AS "testedOn",
        (SELECT max(inspected_on) FROM inspection WHERE equipment_code = code AND duplicate_of IS NULL AND kind = 'INSTALLATION') AS "passedOn"
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

/** The rule of the years between whose inspections it is tested. */
export async function testRuleOf(context: RequestContext, device: Equipment): Promise<LegalRule | null> {
  const due = await testDueOf(context, device);
  return due === null ? null : testRule(due);
}

/** The end of one range of inspection_by_device for each device. */
export const lastInspectionByDevice = defineLoader<Inspection>(
  ({ db }, codes) =>
    db.byKey(sql`SELECT latest.* FROM unnest(${codes}::varchar[]) AS device(code), LATERAL (
        SELECT ${raw(db.columns(Inspection))} FROM inspection
        WHERE equipment_code = device.code AND duplicate_of IS NULL ORDER BY inspected_on DESC, id DESC LIMIT 1
      ) AS latest`),
  ({ equipmentCode }) => equipmentCode,
);

/**
 * The BodyApproval of a row of `inspection`. Of several approvals the best counts. It is asked for and not stored, since an
 * approval may come on record after the report.
 */
const BODY_APPROVAL = sql`(SELECT CASE
    WHEN inspection.body_uscc IS NULL THEN 'BODY_NOT_STATED'
    WHEN count(*) = 0 THEN 'NOT_ON_RECORD'
    WHEN bool_or(covers AND lasted AND begun) THEN 'APPROVED'
    WHEN bool_or(covers AND lasted AND begun IS NULL) THEN 'START_UNKNOWN'
    WHEN bool_or(covers) THEN 'OUT_OF_TERM'
    WHEN bool_or(inspects) THEN 'OTHER_CATEGORY'
    ELSE 'TESTING_ONLY' END
  FROM inspection_body AS body, LATERAL (SELECT body.kind = 'INSPECTION' AS inspects) AS what, LATERAL (
    SELECT inspects AND (
        SELECT category FROM equipment_kind JOIN equipment ON kind_code = equipment_kind.code
        WHERE equipment.code = inspection.equipment_code) = ANY(body.categories) AS covers,
      inspection.inspected_on <= body.valid_until AS lasted, inspection.inspected_on >= body.valid_from AS begun) AS that_day
  WHERE body.uscc = inspection.body_uscc)`;

const approvals = defineLoader<{ id: string; approval: BodyApproval }>(
  ({ db }, ids) =>
    db.byKey(sql`SELECT id, ${BODY_APPROVAL} AS approval FROM inspection WHERE id = ANY(${ids}::varchar[])`),
  ({ id }) => id,
);

export async function bodyApprovalOf(context: RequestContext, { id }: Inspection) {
  return (await approvals(context).load(id))?.approval ?? null;
}

export function inspectionPage(context: RequestContext, filter: InspectionFilter | null, args: PageArgs) {
  const { region, kind, conclusion, failed, from, to, bodyUscc, bodyApproval, flagged } = filter ?? {};
  const condition = sql`${within(raw('region_code'), region)}
    ${kind ? sql`AND kind = ${kind}` : empty}
    ${conclusion ? sql`AND conclusion = ${conclusion}` : empty}
    ${whether(sql`conclusion = ANY(${FAILED}::varchar[])`, failed)}
    ${from ? sql`AND inspected_on >= ${from}` : empty}
    ${to ? sql`AND inspected_on <= ${to}` : empty}
    ${bodyUscc ? sql`AND body_uscc = ${bodyUscc}` : empty}
    ${bodyApproval ? sql`AND ${BODY_APPROVAL} = ${bodyApproval}` : empty}
    ${whether(sql`${BODY_APPROVAL} <> ALL(${APPROVED}::varchar[])`, flagged)}`;
  return page(context, INSPECTIONS, condition, args);
}
