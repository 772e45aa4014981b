import { subgraphs } from '../../../subgraphs';
import { composeUscc, isWithin, seal, type DepartmentKind } from '../../../subgraphs/kernel';
import type { Platform } from '../../support/platform';
import { TEST_SETTINGS } from '../../support/settings';
import { mattersSample } from './sample-matters';
import { qualitySample } from './sample-quality';
import { reactionsSample } from './sample-reactions';
import { releasesSample } from './sample-releases';
import { trainingMarket, trainingSafety } from './sample-training';
import { equipmentSample } from './sample-equipment';
import { fireSample } from './sample-fire';
import { hazardsSample } from './sample-hazards';
import { creditSample } from './sample-credit';
import { decisionSample } from './sample-decisions';
import { enforcementOfFire, enforcementOfSafety, enforcementSample } from './sample-enforcement';
import { DESIGNATED, HERE, THERE, daysAgo } from './given';

interface Scope {
  code: string;
  kind: string;
  industry: string | null;
  roles: string[];
}

/** Takes away most reference data, before anything reads them: thousands of rows that are for anyone would be asked for again and again. */
export async function shrinkReferences(platform: Platform): Promise<void> {
  const around = [HERE, THERE].flatMap((code) => [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]);
  await platform.sql(
    'DELETE FROM registry.region WHERE code <> ALL($1) AND successor_code IS DISTINCT FROM $2',
    [around, THERE],
  );
  await platform.sql(
    `DELETE FROM registry.department WHERE region_code IS NOT NULL
       AND (region_code <> ALL($1) OR kind NOT IN ('MARKET_SUPERVISION', 'EMERGENCY_MANAGEMENT'))`,
    [around],
  );
  await platform.sql(
    `DELETE FROM matters.action_task WHERE id NOT IN ('LINXIANG-2024-2026.7', 'JIANAN-2024.9')`,
  );
  await platform.sql(
    `DELETE FROM matters.matter WHERE code NOT IN (
       SELECT matter_code FROM matters.matter_version WHERE scope->'equipmentKinds' <> '[]' AND scope->'industries' <> '[]' ORDER BY 1 LIMIT 2)`,
  );
  await platform.sql(
    'DELETE FROM matters.matter_version WHERE matter_code NOT IN (SELECT code FROM matters.matter)',
  );
}

/** Rows of every noun in both divisions, that belong together and to a matter, sent by the front door. Returns that matter. */
export async function submitSample(platform: Platform): Promise<string> {
  const [scope] = await platform.sql<Scope>(
    `SELECT matter.matter_code AS code, kind.code AS kind, scope->'industries'->>0 AS industry, ARRAY(SELECT jsonb_array_elements_text(scope->'roles')) AS roles
     FROM matters.matter_version AS matter JOIN equipment.equipment_kind kind ON kind.level = 'TYPE' AND kind.code LIKE rtrim(scope->'equipmentKinds'->>0, '0') || '%'
     ORDER BY 1, 2 LIMIT 1`,
  );
  if (!scope) throw new Error('no matter has both devices and enterprises');
  await registerSource(platform);
  for (const [at, region] of [HERE, THERE].entries()) {
    for (const [mutation, records] of Object.entries(recordsOf(scope, region, at)))
      await submit(platform, mutation, records);
    await submitParts(platform, scope, region, at);
  }
  const unsafe = {
    ...listing(THERE, 9),
    list: 'WORK_SAFETY_SERIOUS',
    departmentCode: `${THERE}-EMERGENCY_MANAGEMENT`,
    subjectKind: 'PERSON',
  };
  await submit(platform, 'submitListings', [unsafe], 'EMERGENCY_MANAGEMENT');
  // sources that were handed over, and are to be again
  await platform.sql(`UPDATE registry.source SET offered_to_code = department_code, hand_over_document = '样〔2026〕1号',
    handed_over_on = registered_on, former_department_codes = '{430682-FIRE_RESCUE}'`);
  return scope.code;
}

/** What the records of the sample have in common in one of its two divisions. */
export interface Sample {
  region: string;
  /** 0 here, 1 there: makes keys differ. */
  at: number;
  /** The enterprise and its device. */
  uscc: string;
  equipmentCode: string;
  industryCode: string | null;
  matterCode: string;
  daysAgo: (days: number) => string;
}

/** The records of one subgraph, by the mutation that takes them; other than market supervision's, by a department of its own. */
export interface SamplePart {
  department?: DepartmentKind;
  records(sample: Sample): Record<string, object[]>;
  /** The steps by which what was submitted goes on. */
  steps?(platform: Platform, sample: Sample): Promise<void>;
}

