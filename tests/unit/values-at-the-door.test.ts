import { buildSchema, executeSync, parse, validate, type GraphQLError } from 'graphql';
import { checkValuesAtTheDoor } from '../../gateway/limits';
import { catalogued } from '../../subgraphs/kernel';

/** As the gateway makes it of a supergraph: scalars are known by name only. */
const schema = buildSchema(`
  scalar Uscc scalar RegionCode scalar Yuan scalar Date scalar DateTime scalar Unknown
  enum Status { OPEN CLOSED }
  input Filter { status: Status statuses: [Status!] on: Date region: RegionCode inner: Filter }
  type Query { find(uscc: Uscc, filter: Filter, on: Date, at: DateTime, over: Yuan, status: Status, other: Unknown): Status }`);
checkValuesAtTheDoor(schema);

interface Refused {
  code: unknown;
  got: unknown;
}
function refused(errors: readonly GraphQLError[]): Refused[] {
  return errors.map((error) => {
    const known = catalogued(error);
    return known ? { code: known.code, got: known.extensions.got } : { code: error.message, got: undefined };
  });
}
const inText = (argument: string) => refused(validate(schema, parse(`{ find(${argument}) }`)));
function asVariable(type: string, name: string, value: unknown): Refused[] {
  const document = parse(`query ($value: ${type}) { find(${name}: $value) }`);
  expect(validate(schema, document)).toEqual([]);
  return refused(
    executeSync({ schema, document, variableValues: { value }, rootValue: { find: 'OPEN' } }).errors ?? [],
  );
}

const SAMPLES: [type: string, name: string, bad: string, code: string][] = [
  ['Uscc', 'uscc', '91350203M0001QAY9B', 'USCC_INVALID'],
  ['Date', 'on', '2023-02-29', 'DATE_INVALID'],
  ['DateTime', 'at', '2023-02-29T00:00:00Z', 'DATETIME_INVALID'],
  ['Yuan', 'over', '1.005', 'YUAN_INVALID'],
];

describe('a bad value', () => {
  test.each(SAMPLES)(
    'of the scalar %s MUST be refused at the door, with its code and what was sent',
    (type, name, bad, code) => {
      expect(inText(`${name}: ${JSON.stringify(bad)}`)).toEqual([{ code, got: bad }]);
      expect(asVariable(type, name, bad)).toEqual([{ code, got: bad }]);
    },
  );

  test('of an enum MUST be refused at the door, with those that are allowed', () => {
    expect(inText('status: NOPE')).toEqual([{ code: 'ENUM_VALUE_UNKNOWN', got: 'NOPE' }]);
    expect(asVariable('Status', 'status', 'NOPE')).toEqual([{ code: 'ENUM_VALUE_UNKNOWN', got: 'NOPE' }]);
    const [error] = validate(schema, parse('{ find(status: NOPE) }'));
    expect(error?.message).toMatch(/OPEN, CLOSED.*NOPE/);
  });

  test.each([['__proto__'], ['toString'], ['open'], ['']])(
    '%j MUST NOT be taken for a value of an enum',
    (value) => {
      expect(asVariable('Status', 'status', value)).toEqual([{ code: 'ENUM_VALUE_UNKNOWN', got: value }]);
    },
  );

  test('deep in a filter MUST be refused as well', () => {
    expect(inText('filter: { inner: { statuses: [OPEN, NOPE] } }')).toEqual([
      { code: 'ENUM_VALUE_UNKNOWN', got: 'NOPE' },
    ]);
    expect(inText('filter: { inner: { on: "2023-02-29" } }')).toEqual([
      { code: 'DATE_INVALID', got: '2023-02-29' },
    ]);
    expect(asVariable('Filter', 'filter', { inner: { statuses: ['OPEN', 'NOPE'], region: '4306' } })).toEqual(
      [
        { code: 'ENUM_VALUE_UNKNOWN', got: 'NOPE' },
        { code: 'REGION_CODE_INVALID', got: '4306' },
      ],
    );
  });

  test('that is quoted where a name belongs, or of another kind, MUST be named as it was sent', () => {
    expect(inText('status: "OPEN"')).toEqual([{ code: 'ENUM_VALUE_UNKNOWN', got: 'OPEN' }]);
    expect(inText('uscc: true')).toEqual([{ code: 'USCC_INVALID', got: true }]);
  });

  test.each([[5], [true], [['OPEN', 'CLOSED']], [{}]])(
    '%j MUST be refused as a value of an enum',
    (value) => {
      expect(asVariable('Status', 'status', value)).toEqual([{ code: 'ENUM_VALUE_UNKNOWN', got: value }]);
    },
  );

  test('of a variable’s default MUST be refused', () => {
    const document = parse(
      'query ($on: Date = "2023-02-29", $status: Status = NOPE) { find(on: $on, status: $status) }',
    );
    expect(refused(validate(schema, document)).map(({ code }) => code)).toEqual([
      'DATE_INVALID',
      'ENUM_VALUE_UNKNOWN',
    ]);
  });
});

describe('a good value', () => {
  test('MUST pass, in the text, as a variable, and as null', () => {
    expect(
      inText('uscc: "91430111743169333P", status: OPEN, filter: { on: "2024-02-29", region: "430682" }'),
    ).toEqual([]);
    expect(inText('uscc: null, status: null')).toEqual([]);
    expect(asVariable('Status', 'status', 'CLOSED')).toEqual([]);
    expect(asVariable('Filter', 'filter', { statuses: ['OPEN'], on: null })).toEqual([]);
  });

  test('of a scalar that the vocabulary does not hold MUST pass as it is', () => {
    expect(asVariable('Unknown', 'other', { any: 'thing' })).toEqual([]);
  });

  test('introspection MUST go on working', () => {
    const { errors, data } = executeSync({
      schema,
      document: parse('{ __type(name: "Status") { kind enumValues { name } } }'),
    });
    expect(errors).toBeUndefined();
    expect(data?.__type).toMatchObject({ kind: 'ENUM', enumValues: [{ name: 'OPEN' }, { name: 'CLOSED' }] });
  });
});
