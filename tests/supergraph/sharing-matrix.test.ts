import { buildSchema, getNamedType, isObjectType, parse } from 'graphql';
import { MAX_TOKENS } from '../../gateway/limits';
import { readSharingRules, verifyAudit, type Subgraph } from '../../subgraphs/kernel';
import { testDatabase } from '../support/database';
import { startPlatform, type Platform } from '../support/platform';
import { read } from '../support/sources';
import { everyone, owners } from './sharing/askings';
import { directMatrix } from './sharing/direct';
import { CANARY, isForSomeRows, type Asking } from './sharing/levels';
import { Matrix } from './sharing/matrix';
import { Paths, documentsOf, rootDoors, rootLeaves } from './sharing/paths';
import { findArguments } from './sharing/places';
import { chainOf, recordedReads, subjectsOf, tamperings, whileTampered } from './sharing/records';
import { plantCanaries, shrinkReferences, submitSample } from './sharing/sample';

const rules = readSharingRules(parse(read('schema/supergraph.graphql')));
const api = buildSchema(read('schema/api.graphql'));
const kinds = everyone(rules);
const guarded = [...rules.keys()].filter((coordinate) => isForSomeRows(rules, coordinate));
const isGuardedField = (coordinate: string) => guarded.includes(coordinate);
/** A document of so many characters is well within the gateway's tokens, and asks a database for no more at once than it has connections for. */
const LONGEST = MAX_TOKENS;

let platform: Platform;
let gateway: Matrix;
let reached: ReadonlySet<string>;
const direct = new Map<string, Matrix>();
const asked = new Set<Asking>();

beforeAll(async () => {
  platform = await startPlatform('local', {}, testDatabase);
  await shrinkReferences(platform);
  const matter = await submitSample(platform);
  expect(await plantCanaries(platform)).toBeGreaterThan(20);
  const argumentsOf = await findArguments(platform, matter);
  const [queries, mutations] = [api.getQueryType(), api.getMutationType()].map((root) => {
    const doors = rootDoors(root, argumentsOf);
    const paths = new Paths(api, doors, argumentsOf, undefined, isGuardedField);
    return { paths, trees: [...rootLeaves(root, argumentsOf), ...paths.trees(doors)] };
  });
  reached = new Set([...(queries?.paths.ways.keys() ?? []), ...(mutations?.paths.ways.keys() ?? [])]);
  const documents = [...documentsOf(queries?.trees ?? [], 'query', LONGEST), ...documentsOf(mutations?.trees ?? [], 'mutation', LONGEST)];
  const tokens = new Map<string, string>();
  gateway = new Matrix(rules, documents, async ({ text }, { name, caller, purpose }) => {
    const { department, region, scopes } = caller;
    const claims = department && { subject: name, department, region: region ?? '', scope: scopes.join(' ') };
    const token = claims && (tokens.get(name) ?? (await platform.tokenOf(claims)));
    if (token) tokens.set(name, token);
    const { status, data, errors } = await platform.post(text, { token, purpose });
    if (status !== 200) throw new Error(`HTTP ${status}: ${JSON.stringify(errors)}`);
    return { data, errors };
  });
  await gateway.learn(owners(rules));
  for (const [name, subgraph] of platform.subgraphs) {
    const matrix = directMatrix(subgraph, rules, argumentsOf, gateway.rows());
    await matrix.learn(owners(rules));
    direct.set(name, matrix);
  }
}, 120_000);
afterAll(() => platform?.stop());