const parts: readonly SamplePart[] = [
  mattersSample,
  qualitySample,
  trainingMarket,
  trainingSafety,
  equipmentSample,
  hazardsSample,
  fireSample,
  creditSample,
  enforcementSample,
  decisionSample,
  enforcementOfSafety,
  enforcementOfFire,
  releasesSample,
  reactionsSample,
];

async function submitParts(
  platform: Platform,
  { code: matterCode, kind, industry }: Scope,
  region: string,
  at: number,
): Promise<void> {
  const sample = {
    region,
    at,
    uscc: usccOf(region, at),
    equipmentCode: deviceOf(kind, at),
    industryCode: industry,
    matterCode,
    daysAgo,
  };
  for (const { department, records, steps } of parts) {
    for (const [mutation, rows] of Object.entries(records(sample)))
      if (rows.length > 0) await submit(platform, mutation, rows, department);
    await steps?.(platform, sample);
  }
}

export const usccOf = (region: string, at: number) => composeUscc(`91${region}`, `MA00000${at}`);
const deviceOf = (kind: string, at: number) => `${kind}431022024${String(at).padStart(5, '0')}`;

function recordsOf({ kind, industry, roles }: Scope, region: string, at: number): Record<string, object[]> {
  const uscc = usccOf(region, at);
  const code = deviceOf(kind, at);
  const of = { sourceId: `s${at}`, regionCode: region };
  return {
    submitEnterprises: [
      {
        ...{
          ...of,
          uscc,
          name: '样本',
          industryCode: industry,
          roles,
          address: '样本路',
          registeredOn: '2020-01-02',
        },
        ...{ legalRepresentative: '样本', contactPhone: `canary-phone-${region}-${8_010 + at}` },
      },
    ],
    submitPriorLicences: [
      {
        ...{ sourceId: of.sourceId, uscc, name: '许可', number: '1', issuedBy: '机关' },
        ...{ validUntil: '2099-01-01', suspendedOn: '2024-01-02', suspendedUntil: '2024-03-02' },
      },
    ],
    submitEquipment: [
      {
        ...{
          ...of,
          code,
          kindCode: kind,
          userUscc: uscc,
          makerUscc: uscc,
          location: '样本',
          protectiveDevices: ['ELEVATOR_IOT'],
        },
        ...{ manufacturedOn: '2023-01-02', installedOn: '2024-01-02' },
      },
    ],
    submitTests: [
      {
        sourceId: of.sourceId,
        equipmentCode: code,
        testedOn: daysAgo(80),
        result: 'CONFORMING',
        bodyUscc: uscc,
        reportNumber: 'r',
      },
    ],
    submitGasCylinders: [
      {
        ...{ ...of, serial: `O2-${at}`, medium: '氧气', valve: 'ORDINARY', ownerUscc: uscc, kindCode: kind },
        ...{ manufacturedOn: '2024-05-31', lastInspectedOn: daysAgo(70) },
      },
    ],
    submitCylinderFillings: [
      { ...of, cylinderSerial: `O2-${at}`, fillerUscc: uscc, filledOn: daysAgo(60), batch: 'b' },
    ],
    submitSafetyAppointments: [
      {
        ...{
          ...of,
          uscc,
          name: `canary-officer-${region}-${8_020 + at}`,
          phone: `canary-phone-${region}-${8_030 + at}`,
          role: 'SAFETY_OFFICER',
          category: 'ELEVATOR',
          equipmentCodes: [code],
        },
        ...{ appointedOn: daysAgo(50), endedOn: '2099-01-01' },
      },
    ],
    submitSafetyChecks: [
      {
        ...of,
        uscc,
        period: 'DAILY',
        checkedOn: daysAgo(40),
        category: 'ELEVATOR',
        hazardsFound: 1,
        summary: '样本',
      },
    ],
    submitListings: [
      { ...listing(region, at), uscc },
      { ...listing(region, at + 2), subjectKind: 'PERSON' },
    ],
  };
}

function listing(region: string, at: number): Record<string, unknown> {
  return {
    ...{
      sourceId: `l${at}`,
      list: 'MARKET_SERIOUS_ILLEGAL',
      subjectName: '样本',
      cause: '样本',
      basisDocument: `文书${at}`,
    },
    ...{
      departmentCode: `${region}-MARKET_SUPERVISION`,
      decidedOn: daysAgo(30),
      listedOn: daysAgo(20),
      regionCode: region,
      ...DESIGNATED,
    },
  };
}

async function registerSource(platform: Platform): Promise<void> {
  const token = await platform.token('MARKET_SUPERVISION', '000000', 'write:registry');
  const { errors } = await platform.post(
    'mutation { registerSource(input: { name: "registered", title: "业务系统" }) { name } }',
    { token },
  );
  if (errors) throw new Error(`registerSource: ${JSON.stringify(errors)}`);
}

