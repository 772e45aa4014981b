import { getNamedType, isObjectType } from 'graphql';
import { everyone } from './sharing/askings';
import { describeKinds, kindsOf } from './sharing/kinds';
import { CANARY } from './sharing/levels';
import type { Matrix } from './sharing/matrix';
import { isForAuditors } from './sharing/paths';
import { api, guarded, openStage, rules, type Stage } from './sharing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.platform.stop());

describe('the matrix', () => {
  test('its parts MUST be all kinds of caller, each once', () => {
    const parts = (['owners', 'others'] as const).flatMap((part) => [...kindsOf(part).keys()]);
    expect(parts.sort()).toEqual([...everyone(rules).keys()].sort());
  });

  test('it MUST reach every object type of the schema and find rows there', () => {
    const types = Object.values(api.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__') && !isForAuditors(type.name),
    );
    const roots = [api.getQueryType()?.name, api.getMutationType()?.name];
    const rows = stage.gateway.rows();
    // what a step alone answers with, to whoever has taken it
    const steps = Object.values(api.getMutationType()?.getFields() ?? {}).map(
      ({ type }) => getNamedType(type).name,
    );
    const isReceipt = (name: string) =>
      // LeftRecord is a part of the receipt of an import that is taken back
      [...steps, 'LeftRecord'].includes(name) &&
      [...rules].every(([at, { level }]) => level === 'PUBLIC' || !at.startsWith(`${name}.`));
    expect(
      types
        .map(({ name }) => name)
        .filter(
          (name) => !roots.includes(name) && !isReceipt(name) && !(stage.reached.has(name) && rows.has(name)),
        ),
    ).toEqual([]);
  });

  test('it MUST have something to hide in every field that is not for anyone', () => {
    const seen = new Set(
      [...stage.gateway.rows()].flatMap(([type, rows]) => rows.flatMap((row) => filled(type, row))),
    );
    const closed = [...rules].filter(
      ([coordinate, { level }]) =>
        level !== 'PUBLIC' && !/^(Query|Mutation)\./.test(coordinate) && !isForAuditors(coordinate),
    );
    expect(closed.map(([coordinate]) => coordinate).filter((coordinate) => !seen.has(coordinate))).toEqual(
      [],
    );
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
    expect(guarded.filter((coordinate) => !withCanary(stage.gateway).has(coordinate))).toEqual([]);
    const inSubgraphs = [...stage.direct.values()].map(withCanary);
    expect(guarded.filter((coordinate) => !inSubgraphs.some((seen) => seen.has(coordinate)))).toEqual([]);
  });
});

test('what one field hides no other MUST tell: a canary stands in fields of one level only', () => {
  const levels = new Map<string, Set<string>>();
  const cells = [stage.gateway, ...stage.direct.values()].flatMap((matrix) =>
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

describeKinds('others', () => stage);

function filled(type: string, row: Record<string, unknown>): string[] {
  return Object.keys(row)
    .filter((name) => row[name] !== null && row[name] !== undefined)
    .map((name) => `${type}.${name}`);
}
