import { buildSchema, getNamedType, isObjectType, parse } from 'graphql';
import { readSharingRules, type SharingLevel } from '../../subgraphs/kernel';
import { read } from '../support/sources';
import { LAW, STRUCTURAL, TYPES } from './levels';

const LEVELS: readonly SharingLevel[] = ['PUBLIC', 'UNCONDITIONAL', 'CONDITIONAL', 'RESTRICTED'];
const rules = readSharingRules(parse(read('schema/supergraph.graphql')));
const api = buildSchema(read('schema/api.graphql'));
const declared = (coordinate: string) => LEVELS.indexOf(rules.get(coordinate)?.level ?? 'UNCONDITIONAL');

const objects = Object.values(api.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith('__') ? [type] : [],
);
const roots = new Set(['Query', 'Mutation']);
const isStructural = (name: string) => roots.has(name) || STRUCTURAL.test(name);

interface Step {
  from: string;
  to: string;
  level: number;
}

/** Every way from type to type. What a step or a submission answers is for who may take it. */
const steps: Step[] = objects.flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({
    from: type.name,
    to: getNamedType(field.type).name,
    level: type.name === 'Mutation' ? LEVELS.length : declared(`${type.name}.${field.name}`),
  })),
);

/** The most open way to each type: what is behind a field is no more open than the field. */
function waysTo(): Map<string, number> {
  const ways = new Map<string, number>([...roots].map((root) => [root, 0]));
  const best = ({ from, level }: Step) => Math.max(ways.get(from) ?? Infinity, level);
  for (;;) {
    const better = steps.filter((step) => best(step) < (ways.get(step.to) ?? Infinity));
    if (better.length === 0) return ways;
    for (const step of better) ways.set(step.to, Math.min(best(step), ways.get(step.to) ?? Infinity));
  }
}

const ways = waysTo();
/** Who may see a field at all: its own level, and that of the most open way to its type. */
const effective = (type: string, field: string) =>
  Math.max(ways.get(type) ?? 0, declared(`${type}.${field}`));

const fieldsOf = (type: string) => {
  const found = api.getType(type);
  return isObjectType(found) ? Object.keys(found.getFields()) : [];
};

/** The fields that a row of the table speaks of: `Type.field`, `Type.*`, or `*.field` of every type. */
function coordinatesOf(pattern: string): [string, string][] {
  const [type = '', field = ''] = pattern.split('.');
  const types = type === '*' ? objects.map(({ name }) => name) : [type];
  return types.flatMap((name) =>
    (field === '*' ? fieldsOf(name) : fieldsOf(name).filter((each) => each === field)).map(
      (each) => [name, each] as [string, string],
    ),
  );
}

describe('the levels of the law, by class of data', () => {
  const listed = Object.values(TYPES).flat();

  test('every type MUST be of one class, and every class of types that are there', () => {
    const there = objects.map(({ name }) => name).filter((name) => !isStructural(name));
    expect(there.filter((name) => !listed.includes(name))).toEqual([]);
    expect(listed.filter((name) => !there.includes(name))).toEqual([]);
    expect(listed.filter((name, at) => listed.indexOf(name) !== at)).toEqual([]);
  });

  test('no type MUST be come to more openly than its class is', () => {
    const open = LEVELS.flatMap((least, at) =>
      (TYPES[least] ?? []).flatMap((type) =>
        fieldsOf(type)
          .filter((field) => effective(type, field) < at)
          .map((field) => `${type}.${field} is of a class that is ${least}`),
      ),
    );
    expect(open).toEqual([]);
  });

  test.each(LAW.map(([least, what, ...patterns]) => [what, least, patterns] as const))(
    '%s MUST NOT be more open than %s',
    (_, least, patterns) => {
      for (const pattern of patterns) {
        const coordinates = coordinatesOf(pattern);
        expect([pattern, coordinates.length > 0]).toEqual([pattern, true]);
        const open = coordinates.filter(([type, field]) => effective(type, field) < LEVELS.indexOf(least));
        expect(open.map(([type, field]) => `${type}.${field}`)).toEqual([]);
      }
    },
  );

  test('whatever is named like personal data MUST be of a class', () => {
    const personal =
      /^(?!(Mutation|Region)\.).*(phone|idNumber|personName|fullName|principalName|responsibleName|controllerName|reporter)/i;
    const classed = new Set(
      LAW.flatMap(([, , ...patterns]) => patterns.flatMap(coordinatesOf).map((each) => each.join('.'))),
    );
    const found = objects.flatMap(({ name }) => fieldsOf(name).map((field) => `${name}.${field}`));
    expect(found.filter((each) => personal.test(each) && !classed.has(each))).toEqual([]);
  });
});
