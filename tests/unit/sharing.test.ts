import { parse, print } from 'graphql';
import {
  DepartmentKind,
  SharingGuard,
  answerDenied,
  coversRegion,
  isGuarded,
  readSharingRules,
  refusal,
  valuesOf,
  type Caller,
} from '../../subgraphs/kernel';
import { as } from '../support/callers';
import { ask, guard, root, schema } from '../support/guarded-schema';
import { refusalOf } from '../support/refusal';

const officer = as.officer('FIRE_RESCUE', '430000');
const sharer = as.officer('FIRE_RESCUE', '430000', 'share:conditional');
const market = as.officer('MARKET_SUPERVISION', '430000');
const PURPOSE = '检查';

describe('who may see a field', () => {
  const callers: [name: string, caller: Caller, purpose: string | null, sees: string][] = [
    ['a member of the public', as.public, null, 'name'],
    ['a member of the public who states a purpose', as.public, PURPOSE, 'name'],
    [
      'someone with scopes but no department',
      { ...as.public, scopes: ['share:conditional'] },
      PURPOSE,
      'name',
    ],
    [
      'an institution that acts for itself',
      { ...as.public, body: '91', scopes: ['share:conditional'] },
      PURPOSE,
      'name',
    ],
    ['an officer', officer, PURPOSE, 'name agent forgotten'],
    ['an officer with the scope and without a purpose', sharer, null, 'name agent forgotten'],
    ['an officer with the scope and an empty purpose', sharer, '', 'name agent forgotten'],
    ['an officer with the scope and a purpose', sharer, PURPOSE, 'name agent phone forgotten'],
    ['an officer of the owner', market, null, 'name agent notes forgotten'],
  ];

  test.each(callers)(
    '%s MUST see what the levels allow, and null with an error for the rest',
    (_, caller, purpose, sees) => {
      const all = ['name', 'agent', 'phone', 'notes', 'forgotten'];
      const hidden = all.filter((field) => !sees.split(' ').includes(field));
      const { data, denied } = ask('{ shop { name agent { name } phone notes forgotten } }', {
        caller,
        purpose,
      });
      expect(Object.keys(data.shop).filter((field) => data.shop[field] !== null)).toEqual(
        expect.arrayContaining(sees.split(' ')),
      );
      expect(hidden.filter((field) => data.shop[field] !== null)).toEqual([]);
      expect(denied).toEqual(hidden.map((field) => `shop.${field}`));
    },
  );

  test('a RESTRICTED field without an owner MUST be for nobody', () => {
    const rule = { level: 'RESTRICTED', owner: null } as const;
    for (const kind of valuesOf(DepartmentKind))
      expect(refusal(rule, as.officer(kind, '000000', 'share:conditional'), PURPOSE)).not.toBeNull();
    expect(refusal(rule, as.public, PURPOSE)).not.toBeNull();
  });

  test('a field without a declared level MUST be for agencies, never public', () => {
    expect(ask('{ shop { forgotten } }', { caller: as.public }).data.shop.forgotten).toBeNull();
    expect(ask('{ shop { forgotten } }', { caller: officer }).data.shop.forgotten).toBe('忘');
  });

  test('a refusal MUST say the field, its level, its owner and the reason, in both languages', () => {
    const { messages } = ask('{ shop { notes } }', { caller: officer });
    expect(messages.join()).toMatch(/Shop\.notes.*restricted.*market supervision.*only the owning/);
    expect(messages.join()).toMatch(/不予共享.*提供部门：市场监管.*仅提供部门可见/);
  });

  test('a refusal MUST NOT say "null" where a field has no owner', () => {
    expect(ask('{ shop { agent { name } } }', { caller: as.public }).messages.join()).not.toMatch(
      /null|undefined/,
    );
  });
});

