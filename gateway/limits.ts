import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
  isAbstractType,
  isEnumType,
  valueFromASTUntyped,
  type GraphQLObjectType,
  type ValueNode,
  isInputType,
} from 'graphql';
import {
  AliasForbidden,
  EnumValueUnknown,
  QueryTooDeep,
  scalars,
  type CatalogueError,
} from '../subgraphs/kernel';

export const MAX_DEPTH = 16;
export const MAX_TOKENS = 5_000;

/**
 * @apollo/gateway fetches keys and @requires data under their own names in the same answer as the client's fields. An
 * alias that is another field's name would overwrite them, silently: a client could send the registry's legal
 * representative as a code to another subgraph. Root fields have no keys, so their aliases are free.
 */
export function refuseMisleadingAliases(context: ValidationContext): ASTVisitor {
  const roots = new Set([context.getSchema().getQueryType(), context.getSchema().getMutationType()]);
  return {
    Field(node) {
      const parent = context.getParentType();
      const alias = node.alias?.value;
      if (!alias || alias === node.name.value || !parent) return;
      const possible = isAbstractType(parent)
        ? context.getSchema().getPossibleTypes(parent)
        : [parent as GraphQLObjectType];
      const isFieldOfParent =
        !roots.has(parent as never) && possible.some((type) => alias in type.getFields());
      if (isFieldOfParent || alias.startsWith('__'))
        context.reportError(at(AliasForbidden({ got: alias, type: parent.name }), node));
    },
  };
}

/** Depth is counted in fields, through fragments; introspection is as deep as it is and has one shape. */
export function limitDepth(context: ValidationContext): ASTVisitor {
  const known = new Map<FragmentDefinitionNode, number>();
  const depthOf = (set: SelectionSetNode | undefined): number => {
    const depths = (set?.selections ?? []).map((selection) => {
      if (selection.kind === Kind.FIELD)
        return selection.name.value.startsWith('__') ? 0 : 1 + depthOf(selection.selectionSet);
      if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
      const fragment = context.getFragment(selection.name.value);
      if (!fragment) return 0;
      // set before it is measured, so that a circle (refused by its own rule) ends here
      if (!known.has(fragment)) known.set(fragment, 0).set(fragment, depthOf(fragment.selectionSet));
      return known.get(fragment) ?? 0;
    });
    return Math.max(0, ...depths);
  };
  return {
    OperationDefinition(node) {
      const depth = depthOf(node.selectionSet);
      if (depth > MAX_DEPTH) context.reportError(at(QueryTooDeep({ max: MAX_DEPTH, got: depth }), node));
    },
  };
}

function at(
  error: CatalogueError,
  node: GraphQLError['nodes'] extends readonly (infer Node)[] | undefined ? Node : never,
): GraphQLError {
  return new GraphQLError(error.message, { nodes: node, originalError: error, extensions: error.extensions });
}

/**
 * The API schema that the gateway makes of a supergraph knows scalars by name only. With the checks of the vocabulary a
 * bad value is refused at the door, before anything is fetched, and with its own code.
 */
export function checkValuesAtTheDoor(schema: GraphQLSchema): void {
  for (const scalar of scalars) {
    const type = schema.getType(scalar.name);
    if (type) Object.assign(type, { parseValue: scalar.parseValue, parseLiteral: scalar.parseLiteral });
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isEnumType(type) || !isInputType(type) || type.name.startsWith('__')) continue;
    const allowed = type.getValues().map(({ name }) => name);
    const check = (value: unknown) => {
      if (typeof value === 'string' && allowed.includes(value)) return value;
      throw EnumValueUnknown({ field: type.name, allowed: allowed.join(', '), got: value });
    };
    Object.assign(type, {
      parseValue: check,
      parseLiteral: (node: ValueNode) => {
        const value: unknown = valueFromASTUntyped(node);
        if (node.kind === Kind.ENUM) return check(value);
        throw EnumValueUnknown({ field: type.name, allowed: allowed.join(', '), got: value });
      },
    });
  }
}
