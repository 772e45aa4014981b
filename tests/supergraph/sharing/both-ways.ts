import { getNamedType, isEnumType, isObjectType, type GraphQLObjectType } from 'graphql';
import { declaredReferences, type Declared } from '../../../docs/references';
import { keyOf, snakeCase, tableOf, type EntityClass } from '../../../subgraphs/kernel';
import { subgraphs } from '../../../subgraphs';
import type { Platform } from '../../support/platform';
import { typeNameOf } from '../../support/type-name';
import { HERE, daysAgo, quarterOf } from './given';
import { api, type Stage } from './stage';

/** How a noun that others refer to is come by at the root: one by its key, or among a list. */
export const ONE: Record<string, string> = {
  Enterprise: 'enterprise(uscc: $key)',
  Equipment: 'equipment(code: $key)',
  GasCylinder: 'gasCylinder(serial: $key)',
  Hazard: 'hazard(number: $key)',
  Case: 'case(number: $key)',
  PenaltyDecision: 'penalty(documentNumber: $key)',
  Draw: 'drawOf(id: $key)',
  SpotCheck: 'spotCheck(id: $key)',
  CccCertificate: 'cccCertificate(number: $key)',
  TrainingCourse: 'trainingCourse(id: $key)',
  DishonestyListing: 'dishonestyListing(id: $key)',
  Grid: 'grid(code: $key)',
};
const AMONG: Record<string, string> = {
  CertificationBody: 'certificationBodies',
  Laboratory: 'laboratories',
  InspectionBody: 'inspectionBodies(first: 100)',
  SamplingPlan: 'samplingPlans(first: 100)',
  Assessment: `assessments(quarter: "${quarterOf(daysAgo(120))}", region: "${HERE.slice(0, 4)}00")`,
};
/** Whoever may see a row: officers of the kinds that a row rule names, for the whole country. */
const KINDS = ['MARKET_SUPERVISION', 'EMERGENCY_MANAGEMENT', 'FIRE_RESCUE'] as const;
/** So many rows of each reference are walked at most. */
const MOST = 3;

type Row = Record<string, unknown>;

/** Every reference that is declared, walked back over HTTP from what it leads to, and from there forth again. */
export function describeBothWays(stageOf: () => Stage): void {
  const entities = new Map(
    subgraphs.flatMap(({ name, entities: all }) =>
      all.map((entity) => [typeNameOf(entity), { schema: name, entity }] as const),
    ),
  );
  // what inherits a reference is an image of what declares it
  const walked = declaredReferences().filter(
    ({ noun, link }) => link.back && entities.has(noun) && noun !== 'SpotCheckOfParty',
  );

  describe('a reference between records', () => {
    test.each(walked.map((each) => [`${each.noun}.${each.link.property}`, each] as const))(
      '%s MUST be walked back to the records that state it, and forth again',
      async (_, declared) => {
        const { platform } = stageOf();
        const of = entities.get(declared.noun);
        if (!of) throw new Error(`${declared.noun} has no table`);
        const keys = await statedBy(platform, declared, of);
        expect(keys.length).toBeGreaterThan(0);
        const ways: Way[] = [];
        const statements = await statementsOf(stageOf(), of.schema, async () => {
          for (const key of keys) ways.push(...(await waysFrom(platform, declared, of.entity, key)));
        });
        expect(ways.filter(({ narrowed }) => !narrowed).length).toBeGreaterThan(0);
        if (ways.some(({ canBeNarrowed }) => canBeNarrowed))
          expect(ways.filter(({ narrowed }) => narrowed).length).toBeGreaterThan(0);
        expect(ways.filter(({ led, key }) => !led.includes(key))).toEqual([]);
        expect(await readThrough(platform, of.schema, tableOf(of.entity), statements)).toEqual([]);
      },
    );
  });
}

/** Keys that rows of a noun state. */
async function statedBy(
  platform: Platform,
  { link }: Declared,
  { schema, entity }: { schema: string; entity: EntityClass },
): Promise<string[]> {
  const column = snakeCase(link.property);
  const each = link.many ? `unnest(${column})` : column;
  const when = link.when ? `AND ${snakeCase(link.when.property)} = '${link.when.is}'` : '';
  const rows = await platform.sql<{ key: string }>(
    `SELECT DISTINCT ${each} AS key FROM ${schema}.${tableOf(entity)} WHERE ${column} IS NOT NULL ${when} ORDER BY 1`,
  );
  return rows.map(({ key }) => key);
}

interface Way {
  key: string;
  led: string[];
  /** By a period of all days and all states, where the list has such. */
  narrowed: boolean;
  canBeNarrowed: boolean;
}

/** What the records under a key lead to in turn; of a reference without a field of its own, what they state. */
async function waysFrom(
  platform: Platform,
  { to, link }: Declared,
  entity: EntityClass,
  key: string,
): Promise<Way[]> {
  const keyField = keyOf(link.to());
  const [name, forth] = [link.back?.name ?? '', forthBy(link, entity)];
  const all = narrowingOf(to, name);
  const back = `back: ${name}${pageOf(to, name, forth)} narrowed: ${name}${pageOf(to, name, forth, all)}`;
  for (const kind of KINDS) {
    const found = (await come(platform, kind, to, key, keyField, back)) as Row | null;
    const ways = (records: unknown, narrowed: boolean) =>
      recordsIn(records)
        .slice(0, MOST)
        .map((record) => ({ key, led: ledTo(record, key), narrowed, canBeNarrowed: all.length > 0 }));
    if (recordsIn(found?.back).length > 0)
      return [...ways(found?.back, false), ...(all.length > 0 ? ways(found?.narrowed, true) : [])];
  }
  return [];
}

