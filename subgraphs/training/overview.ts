import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  addDays,
  anyReported,
  countedAhead,
  defineLoader,
  figuresOf,
  matterList,
  oneOf,
  regionRange,
  vocabulary,
  type Found,
  type RequestContext,
} from '../kernel';
import { dutyKeys, principalsAhead } from './duty/duty.lists';
import { TrainingDuty } from './duty/training-duty';
import { Matter, MatterOverview } from './others';
import { itemsForScope } from './qualification/item.rules';
import { Qualification } from './qualification/qualification';
import { inForce, qualifiedForAhead, qualifiedInAhead } from './qualification/qualification.lists';

/**
 * What people are asked for by: the matter, and the items of certificates for its equipment or, where it has none, its
 * industries: whoever welds in a factory drives no forklift for that.
 */
function askedOf({ matterCode, regionCode, scope }: MatterOverview): string {
  const { from, to } = regionRange(regionCode);
  const items = itemsForScope(scope.equipmentKinds);
  const of =
    items.length > 0
      ? items.map((each) => `item:${each}`)
      : scope.industries.map((each) => `industry:${each}`);
  return JSON.stringify({
    first: from,
    beyond: to,
    by_item: items.length > 0,
    keys_of_people: [`matter:${matterCode}`, ...of].sort(),
  });
}

/** People of all overviews in one statement, each person once. */
const countQualified = defineLoader<Found & { asked: string }>(
  async ({ db, today }, asked) => {
    const count = (by: typeof qualifiedForAhead) =>
      countedAhead(by, 'QUALIFIED', raw('first'), raw('keys_of_people'), addDays(today, 1));
    const rows = await db.query<Found & { nth: number }>(sql`
      SELECT nth::int, (CASE WHEN by_item THEN ${count(qualifiedForAhead)} ELSE ${count(qualifiedInAhead)} END)::int AS counted,
        ${anyReported(Qualification, sql`duplicate_of IS NULL`)} AS reported
      FROM ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`}) AS (first varchar, beyond varchar, by_item boolean, keys_of_people varchar[]))
        WITH ORDINALITY AS overview (first, beyond, by_item, keys_of_people, nth)`);
    return rows.map(({ nth, ...found }) => ({ asked: asked[nth - 1] ?? '', ...found }));
  },
  ({ asked }) => asked,
);

/** The duties of principals in the year of today, tagged with the matter or of its industries, and how many are fulfilled. */
const countPrincipals = defineLoader<Found & { asked: string }>(
  async ({ db }, asked) => {
    const count = (what: keyof typeof principalsAhead.counts) =>
      sql`${countedAhead(principalsAhead, what, raw('first'), raw('keys_of_duties'))}::int`;
    const rows = await db.query<Found & { nth: number }>(sql`
      SELECT nth::int, ${count('TRAINED')} AS counted, ${count('ALL')} AS whole,
        ${anyReported(TrainingDuty)} AS reported
      FROM ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`}) AS (first varchar, beyond varchar, keys_of_duties varchar[]))
        WITH ORDINALITY AS overview (first, beyond, keys_of_duties, nth)`);
    return rows.map(({ nth, ...found }) => ({ asked: asked[nth - 1] ?? '', ...found }));
  },
  ({ asked }) => asked,
);
function principalsOf({ matterCode, regionCode, scope }: MatterOverview, { today }: RequestContext): string {
  const { from, to } = regionRange(regionCode);
  const keys = dutyKeys(Number(today.slice(0, 4)), { industries: scope.industries, matters: [matterCode] });
  return JSON.stringify({ first: from, beyond: to, keys_of_duties: keys.sort() });
}

/** Duties of principals in the year of today. */
function ofPrincipals(today: string): Sql {
  return sql`audience = 'PRINCIPAL' AND activity = 'TRAINING' AND year = ${Number(today.slice(0, 4))}`;
}

const CountedQualifications = vocabulary(
  'CountedQualifications',
  '所计人员资格. The certificates that a figure counts.',
  { ONE_A_PERSON: '当日有效，每人一证. In force today, one for each person.' },
);
const CountedDuties = vocabulary('CountedDuties', '所计培训任务. The duties that a figure counts.', {
  PRINCIPALS: '主要负责人本年度培训. Of principals, to be trained this year.',
  TRAINED: '其中已完成的. Those of them that are fulfilled.',
});

const SCOPE = 'scope { equipmentKinds industries }';
type OfMatter = Pick<InstanceType<typeof Matter>, 'code' | 'scope'>;
const tagged = (code: string) => sql`matter_codes @> ARRAY[${code}]::varchar[]`;
const ofIndustries = (industries: readonly string[]) =>
  sql`EXISTS (SELECT FROM unnest(${industries}::varchar[]) AS prefix WHERE industry_code >= prefix AND industry_code < prefix || ':')`;

const qualificationsOfMatter = matterList(Matter, Qualification, {
  name: 'qualifications',
  level: 'UNCONDITIONAL',
  says: '本事项的人员资格. The certificates for its equipment or, where it has none, in its industries, and those tagged with it.',
  requires: SCOPE,
  order: ['regionCode', 'id'],
  of({ code, scope }: OfMatter) {
    const items = itemsForScope(scope?.equipmentKinds ?? []);
    const of =
      items.length > 0 ? sql`item_id = ANY(${items}::varchar[])` : ofIndustries(scope?.industries ?? []);
    return sql`AND (${tagged(code)} OR ${of})`;
  },
  set: oneOf(CountedQualifications),
  counted: (_, today, here) =>
    sql`id IN (SELECT min(id) FROM qualification WHERE ${inForce(today)} ${here} GROUP BY person_id)`,
});
const dutiesOfMatter = matterList(Matter, TrainingDuty, {
  name: 'trainingDuties',
  level: 'UNCONDITIONAL',
  says: '本事项行业内的培训演练任务，含标注的. The duties in its industries, and those tagged with it.',
  requires: SCOPE,
  order: ['regionCode', 'dueOn', 'id'],
  of: ({ code, scope }: OfMatter) => sql`AND (${tagged(code)} OR ${ofIndustries(scope?.industries ?? [])})`,
  set: oneOf(CountedDuties),
  counted: (set, today) =>
    sql`${ofPrincipals(today)} ${set === 'TRAINED' ? sql`AND fulfilled_on IS NOT NULL` : empty}`,
});

const duties = (counted: keyof typeof CountedDuties) => [{ list: 'trainingDuties', counted, item: 'id' }];
const figures = figuresOf(MatterOverview, 'training', SCOPE, {
  qualifiedPersonnel: {
    find: async (context, overview) => (await countQualified(context).load(askedOf(overview))) ?? NOTHING,
    inScope: ({ scope }) => scope.equipmentKinds.length + scope.industries.length > 0,
    records: [{ list: 'qualifications', counted: 'ONE_A_PERSON', item: 'id' }],
  },
  principalTrainingRate: {
    as: 'share',
    find: async (context, overview) =>
      (await countPrincipals(context).load(principalsOf(overview, context))) ?? { ...NOTHING, whole: 0 },
    inScope: ({ scope }) => scope.industries.length > 0,
    records: duties('TRAINED'),
    of: duties('PRINCIPALS'),
  },
});
const NOTHING: Found = { counted: 0, reported: false };
export const overviewFields = [...figures, qualificationsOfMatter, dutiesOfMatter];
