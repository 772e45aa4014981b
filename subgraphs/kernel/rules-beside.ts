import type { RequestContext } from './context';
import type { WorkedOut } from './field';
import type { GraphQLTypeOf } from './kinds';
import { versionOf, type LegalRule } from './rules';
import type { SharingLevel } from './vocabulary';

type RuleOf<Row> = (row: Row, context: RequestContext) => LegalRule | null | undefined;

/**
 * Beside each date or number that a rule of law computed, the rule itself: `dueOnRule` beside `dueOn`, null where that is.
 * `type` is the subgraph's reference to LegalRule; registry tells all of it by its version.
 */
export function rulesBeside<Row>(
  type: GraphQLTypeOf,
  level: SharingLevel,
  table: Readonly<Record<string, RuleOf<Row>>>,
): Record<string, WorkedOut<Row>> {
  const beside = (name: string, ruleOf: RuleOf<Row>): WorkedOut<Row> => ({
    level,
    type,
    says: `法定数值：得出 ${name} 所依据的规定. The rule of law that ${name} is worked out by.`,
    of(row, context) {
      const rule = ruleOf(row, context);
      return rule ? { version: versionOf(rule) } : null;
    },
  });
  return Object.fromEntries(
    Object.entries(table).map(([name, ruleOf]) => [`${name}Rule`, beside(name, ruleOf)]),
  );
}