async function submit(
  platform: Platform,
  mutation: string,
  records: object[],
  kind: DepartmentKind = 'MARKET_SUPERVISION',
) {
  const [, input] =
    new RegExp(`${mutation}\\([^)]*?\\brecords: \\[(\\w+)!`).exec(
      platform.apiSdl.replace(/"""[\s\S]*?"""/g, ''),
    ) ?? [];
  const token = await platform.token(kind, '000000', ...subgraphs.map(({ name }) => `write:${name}`));
  const { data, errors } = await platform.post(
    `mutation ($records: [${input}!]!) { receipt: ${mutation}(source: "sample", records: $records) { accepted rejected { code field message } } }`,
    { token, variables: { records } },
  );
  if (data?.receipt?.accepted !== records.length)
    throw new Error(`${mutation}: ${JSON.stringify(errors ?? data)}`);
}

interface Column {
  schema: string;
  table: string;
  column: string;
  length: number;
}

/** Puts a canary into every free text of every submitted row: `canary-<column>-<division>-<number>`, no two of them alike. */
export async function plantCanaries(platform: Platform): Promise<number> {
  const columns = await platform.sql<Column>(
    `SELECT text.table_schema AS schema, text.table_name AS table, text.column_name AS column, text.character_maximum_length AS length
     FROM information_schema.columns text
     JOIN information_schema.columns region USING (table_schema, table_name) JOIN information_schema.columns source USING (table_schema, table_name)
     WHERE region.column_name = 'region_code' AND source.column_name = 'source_id'
       AND text.data_type = 'character varying' AND text.collation_name IS NULL`,
  );
  const tables = [...new Set(columns.map(({ schema, table }) => `${schema}.${table}`))];
  for (const { schema, table, column, length } of columns) {
    const name = `${schema}.${table}`;
    const label = column.slice(0, length - 'canary--430682-9999'.length);
    if (label === '') throw new Error(`${name}.${column} is too short for a canary`);
    await platform.sql(
      `UPDATE ${name} AS stored SET ${column} = 'canary-${label}-' || region_code || '-' || nth
       FROM (SELECT ctid AS place, ${100 * (1 + tables.indexOf(name))} + row_number() OVER () AS nth FROM ${name}) AS row WHERE stored.ctid = row.place`,
    );
  }
  for (const { schema, table } of await tablesWith(platform, 'decision_gap'))
    await platform.sql(`UPDATE ${schema}.${table} SET decision_gap = 'BEFORE_0_2'`);
  return columns.length + (await plantSealed(platform));
}

function tablesWith(platform: Platform, column: string) {
  return platform.sql<Pick<Column, 'schema' | 'table'>>(
    `SELECT table_schema AS schema, table_name AS table FROM information_schema.columns
     JOIN information_schema.tables USING (table_schema, table_name) WHERE column_name = $1 AND table_type = 'BASE TABLE'`,
    [column],
  );
}

/** Canaries in what is sealed at rest: columns of the type text that are named for it. */
async function plantSealed(platform: Platform): Promise<number> {
  const columns = await platform.sql<Omit<Column, 'length'>>(
    `SELECT table_schema AS schema, table_name AS table, column_name AS column FROM information_schema.columns
     WHERE column_name LIKE 'sealed\\_%' AND data_type = 'text'`,
  );
  for (const [at, { schema, table, column }] of columns.entries()) {
    const rows = await platform.sql<{ place: string; region: string }>(
      `SELECT ctid AS place, region_code AS region FROM ${schema}.${table}`,
    );
    for (const [nth, { place, region }] of rows.entries()) {
      const canary = `canary-${column}-${region.slice(0, 6)}-${9000 + 100 * at + nth}`;
      await platform.sql(`UPDATE ${schema}.${table} SET ${column} = $1 WHERE ctid = $2`, [
        seal(canary, TEST_SETTINGS.dataKey),
        place,
      ]);
    }
  }
  return columns.length;
}

/** The value that names a row of a table: one of the sample, else the row that says most. */
export async function keyOf(
  platform: Platform,
  schema: string,
  table: string,
  column: string,
  preferred: string,
): Promise<string> {
  const rows = await platform.sql<{ key: string; region_code?: string }>(
    `SELECT ${column} AS key, * FROM ${schema}.${table} AS row ORDER BY length(row::text) DESC`,
  );
  const row =
    rows.find(({ key }) => key === preferred) ??
    rows.find(({ region_code: code }) => code && isWithin(code, HERE)) ??
    rows[0];
  if (!row) throw new Error(`the sample has no row in ${schema}.${table}`);
  return row.key;
}
