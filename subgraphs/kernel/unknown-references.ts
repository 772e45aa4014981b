import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { Args, Ctx, Directive, ObjectType, Query, Resolver } from 'type-graphql';
import { Argument } from './argument';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type EntityClass } from './database';
import { Served } from './fact';
import { isShown } from './finding';
import { regionCode } from './identifier-kinds';
import { moment, oneOf, text } from './kinds';
import { keyOf, nameOf } from './notes';
import { PageArgs, connectionOf, derivedPage, within, type DerivedList } from './page';
import { canBeFlagged, lookAgain } from './reference-look';
import { Shared } from './sharing';
import { ReferenceStanding, type FlaggedReference } from './unknown-reference';

const always = { always: true };

@ObjectType({ description: '记录标识. A record by its type and its key.', simpleResolvers: true })
@Directive('@shareable')
export class RecordKey {
  @Served('UNCONDITIONAL', text(64), '类型. The name of its type in this API.', always) type: string;
  @Served('UNCONDITIONAL', text(200), '主键. The key that it is known by.', always) key: string;
}

@ObjectType({
  description: '待核引用. A reference that was kept though it leads to no record that is known.',
  simpleResolvers: true,
})
@Directive('@shareable')
class UnknownReference {
  @Served('UNCONDITIONAL', () => RecordKey, '所在记录. The record that holds the reference.', always)
  subject: RecordKey;

  @Served('UNCONDITIONAL', text(64), '数据项. The name of the field that holds it.', always) field: string;

  @Served('UNCONDITIONAL', text(64), '所指类型. The type of the record that it should lead to.', always)
  target: string;

  @Served('UNCONDITIONAL', text(200), '所指主键. The key that leads to no known record.', always) key: string;

  @Served(
    'UNCONDITIONAL',
    oneOf(ReferenceStanding),
    '原因. Whether the record is unknown, or could not be asked for.',
    always,
  )
  reason: keyof typeof ReferenceStanding;

  @Served('UNCONDITIONAL', moment, '起始时间. The moment since which it is flagged.', always) since: Date;
}

const UnknownReferenceConnection = connectionOf('UnknownReference', '待核引用', () => UnknownReference, {
  shareable: true,
});
const FLAGS: DerivedList<FlaggedReference> = {
  name: 'unknownReferences',
  order: ['noun', 'key', 'field', 'reference'],
};

/** The list of what a subgraph has flagged, `hazardsUnknownReferences`: what is on the page is looked at again before it is shown. */
export function unknownReferencesResolver(name: string, entities: readonly EntityClass[]): new () => object {
  @Resolver()
  class UnknownReferencesResolver {
    @Shared('UNCONDITIONAL')
    @Query(() => UnknownReferenceConnection, {
      name: `${name}UnknownReferences`,
      nullable: true,
      description:
        '待核引用：已留存而所指记录未查实. References that are kept though they lead to no known record.',
    })
    async unknownReferences(
      @Argument('region', regionCode, '记录所在区划及其下级. Held by rows in the subtree of this division.', {
        optional: true,
      })
      region: string | null,
      @Args(() => PageArgs) args: PageArgs,
      @Ctx() context: RequestContext,
    ) {
      const statement = sql`SELECT noun, key, field, reference, target, reason, since FROM unknown_reference AS flag
        WHERE true ${within(raw('region_code'), region)} ${ofShownRows(entities, context)}`;
      const read = () => derivedPage(context, FLAGS, statement, args);
      const seen = await read();
      const learned = await lookAgain(
        context,
        entities,
        seen.edges.map(({ node }) => node),
      );
      const { edges, ...rest } = learned ? await read() : seen;
      return { ...rest, edges: edges.map(({ node, cursor }) => ({ node: shown(node), cursor })) };
    }
  }
  return UnknownReferencesResolver;
}

/** Of a row that a caller may not know of, no flag is shown either. */
function ofShownRows(entities: readonly EntityClass[], context: RequestContext): Sql {
  const conditions = entities.flatMap((entity) => {
    const rule = isShown(entity, context);
    if (rule.text === '' || !canBeFlagged([entity])) return [];
    const [table, key] = [raw(tableOf(entity)), raw(snakeCase(keyOf(entity)))];
    return sql`AND (noun <> ${nameOf(entity)} OR EXISTS (SELECT FROM ${table} WHERE ${key} = flag.key ${rule}))`;
  });
  return conditions.length === 0 ? empty : join(conditions, ' ');
}

function shown({ noun, key, reference, ...flag }: FlaggedReference) {
  return { ...flag, subject: { type: noun, key }, key: reference };
}
