import sql from 'sql-template-tag';
import { Int } from 'type-graphql';
import { defineLoader, fields, regionRange, workedOut, type RequestContext } from '../../kernel';
import { kindsUnder } from '../kind/equipment-kind.rules';
import { catalogue } from '../kind/catalogue';
import { MatterOverview } from '../others';
import { isOverdue as isCylinderOverdue } from '../cylinder/cylinder.lists';
import { isInspectionOverdue } from './equipment.lists';
import { GONE_STATES } from './equipment.rules';

interface Figures {
  key: string;
  equipmentCount: number;
  overdueInspections: number;
  unknownInspections: number;
}

/**
 * The figures of many overviews in one statement. Each pair of region and kind is one range of equipment_by_kind, which
 * holds all that is counted, and of gas_cylinder_by_kind for cylinders that are traced one by one; the inner statement stands alone so that no plan can turn the ranges into a scan.
 */
const figuresByScope = defineLoader<Figures>(
  async (context, keys) => {
    const kinds = await catalogue(context);
    const ranges = keys.flatMap((key) => {
      const { regionCode, equipmentKinds } = JSON.parse(key) as {
        regionCode: string;
        equipmentKinds: string[];
      };
      return kindsUnder(kinds, equipmentKinds).map((kind) => ({ key, kind, ...regionRange(regionCode) }));
    });
    return context.db.query(sql`
      SELECT wanted.key, sum(present)::int AS "equipmentCount", sum(overdue)::int AS "overdueInspections",
        sum(unknown)::int AS "unknownInspections"
      FROM json_to_recordset(${JSON.stringify(ranges)}) AS wanted(key text, kind varchar, "from" varchar, "to" varchar),
      LATERAL (
        SELECT count(*) AS present,
          count(*) FILTER (WHERE late) AS overdue, count(*) FILTER (WHERE late IS NULL) AS unknown
        FROM (
          SELECT status, ${isInspectionOverdue(context.today)} AS late FROM equipment
          WHERE kind_code = wanted.kind AND region_code >= wanted."from" AND region_code < wanted."to"
          UNION ALL
          SELECT status, ${isCylinderOverdue(context.today)} AS late FROM gas_cylinder
          WHERE kind_code = wanted.kind AND region_code >= wanted."from" AND region_code < wanted."to"
        ) AS item
        WHERE status <> ALL(${GONE_STATES}::varchar[])
      ) AS counted
      GROUP BY wanted.key`);
  },
  ({ key }) => key,
);

/** A scope without kinds of equipment has no row and counts nothing. */
async function figure(
  context: RequestContext,
  { regionCode, scope }: MatterOverview,
  name: 'equipmentCount' | 'overdueInspections' | 'unknownInspections',
) {
  const key = JSON.stringify({ regionCode, equipmentKinds: scope.equipmentKinds });
  return (await figuresByScope(context).load(key))?.[name] ?? 0;
}

const requires = 'scope { equipmentKinds }';

export const overviewFields = fields(MatterOverview, {
  equipmentCount: workedOut(
    'PUBLIC',
    () => Int,
    '特种设备数（不含报废、注销）. The number of devices in its scope, without those scrapped or cancelled.',
    (overview: MatterOverview, context) => figure(context, overview, 'equipmentCount'),
    { requires },
  ),
  overdueInspections: workedOut(
    'PUBLIC',
    () => Int,
    '超期未检特种设备数，含检验不合格和从未检验的. The number of them that are in use though their inspection has run out, was failed or never was.',
    (overview: MatterOverview, context) => figure(context, overview, 'overdueInspections'),
    { requires },
  ),
  unknownInspections: workedOut(
    'PUBLIC',
    () => Int,
    '在用而下次检验日期未知的特种设备数. The number of them that are in use without anybody knowing when their inspection is due.',
    (overview: MatterOverview, context) => figure(context, overview, 'unknownInspections'),
    { requires },
  ),
});
