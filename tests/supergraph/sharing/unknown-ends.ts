import { getNamedType, isCompositeType, isNonNullType, type GraphQLObjectType } from 'graphql';
import { declaredReferences, type Declared } from '../../../docs/references';
import { composeUscc, keyOf, snakeCase, tableOf, type EntityClass } from '../../../subgraphs/kernel';
import type { Platform } from '../../support/platform';
import { ONE } from './both-ways';
import { tables } from './places';
import { api, rules, type Stage } from './stage';

/** Keys of records that nobody knows, in the form of their kind. */
const NOBODY_KNOWS: Record<string, string> = {
  Enterprise: composeUscc('91430682', 'MA0GONE0'),
  Equipment: '51104306822024Z9999',
  Hazard: 'YH-GONE',
  SpotCheck: 'gone/gone',
  CccCertificate: '2099999999999999',
};

/** A reference that is kept though its owner knows no such record, followed with all that its target has. */
export function describeUnknownEnds(stageOf: () => Stage): void {
  const flagged = declaredReferences().filter(
    ({ noun, link }) => link.unknown === 'flag' && link.as !== undefined && !link.many && noun in ONE,
  );

  describe('a reference to a record that nobody knows', () => {
    test.each(flagged.map((each) => [`${each.noun}.${String(each.link.as)}`, each] as const))(
      '%s MUST keep its key or say at its place that it is not there, and leave the rest of the answer as it is',
      async (_, declared) => {
        const { platform } = stageOf();
        const of = tables().get(declared.noun);
        if (!of) throw new Error(`${declared.noun} has no table`);
        const { data, errors = [] } = await withoutEnd(platform, declared, of);
        const says = declared.owner === declared.subgraph ? 'REFERENCE_UNKNOWN' : 'DATA_INCOMPLETE';
        expect(errors.map(({ extensions }) => extensions.code).filter((code) => code !== says)).toEqual([]);
        expect(
          errors.map(({ path }) => path?.slice(0, 2)).filter((path) => path?.join() !== 'one,forth'),
        ).toEqual([]);
        expect(data.one.key).not.toBeNull();
        if (data.one.forth === null) expect(errors.length).toBeGreaterThan(0);
      },
    );
  });
}

async function withoutEnd(
  platform: Platform,
  { noun, to, link }: Declared,
  { schema, entity }: { schema: string; entity: EntityClass },
) {
  const [table, key, column] = [`${schema}.${tableOf(entity)}`, keyOf(entity), snakeCase(link.property)];
  const when = link.when ? `AND ${snakeCase(link.when.property)} = '${link.when.is}'` : '';
  const [row] = await platform.sql<{ key: string; was: string }>(
    `SELECT ${snakeCase(key)} AS key, ${column} AS was FROM ${table} WHERE ${column} IS NOT NULL ${when} ORDER BY 1 LIMIT 1`,
  );
  if (!row) throw new Error(`the sample has no row with ${noun}.${link.property}`);
  const put = (value: string) =>
    platform.sql(`UPDATE ${table} SET ${column} = $1 WHERE ${snakeCase(key)} = $2`, [value, row.key]);
  const gone = NOBODY_KNOWS[to];
  if (gone === undefined) throw new Error(`say which ${to} nobody knows`);
  await put(gone);
  const token = await platform.token('MARKET_SUPERVISION', '000000');
  const query = `query ($key: ${key === 'uscc' ? 'Uscc!' : 'ID!'}) { one: ${ONE[noun]} { key: ${key} forth: ${String(link.as)} { ${allOf(to)} } } }`;
  const answer = await platform.post(query, { token, variables: { key: row.key } });
  await put(row.was);
  return answer;
}

/** All that may be asked of a type without an argument, by agencies without a purpose; of what it leads to, that it is there. */
function allOf(type: string): string {
  return Object.values((api.getType(type) as GraphQLObjectType).getFields())
    .filter(({ args }) =>
      args.every(({ type: asked, defaultValue }) => !isNonNullType(asked) || defaultValue !== undefined),
    )
    .filter(({ name }) => /^(PUBLIC|UNCONDITIONAL)$/.test(rules.get(`${type}.${name}`)?.level ?? ''))
    .map(({ name, type: of }) => (isCompositeType(getNamedType(of)) ? `${name} { __typename }` : name))
    .join(' ');
}
