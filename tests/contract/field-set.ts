import { Kind, getNamedType, isObjectType, parse, type GraphQLSchema, type SelectionSetNode } from 'graphql';

export interface Selected {
  /** Type.field */
  read: string;
  withArguments: boolean;
}

/** The fields that a field set of @key or @requires reads, those inside of others as well. */
export function selectedBy(schema: GraphQLSchema, type: string, fieldSet: string): Selected[] {
  const [operation] = parse(`{ ${fieldSet} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`this is no field set: ${fieldSet}`);
  return selected(schema, type, operation.selectionSet);
}

function selected(schema: GraphQLSchema, type: string, { selections }: SelectionSetNode): Selected[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    if (node.kind === Kind.INLINE_FRAGMENT)
      return selected(schema, node.typeCondition?.name.value ?? type, node.selectionSet);
    const parent = schema.getType(type);
    const field = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) throw new Error(`a field set names ${type}.${node.name.value}, which is not served`);
    const own = { read: `${type}.${node.name.value}`, withArguments: (node.arguments ?? []).length > 0 };
    return [
      own,
      ...(node.selectionSet ? selected(schema, getNamedType(field.type).name, node.selectionSet) : []),
    ];
  });
}
