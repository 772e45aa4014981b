/** @jest-environment-options {"modules":"own"} */
import { execute, parse } from 'graphql';
import { Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  Shared,
  buildSubgraph,
  defineSubgraph,
  echo,
  openContext,
  type Caller,
  type Database,
  type RequestContext,
} from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import { TEST_SETTINGS } from '../support/settings';

interface Row {
  code: string;
  regionCode?: string | null;
}
const rows: Row[] = [
  { code: 'in', regionCode: '430682' },
  { code: 'out', regionCode: '110000' },
  { code: 'nowhere', regionCode: null },
  { code: 'bare' },
];

@ObjectType('Shop', { description: '商店. A shop of the test.', simpleResolvers: true })
@Directive('@key(fields: "code")')
class Shop {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '代码. Its code.' })
  code: string;

  @Shared('CONDITIONAL', 'MARKET_SUPERVISION')
  @Field(() => String, { nullable: true, description: '电话. Its phone.' })
  phone: string | null;

  regionCode: string | null;
}

@Resolver(() => Shop)
class ShopResolver {
  @Shared('PUBLIC')
  @Query(() => [Shop], { nullable: true, description: '商店. The shops.' })
  shops() {
    return rows.map((row) => ({ ...row, phone: `phone of ${row.code}` }));
  }

  @Shared('RESTRICTED', 'MARKET_SUPERVISION')
  @FieldResolver(() => String, { nullable: true, description: '备注. Notes.' })
  notes(@Root() { code }: Shop) {
    return `notes of ${code}`;
  }
}

const definition = defineSubgraph({
  name: 'shops',
  title: '商店. Shops',
  port: 1,
  resolvers: [ShopResolver],
  types: [Shop],
  entities: [],
  references: { Shop: ({ code }: { code: string }) => rows.find((row) => row.code === code) ?? null },
});
const { schema, sdl } = buildSubgraph(definition);
const NO_DATABASE = {} as Database;

async function run(
  query: string,
  caller: Caller,
): Promise<{ data: Record<string, unknown> | null | undefined; context: RequestContext }> {
  const context = openContext(callOf(caller, '检查'), NO_DATABASE, TEST_SETTINGS, new Date());
  const { data, errors } = await execute({ schema, document: parse(query), contextValue: context });
  if (errors) throw new Error(errors.join(' '));
  return { data: JSON.parse(JSON.stringify(data)) as Record<string, unknown>, context };
}
const LINXIANG = as.officer('MARKET_SUPERVISION', '430600', 'share:conditional');

describe('a subgraph as it is built', () => {
  test('its SDL MUST carry its levels, unquoted, and @composeDirective', () => {
    expect(sdl).toContain('phone: String @sharing(level: CONDITIONAL, owner: MARKET_SUPERVISION)');
    expect(sdl).toContain('@composeDirective(name: "@sharing")');
    expect(sdl).not.toMatch(/level: "/);
  });

  test('guarded fields MUST be null in rows outside the caller’s region, and in rows without one', async () => {
    const { data } = await run('{ shops { code phone notes } }', LINXIANG);
    expect(data?.shops).toEqual([
      { code: 'in', phone: 'phone of in', notes: 'notes of in' },
      { code: 'out', phone: null, notes: null },
      { code: 'nowhere', phone: null, notes: null },
      { code: 'bare', phone: null, notes: null },
    ]);
  });

  test('a caller without a region MUST see guarded fields of no row', async () => {
    const { data } = await run('{ shops { phone notes } }', { ...LINXIANG, region: null });
    expect(JSON.stringify(data)).not.toMatch(/phone of|notes of/);
  });

  test('the same MUST hold for references, whose field resolvers are those of the type', async () => {
    const { data } = await run(
      '{ _entities(representations: [{__typename: "Shop", code: "in"}, {__typename: "Shop", code: "out"}]) { ... on Shop { code notes } } }',
      LINXIANG,
    );
    expect(data?._entities).toEqual([
      { code: 'in', notes: 'notes of in' },
      { code: 'out', notes: null },
    ]);
  });

  test('a reference to nothing MUST be null, not an echo of what was sent', async () => {
    const { data } = await run(
      '{ _entities(representations: [{__typename: "Shop", code: "nope"}]) { ... on Shop { code } } }',
      LINXIANG,
    );
    expect(data?._entities).toEqual([null]);
  });

  test('what was shown MUST be told for the record, by field and key, and nothing else', async () => {
    const { context } = await run('{ shops { code phone } }', LINXIANG);
    expect(context.disclosures).toEqual([{ field: 'Shop.phone', subject: { type: 'Shop', key: 'in' } }]);
  });

  test('references of a type that is not in the schema MUST be refused when it is built', () => {
    expect(() =>
      buildSubgraph({ ...definition, references: { ...definition.references, Ship: echo } }),
    ).toThrow(/shops resolves references of Ship/);
  });
});
