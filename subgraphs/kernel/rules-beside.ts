import type { RequestContext } from './context';
import type { WorkedOut } from './field';
import type { GraphQLTypeOf } from './kinds';
import { termEnd, versionOf, type LegalRule } from './rules';
import type { SharingLevel } from './vocabulary';

type Found = LegalRule | null | undefined;
type RuleOf<Row> = (row: Row, context: RequestContext) => Found | Promise<Found>;

/**
 * Beside each date or number that a rule of law computed, the rule itself: `dueOnRule` beside `dueOn`, null where that is, or
 * where a stored day does not follow from the rule as it counts now.
 * `type` is the subgraph's reference to LegalRule; registry, which tells all of it by its version, also says how it is shown.
 */
export function rulesBeside<Row>(
  type: GraphQLTypeOf,
  level: SharingLevel,
  table: Readonly<Record<string, RuleOf<Row>>>,
  shown: (rule: LegalRule) => object = (rule) => ({ version: versionOf(rule) }),
): Record<string, WorkedOut<Row>> {
  const beside = (name: string, ruleOf: RuleOf<Row>): WorkedOut<Row> => ({
    level,
    type,
    says: `法定数值：得出 ${name} 所依据的规定. The rule of law that ${name} is worked out by.`,
    async of(row, context) {
      const rule = await ruleOf(row, context);
      return rule ? shown(rule) : null;
    },
  });
  return Object.fromEntries(
    Object.entries(table).map(([name, ruleOf]) => [`${name}Rule`, beside(name, ruleOf)]),
  );
}

/** The rule, if the day that is stored is the one that it gives: a restriction may last longer, a rule may since be corrected. */
export function ruleBehind(
  day: string | null,
  rule: LegalRule | null,
  start: string | null,
): LegalRule | null {
  return rule !== null && start !== null && termEnd(rule, start) === day ? rule : null;
}