describe('however a field is written', () => {
  test.each([
    ['an alias', '{ shop { x: phone } }', 'shop.x'],
    ['an alias on the way', '{ s: shop { o: owner { p: phone } } }', 's.o.p'],
    ['a fragment', '{ shop { ...F } } fragment F on Shop { phone }', 'shop.phone'],
    [
      'a fragment in a fragment',
      '{ shop { ...F } } fragment F on Shop { ...G } fragment G on Shop { phone }',
      'shop.phone',
    ],
    ['an inline fragment', '{ shop { ... on Shop { phone } } }', 'shop.phone'],
    ['an inline fragment without a type', '{ shop { ... { phone } } }', 'shop.phone'],
    ['a member of a union', '{ found { ... on Person { phone } } }', 'found.phone'],
    ['a list of lists', '{ shops { phone } }', 'shops.phone'],
    ['a circle of types', '{ shop { owner { shop { owner { phone } } } } }', 'shop.owner.shop.owner.phone'],
    ['a directive', '{ shop { phone @include(if: true) } }', 'shop.phone'],
  ])('%s MUST NOT get around the guard', (_, query, path) => {
    const { data, denied, guarded } = ask(query, { caller: officer });
    expect(denied).toEqual([path]);
    expect(print(guarded.document)).not.toMatch(/phone/);
    expect(JSON.stringify(data)).not.toMatch(/138|010/);
  });

  test('null MUST stand in every row of every list, and nothing be left of the guard’s own', () => {
    const { data } = ask('{ shops { phone } }', { caller: as.public });
    expect(data).toEqual({ shops: [[{ phone: null }, null], [{ phone: null }]] });
  });

  test('a selection set of which nothing is left MUST still answer its rows', () => {
    const { data } = ask('{ shop { owner { phone } agent { name } ... { ... { notes } } } }', {
      caller: as.public,
    });
    expect(data).toEqual({ shop: { owner: { phone: null }, agent: null, notes: null } });
  });

  test('a fragment under two parents MUST be judged under each', () => {
    const query = '{ shop { name owner { ...F } agent { ...F } } } fragment F on Person { name phone }';
    expect(ask(query, { caller: officer })).toMatchObject({
      data: { shop: { owner: { name: '张三', phone: null }, agent: { name: '李四', phone: null } } },
      denied: ['shop.owner.phone', 'shop.agent.phone'],
    });
    expect(ask(query, { caller: as.public })).toMatchObject({
      data: { shop: { owner: { name: '张三', phone: null }, agent: null } },
      denied: ['shop.owner.phone', 'shop.agent'],
    });
  });

  test('a denied root field MUST NOT be executed, be it a query or a mutation', () => {
    for (const [query, field] of [
      ['{ secret { name } }', 'secret'] as const,
      ['mutation { close { name } }', 'close'] as const,
    ]) {
      const { data, denied, guarded } = ask(query, { caller: as.public });
      expect(data).toEqual({ [field]: null });
      expect(denied).toEqual([field]);
      expect(print(guarded.document)).not.toContain(field);
    }
  });

  test('what may be seen MUST be left as it was written', () => {
    const document = parse(
      'query ($x: Boolean!) { shop { n: name @skip(if: $x) ...F } } fragment F on Shop { owner { name } }',
    );
    expect(guard.check(document, null, as.public, null).document).toBe(document);
  });

  test('introspection and __typename MUST be left alone', () => {
    const { data, denied } = ask('{ __typename __schema { queryType { name } } shop { __typename phone } }', {
      caller: as.public,
    });
    expect(data).toMatchObject({
      __typename: 'Query',
      __schema: { queryType: { name: 'Query' } },
      shop: { __typename: 'Shop' },
    });
    expect(denied).toEqual(['shop.phone']);
  });
});

describe('fields that the answer does not hold', () => {
  test('a denied field that the client skips MUST be neither answered nor refused', () => {
    const query = 'query ($no: Boolean!) { shop { name phone @include(if: $no) } }';
    const { data, denied } = ask(query, { caller: as.public, variables: { no: false } });
    expect({ data, denied }).toEqual({ data: { shop: { name: '甲' } }, denied: [] });
  });

  test.each([
    ['in a fragment', '...F @include(if: $no)'],
    ['in an inline fragment', '... @include(if: $no) { phone }'],
    ['below a field', 'owner @include(if: $no) { phone }'],
  ])('nor one that is skipped %s', (_, part) => {
    const used = part.includes('...F') ? 'fragment F on Shop { phone }' : '';
    const { data, denied } = ask(`query ($no: Boolean!) { shop { name ${part} } } ${used}`, {
      caller: as.public,
      variables: { no: false },
    });
    expect({ data, denied }).toEqual({ data: { shop: { name: '甲' } }, denied: [] });
  });

  test('a denied field that is asked for twice MUST be refused once', () => {
    const { data, denied } = ask('{ shop { phone ...F } } fragment F on Shop { phone }', {
      caller: as.public,
    });
    expect({ data, denied }).toEqual({ data: { shop: { phone: null } }, denied: ['shop.phone'] });
  });

  test('a list without rows MUST be answered as it is, with the refusal', () => {
    const nobody = { denied: ask('{ shops { phone } }', { caller: as.public }).guarded.denied };
    const data = { shops: [] };
    expect(
      answerDenied(data, { ...nobody, document: parse('{ a }'), disclosing: [] }).map(({ path }) => path),
    ).toEqual([['shops', 'phone']]);
    expect(data).toEqual({ shops: [] });
  });

  test('a denied field of one member of a union MUST NOT be put into the rows of another', () => {
    const { data } = ask('{ found { ... on Person { phone } ... on Shop { name } } }', { caller: as.public });
    expect(data.found[0]).toEqual({ name: '甲' });
  });
});

