import sql, { type Sql } from 'sql-template-tag';
import {
  defineLoader,
  figuresOf,
  matterList,
  oneOf,
  regionRange,
  vocabulary,
  type Found,
  type RequestContext,
} from '../../kernel';
import { isOverdue as isCylinderOverdue } from '../cylinder/cylinder.lists';
import { GasCylinder } from '../cylinder/gas-cylinder';
import { catalogue } from '../kind/catalogue';
import { kindsUnder } from '../kind/equipment-kind.rules';
import { Matter, MatterOverview } from '../others';
import { Equipment } from './equipment';
import { isInspectionOverdue, ofKinds, visible } from './equipment.lists';
import { GONE_STATES } from './equipment.rules';

interface Figures {
  key: string;
  equipmentCount: number;
  overdueInspections: number;
  unknownInspections: number;
  reported: boolean;
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
        sum(unknown)::int AS "unknownInspections",
        bool_or(EXISTS (SELECT FROM equipment WHERE region_code >= wanted."from" AND region_code < wanted."to")
          OR EXISTS (SELECT FROM gas_cylinder WHERE region_code >= wanted."from" AND region_code < wanted."to")) AS reported
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
const counted =
  (name: 'equipmentCount' | 'overdueInspections' | 'unknownInspections') =>
  async (context: RequestContext, { regionCode, scope }: MatterOverview): Promise<Found> => {
    const key = JSON.stringify({ regionCode, equipmentKinds: scope.equipmentKinds });
    const found = await figuresByScope(context).load(key);
    return { counted: found?.[name] ?? 0, reported: found?.reported ?? false };
  };

const CountedDevices = vocabulary(
  'CountedDevices',
  '所计设备. The devices and cylinders that a figure counts.',
  {
    PRESENT: '不含报废、注销. Neither scrapped nor cancelled.',
    OVERDUE:
      '超期未检，含检验不合格和从未检验的. In use though its inspection has run out, was failed or never was.',
    UNKNOWN: '在用而下次检验日期未知. In use without anybody knowing when its inspection is due.',
  },
);
type CountedDevices = keyof typeof CountedDevices;

const SCOPE = 'scope { equipmentKinds }';
const shared = { requires: SCOPE, set: oneOf(CountedDevices) };
const ofScope = async ({ scope }: Matter, context: RequestContext) =>
  ofKinds(kindsUnder(await catalogue(context), scope?.equipmentKinds ?? []));

/** What is in a set, by when it is overdue: the same of devices and of cylinders. */
const inSet = (set: CountedDevices, late: Sql): Sql => {
  const gone = sql`status <> ALL(${GONE_STATES}::varchar[])`;
  if (set === 'PRESENT') return gone;
  return set === 'OVERDUE' ? sql`${gone} AND ${late}` : sql`${gone} AND (${late}) IS NULL`;
};

const equipmentOfMatter = matterList(Matter, Equipment, {
  ...shared,
  name: 'equipment',
  level: 'PUBLIC',
  says: '本事项范围内的特种设备. The devices in its scope.',
  order: ['regionCode', 'code'],
  of: async (matter, context) => sql`${visible(context)} ${await ofScope(matter, context)}`,
  counted: (set, today) => inSet(set, isInspectionOverdue(today)),
});
const cylindersOfMatter = matterList(Matter, GasCylinder, {
  ...shared,
  name: 'gasCylinders',
  level: 'UNCONDITIONAL',
  says: '本事项范围内逐只追溯的气瓶. The cylinders in its scope that are traced one by one.',
  order: ['regionCode', 'serial'],
  of: ofScope,
  counted: (set, today) => inSet(set, isCylinderOverdue(today)),
});

const listed = (set: CountedDevices) => [
  { list: 'equipment', counted: set, item: 'code' },
  { list: 'gasCylinders', counted: set, item: 'serial' },
];
const inScope = ({ scope }: MatterOverview) => scope.equipmentKinds.length > 0;

const figures = figuresOf(MatterOverview, 'equipment', SCOPE, {
  equipmentCount: { find: counted('equipmentCount'), inScope, records: listed('PRESENT') },
  overdueInspections: { find: counted('overdueInspections'), inScope, records: listed('OVERDUE') },
  unknownInspections: { find: counted('unknownInspections'), inScope, records: listed('UNKNOWN') },
});
export const overviewFields = [...figures, equipmentOfMatter, cylindersOfMatter];