describe('the matrix', () => {
  test('it MUST reach every object type of the schema and find rows there', () => {
    const types = Object.values(api.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
    const roots = [api.getQueryType()?.name, api.getMutationType()?.name];
    const rows = gateway.rows();
    // what a step alone answers with, to whoever has taken it
    const steps = Object.values(api.getMutationType()?.getFields() ?? {}).map(({ type }) => getNamedType(type).name);
    const isReceipt = (name: string) =>
      steps.includes(name) && [...rules].every(([at, { level }]) => level === 'PUBLIC' || !at.startsWith(`${name}.`));
    expect(
      types.map(({ name }) => name).filter((name) => !roots.includes(name) && !isReceipt(name) && !(reached.has(name) && rows.has(name))),
    ).toEqual([]);
  });

  test('it MUST have something to hide in every field that is not for anyone', () => {
    const seen = new Set([...gateway.rows()].flatMap(([type, rows]) => rows.flatMap((row) => filled(type, row))));
    const closed = [...rules].filter(([coordinate, { level }]) => level !== 'PUBLIC' && !/^(Query|Mutation)\./.test(coordinate));
    expect(closed.map(([coordinate]) => coordinate).filter((coordinate) => !seen.has(coordinate))).toEqual([]);
  });

  test('it MUST have a canary in every guarded field, through the gateway and in its own subgraph', () => {
    const withCanary = (matrix: Matrix) =>
      new Set(
        [...matrix.rows()].flatMap(([type, rows]) =>
          rows.flatMap((row) =>
            Object.keys(row)
              .filter((name) => new RegExp(CANARY.source).test(JSON.stringify(row[name])))
              .map((name) => `${type}.${name}`),
          ),
        ),
      );
    expect(guarded.length).toBeGreaterThan(0);
    expect(guarded.filter((coordinate) => !withCanary(gateway).has(coordinate))).toEqual([]);
    const inSubgraphs = [...direct.values()].map(withCanary);
    expect(guarded.filter((coordinate) => !inSubgraphs.some((seen) => seen.has(coordinate)))).toEqual([]);
  });
});

test('what one field hides no other MUST tell: a canary stands in fields of one level only', () => {
  const levels = new Map<string, Set<string>>();
  const cells = [gateway, ...direct.values()].flatMap((matrix) =>
    [...matrix.rows()].flatMap(([type, rows]) =>
      rows.flatMap((row) => Object.entries(row).map(([name, value]) => ({ type, name, value }))),
    ),
  );
  for (const { type, name, value } of cells) {
    const level = rules.get(`${type}.${name}`)?.level ?? 'none';
    const canaries = typeof value === 'string' ? value.match(CANARY) : null;
    for (const canary of canaries ?? []) levels.set(canary, (levels.get(canary) ?? new Set()).add(level));
  }
  expect(levels.size).toBeGreaterThan(20);
  expect([...levels].filter(([, found]) => found.size > 1)).toEqual([]);
});

describe.each([...kinds.keys()])('%s', (kind) => {
  const askings = kinds.get(kind) as Asking[];

  test('through the gateway every field MUST be shown, hidden and refused as its level says, and no canary MUST leak', async () => {
    for (const asking of askings) expect(await gateway.faultsFor(asking)).toEqual([]);
    askings.forEach((asking) => asked.add(asking));
  });

  test('asked directly every subgraph MUST do the same', async () => {
    for (const asking of askings) for (const matrix of direct.values()) expect(await matrix.faultsFor(asking)).toEqual([]);
  });
});

describe('the record of who has read what', () => {
  test('every guarded read MUST be on record with department, purpose, fields and subjects, and nothing else', async () => {
    const recorded = await recordedReads(platform);
    expect(asked.size).toBeGreaterThan(0);
    for (const asking of asked) {
      const shown = new Set([gateway, ...direct.values()].flatMap((matrix) => [...matrix.shownTo(asking)]));
      const { departmentCode, subject } = asking.caller;
      const of = recorded.get(subject ?? '');
      if (shown.size === 0) expect([asking.name, of]).toEqual([asking.name, undefined]);
      else {
        const subjects = await subjectsOf(platform, shown, asking);
        expect(of).toEqual({ departments: new Set([departmentCode]), purposes: new Set([asking.purpose]), fields: shown, subjects });
      }
    }
    expect([...recorded.keys()].filter((subject) => !/, (no )?scope, |^owner /.test(subject))).toEqual([]);
  });

  test('every chain MUST hold', async () => {
    for (const { db } of platform.subgraphs.values()) expect(await verifyAudit(db)).toMatchObject({ broken: null });
  });

  test.each(Object.keys(tamperings))('a record that was %s by a superuser MUST be found, the first bad one named', async (how) => {
    for (const name of ['registry', 'equipment', 'credit']) {
      const subgraph = platform.subgraphs.get(name) as Subgraph;
      const table = chainOf(subgraph);
      const [read] = await platform.sql<{ at: string }>(
        `SELECT sequence AS at FROM ${table} WHERE record LIKE '%"read"%' ORDER BY sequence OFFSET 5`,
      );
      const [statement, broken] = tamperings[how]?.(table, Number(read?.at)) ?? ['', 0];
      const seen = await whileTampered(platform, table, statement, () => verifyAudit(subgraph.db));
      expect(seen.broken).toBe(String(broken));
      expect(await verifyAudit(subgraph.db)).toMatchObject({ broken: null });
    }
  });

  test('the service itself MUST NOT be able to change or remove a record', async () => {
    for (const { db } of platform.subgraphs.values()) {
      for (const statement of ["UPDATE audit_record SET record = ''", 'DELETE FROM audit_record', 'TRUNCATE audit_record']) {
        await expect(db.read(statement)).rejects.toThrow('permission denied');
      }
    }
  });
});

function filled(type: string, row: Record<string, unknown>): string[] {
  return Object.keys(row)
    .filter((name) => row[name] !== null && row[name] !== undefined)
    .map((name) => `${type}.${name}`);
}