describe('limits and verdicts', () => {
  test('an operation of more than 10,000 fields, once its fragments are put in place, MUST be refused quickly', () => {
    const levels = Array.from(
      { length: 20 },
      (_, at) => `fragment F${at} on Person { shop { owner { ...F${at + 1} } agent { ...F${at + 1} } } }`,
    );
    const bomb = parse(`{ shop { owner { ...F0 } } } ${levels.join(' ')} fragment F20 on Person { name }`);
    const started = Date.now();
    expect(refusalOf(() => guard.check(bomb, null, officer, null)).extensions).toMatchObject({
      code: 'QUERY_TOO_LARGE',
      max: 10_000,
    });
    expect(Date.now() - started).toBeLessThan(1_000);
  });

  test('9,000 fields MUST pass', () => {
    const names = Array.from({ length: 9_000 }, (_, at) => `n${at}: name`).join(' ');
    expect(ask(`{ shop { ${names} } }`, { caller: as.public }).denied).toEqual([]);
  });

  test('a verdict MUST NOT serve another caller, purpose or operation of the same document', () => {
    const document = parse('query A { shop { name } } query B { shop { name phone notes agent { name } } }');
    const everyone: [Caller, string | null][] = [as.public, officer, sharer, market].flatMap(
      (caller): [Caller, string | null][] => [
        [caller, null],
        [caller, PURPOSE],
      ],
    );
    const deniedTo = (fresh: boolean) =>
      everyone.map(([caller, purpose]) =>
        ['A', 'B'].map((name) =>
          guard
            .check(fresh ? parse(print(document)) : document, name, caller, purpose)
            .denied.map(({ path }) => path.join('.')),
        ),
      );
    deniedTo(false);
    expect(deniedTo(false)).toEqual(deniedTo(true));
    expect(new Set(deniedTo(true).map((each) => JSON.stringify(each))).size).toBeGreaterThan(3);
  });

  test('a verdict MUST be kept for the next caller of the same standing, whatever the region', () => {
    const document = parse('{ shop { phone } }');
    const other = as.officer('FIRE_RESCUE', '110000');
    expect(guard.check(document, null, officer, null)).toBe(guard.check(document, null, other, null));
  });

  test('an operation that is not there MUST be left to the server, that refuses it', () => {
    const document = parse('query A { shop { phone } }');
    expect(guard.check(document, 'B', as.public, null).document).toBe(document);
  });
});

describe('what is disclosed', () => {
  test('guarded fields that are left in MUST be told, for the record', () => {
    const { guarded } = ask('{ shop { name phone owner { p: phone } } }', {
      caller: sharer,
      purpose: PURPOSE,
    });
    expect(guarded.disclosing.map(({ coordinate, path }) => `${coordinate} ${path.join('.')}`)).toEqual([
      'Shop.phone shop.phone',
      'Person.phone shop.owner.p',
    ]);
  });

  test('only CONDITIONAL and RESTRICTED MUST be guarded', () => {
    const levels = ['PUBLIC', 'UNCONDITIONAL', 'CONDITIONAL', 'RESTRICTED'] as const;
    expect(levels.map((level) => isGuarded({ level, owner: null }))).toEqual([false, false, true, true]);
  });

  test('rules MUST be read from extensions, and from quoted or bare values', () => {
    const rules = readSharingRules(
      parse(
        'extend type A { b: Int @sharing(level: "PUBLIC") c: Int @sharing(level: RESTRICTED, owner: WATER) d: Int }',
      ),
    );
    expect([...rules]).toEqual([
      ['A.b', { level: 'PUBLIC', owner: null }],
      ['A.c', { level: 'RESTRICTED', owner: 'WATER' }],
    ]);
  });

  test('with no rules at all, nothing MUST be public', () => {
    const blind = new SharingGuard(schema, new Map());
    expect(
      blind.check(parse('{ shop { name } }'), null, as.public, null).denied.map(({ path }) => path),
    ).toEqual([['shop']]);
    expect(coversRegion(as.public, '430000')).toBe(false);
    expect(root.shop).toBeDefined();
  });
});
