import sql, { raw, type Sql } from 'sql-template-tag';
import {
  among,
  anyReported,
  countAhead,
  countedAhead,
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
import { FAILED } from '../inspection/inspection.terms';
import { GONE_STATES, INSPECTED_STATES } from './equipment.rules';

interface Asked {
  regionCode: string;
  equipmentKinds: string[];
}
interface Figures {
  key: string;
  equipmentCount: number;
  overdueInspections: number;
  unknownInspections: number;
  reported: boolean;
}

const PRESENT = `NOT ${among('status', GONE_STATES)}`;
const INSPECTED = among('status', INSPECTED_STATES);
const PASSED = `NOT ${among('last_conclusion', FAILED)}`;
export const devicesAhead = countAhead({
  name: 'equipment_ahead',
  entity: Equipment,
  region: 'region_code',
  keys: 'ARRAY[kind_code]::varchar[]',
  where: PRESENT,
  counts: {
    PRESENT: { where: 'true' },
    DUE: { where: INSPECTED, day: `CASE WHEN ${PASSED} THEN next_inspection_due ELSE '-infinity' END` },
    UNKNOWN: { where: `${INSPECTED} AND ${PASSED} AND next_inspection_due IS NULL` },
  },
});
export const cylindersAhead = countAhead({
  name: 'gas_cylinder_ahead',
  entity: GasCylinder,
  region: 'region_code',
  keys: 'ARRAY[kind_code]::varchar[]',
  where: PRESENT,
  counts: {
    PRESENT: { where: 'true' },
    DUE: { where: `status = 'IN_USE'`, day: 'next_inspection_due' },
    UNKNOWN: { where: `status = 'IN_USE' AND next_inspection_due IS NULL` },
  },
});

/** The figures of many overviews in one statement: of devices, and of cylinders that are traced one by one. */
const figuresByScope = defineLoader<Figures>(
  async (context, keys) => {
    const kinds = await catalogue(context);
    const wanted = keys.map((key) => {
      const { regionCode, equipmentKinds } = JSON.parse(key) as Asked;
      return { key, kinds: kindsUnder(kinds, equipmentKinds), ...regionRange(regionCode) };
    });
    const count = (what: keyof typeof devicesAhead.counts, before?: string) =>
      sql`(${countedAhead(devicesAhead, what, raw('first'), raw('kinds'), before)}
        + ${countedAhead(cylindersAhead, what, raw('first'), raw('kinds'), before)})::int`;
    return context.db.query(sql`
      SELECT key, ${count('PRESENT')} AS "equipmentCount", ${count('DUE', context.today)} AS "overdueInspections",
        ${count('UNKNOWN')} AS "unknownInspections",
        ${anyReported(Equipment)} OR ${anyReported(GasCylinder)} AS reported
      FROM json_to_recordset(${JSON.stringify(wanted)})
        AS wanted(key text, kinds varchar[], "from" varchar, "to" varchar), LATERAL (SELECT "from", "to") AS place (first, beyond)`);
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
