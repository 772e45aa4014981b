import {
  OperationTypeNode,
  buildSchema,
  parse,
  validate,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import {
  choicesOf,
  toggleArgument,
  toggleChoice,
  type Choice,
  type Target,
} from '../../../gateway/sandbox/selection';
import { read } from '../../support/sources';

const QUERY: Target = { operation: OperationTypeNode.QUERY };
const MUTATION: Target = { operation: OperationTypeNode.MUTATION };
const api = buildSchema(read('schema/api.graphql'));

function rootOf(schema: GraphQLSchema, { operation }: Target): GraphQLNamedType {
  const root = schema.getRootType(operation);
  if (!root) throw new Error(`no ${operation}`);
  return root;
}

function pathOf(schema: GraphQLSchema, target: Target, steps: readonly string[]): Choice[] {
  let type = rootOf(schema, target);
  return steps.map((step) => {
    const choice = choicesOf(type, schema).find((each) => each.step === step);
    if (!choice) throw new Error(`${type.name} has no ${step}`);
    type = choice.type;
    return choice;
  });
}

const tick = (text: string, steps: readonly string[], target = QUERY) =>
  toggleChoice(text, target, pathOf(api, target, steps), api);
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

function tickArgument(text: string, steps: readonly string[], name: string): string {
  const path = pathOf(api, QUERY, steps);
  const argument = path.at(-1)?.field?.args.find((each) => each.name === name);
  if (!argument) throw new Error(`no argument ${name}`);
  return toggleArgument(text, QUERY, path, argument);
}

test.each([QUERY, MUTATION])(
  'whatever is ticked first at the root, the $operation MUST be valid, and unticking it MUST leave nothing',
  (target) => {
    for (const { step } of choicesOf(rootOf(api, target), api)) {
      const text = tick('', [step], target);
      expect({ step, errors: validate(api, parse(text)) }).toEqual({ step, errors: [] });
      expect(tick(text, [step], target).trim()).toBe('');
    }
  },
);

test('a tick deep in the tree MUST tick all above it, and unticking the last below MUST untick them', () => {
  const name = tick('', ['enterprise', 'region', 'fullName']);
  expect(flat(name)).toBe('query MyQuery { enterprise(uscc: "") { region { fullName } } }');
  const both = tick(name, ['enterprise', 'name']);
  expect(flat(both)).toBe('query MyQuery { enterprise(uscc: "") { region { fullName } name } }');
  expect(flat(tick(both, ['enterprise', 'region', 'fullName']))).toBe(
    'query MyQuery { enterprise(uscc: "") { name } }',
  );
});

test('a type of a union MUST be asked for by a fragment', () => {
  const [union] = choicesOf(rootOf(api, QUERY), api).filter(({ type }) =>
    choicesOf(type, api).some(({ field }) => !field),
  );
  const possible = union && choicesOf(union.type, api).find(({ field }) => !field);
  const text = tick('', [union?.step ?? '', possible?.step ?? '']);
  expect(text).toContain(`${possible?.step} {`);
  expect(validate(api, parse(text))).toEqual([]);
});

test('an argument MUST be given its default or something of its shape, and MUST go when it is unticked', () => {
  const text = tick('', ['enterprise', 'cases', 'totalCount']);
  const given = tickArgument(text, ['enterprise', 'cases'], 'first');
  expect(flat(given)).toMatch(/cases\(first: \d+\) \{ totalCount \}/);
  expect(tickArgument(given, ['enterprise', 'cases'], 'first')).toBe(text);
});

test('what stands around the operation MUST stay as it was typed, and other operations MUST not be touched', () => {
  const other = 'query Other   { viewer{department{name}} } # mine';
  const text = `# a note\nquery One { viewer { subject } }\n${other}\n`;
  expect(tick(text, ['viewer', 'scopes'])).toBe(
    `# a note\nquery One {\n  viewer {\n    subject\n    scopes\n  }\n}\n${other}\n`,
  );
  expect(flat(tick(text, ['viewer', 'scopes'], { ...QUERY, name: 'Other' }))).toMatch(
    /One \{ viewer \{ subject \} \} .* scopes/,
  );
});

test('a field that is asked for by an alias MUST count as ticked, with what it asks', () => {
  expect(flat(tick('{ mine: viewer { subject } }', ['viewer', 'subject']))).toBe('');
});

test('a query with a syntax error MUST be left alone', () => {
  expect(tick('{ viewer {', ['viewer', 'subject'])).toBe('{ viewer {');
});

test('comments without a query MUST stay above the first tick', () => {
  expect(tick('# a note\n', ['viewer', 'subject'])).toBe(
    '# a note\n\nquery MyQuery {\n  viewer {\n    subject\n  }\n}\n',
  );
});