function forthBy({ as, property, to }: Declared['link'], entity: EntityClass): string {
  if (as !== undefined) return `forth: ${as} { key: ${keyOf(to())} }`;
  return fieldsOf(typeNameOf(entity)).has(property) ? `forth: ${property}` : '__typename';
}

function ledTo({ forth }: Row, key: string): string[] {
  if (forth === undefined) return [key];
  return [forth]
    .flat()
    .map((each) => (typeof each === 'object' ? String((each as Row | null)?.key) : String(each)));
}

async function come(
  platform: Platform,
  kind: (typeof KINDS)[number],
  to: string,
  key: string,
  keyField: string,
  back: string,
): Promise<unknown> {
  const token = await platform.token(kind, '000000', 'share:conditional');
  const asked = { token, purpose: '核对引用', variables: { key } };
  const [one, among] = [ONE[to], AMONG[to]];
  if (one) {
    const type = keyField === 'uscc' ? 'Uscc!' : 'ID!';
    const answer = await platform.post(`query ($key: ${type}) { one: ${one} { ${back} } }`, asked);
    return told(answer).one;
  }
  if (!among) throw new Error(`say how ${to} is come by at the root`);
  const selected = `{ key: ${keyField} ${back} }`;
  const isPaged = among.includes('first:');
  const query = `{ all: ${among} ${isPaged ? `{ edges { node ${selected} } }` : selected} }`;
  const answer = await platform.post(query, { ...asked, variables: {} });
  return recordsIn(told(answer).all).find((record) => record.key === key);
}

function told({ data, errors }: { data?: Row; errors?: unknown }): Row {
  if (errors) throw new Error(JSON.stringify(errors));
  return data ?? {};
}

function fieldsOf(type: string): ReadonlySet<string> {
  return new Set(Object.keys((api.getType(type) as GraphQLObjectType).getFields()));
}

/** The selection of a field, be it of one record, of some or of a page of them. */
function pageOf(type: string, field: string, selected: string, narrowing: readonly string[] = []): string {
  const named = getNamedType(fieldOf(type, field).type);
  const isPaged = isObjectType(named) && named.name.endsWith('Connection');
  return isPaged
    ? `(${['first: 100', ...narrowing].join(', ')}) { edges { node { ${selected} } } }`
    : ` { ${selected} }`;
}

function fieldOf(type: string, field: string) {
  const found = (api.getType(type) as GraphQLObjectType).getFields()[field];
  if (!found) throw new Error(`${type} has no field ${field}`);
  return found;
}

/** All days and all states, for a list that may be narrowed by them. */
function narrowingOf(type: string, field: string): string[] {
  return fieldOf(type, field).args.flatMap((argument) => {
    const named = getNamedType(argument.type);
    if (argument.name === 'from') return 'from: "1990-01-01"';
    if (argument.name === 'to') return 'to: "2100-12-31"';
    if (!isEnumType(named) || isEnumType(argument.type)) return [];
    return `${argument.name}: [${named
      .getValues()
      .map(({ name }) => name)
      .join(' ')}]`;
  });
}

/** The statements that a subgraph runs meanwhile. */
async function statementsOf({ platform }: Stage, subgraph: string, work: () => Promise<void>) {
  const db = platform.subgraphs.get(subgraph)?.db;
  if (!db) throw new Error(`no ${subgraph}`);
  const texts = new Set<string>();
  db.observe = (text) => texts.add(text);
  await work().finally(() => (db.observe = undefined));
  return texts;
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  Plans?: Plan[];
}

/** The statements that would read the table from end to end, however many rows it has: those that no index helps. */
async function readThrough(
  platform: Platform,
  schema: string,
  table: string,
  statements: ReadonlySet<string>,
): Promise<string[]> {
  const through: string[] = [];
  await platform.sql(`SET search_path TO ${schema}`);
  await platform.sql('SET enable_seqscan TO off');
  const reading = [...statements].filter((text) => text.includes(`FROM ${table} WHERE`));
  for (const text of reading) {
    const [row] = await platform.sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`,
    );
    if (row?.['QUERY PLAN'].some(({ Plan }) => scansWhole(Plan, table))) through.push(text);
  }
  await platform.sql('RESET enable_seqscan');
  await platform.sql('RESET search_path');
  return through;
}

function scansWhole(plan: Plan, table: string): boolean {
  const isWhole =
    plan['Relation Name'] === table &&
    (plan['Node Type'] === 'Seq Scan' ||
      (/^Index (Only )?Scan/.test(plan['Node Type']) && plan['Index Cond'] === undefined));
  return isWhole || (plan.Plans ?? []).some((each) => scansWhole(each, table));
}

function recordsIn(answered: unknown): Row[] {
  if (answered === null || answered === undefined) return [];
  const { edges } = answered as { edges?: { node: Row }[] };
  return edges ? edges.map(({ node }) => node) : ([answered].flat() as Row[]);
}
