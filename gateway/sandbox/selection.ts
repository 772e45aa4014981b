import {
  astFromValue,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  parse,
  print,
  type ArgumentNode,
  type ConstValueNode,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type OperationTypeNode,
  type SelectionNode,
} from 'graphql';

/** What can be ticked in the explorer: a field, or one of the types that an interface or a union may turn out to be. */
export interface Choice {
  /** As it is written in a query: the field's name, or `... on Type`. */
  readonly step: string;
  readonly type: GraphQLNamedType;
  readonly field?: GraphQLField<unknown, unknown>;
}

/** Where a tick goes: into the operation of this type, that with this name if there are several. */
export interface Target {
  readonly operation: OperationTypeNode;
  readonly name?: string;
}

export function choicesOf(type: GraphQLNamedType, schema: GraphQLSchema): readonly Choice[] {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  return [
    ...fields.map((field) => ({ step: field.name, type: getNamedType(field.type), field })),
    ...types.map((possible) => ({ step: `... on ${possible.name}`, type: possible })),
  ];
}

/** Null when it has a syntax error; an empty document when nothing but comments is there. */
export function parseQuery(text: string): DocumentNode | null {
  if (text.split('\n').every((line) => /^[\s,]*(#.*)?$/.test(line)))
    return { kind: Kind.DOCUMENT, definitions: [] };
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** What the operation asks for at its root. */
export function selectionsOf(document: DocumentNode, target: Target): readonly SelectionNode[] {
  return operationOf(document, target)?.selectionSet.selections ?? [];
}

export function selected(choice: Choice, among: readonly SelectionNode[]): SelectionNode | undefined {
  return among.find((selection) => stepOf(selection) === choice.step);
}

export function inside(selection: SelectionNode | undefined): readonly SelectionNode[] {
  return selection && 'selectionSet' in selection ? (selection.selectionSet?.selections ?? []) : [];
}

/** The query with the last choice of this path ticked, and all above it; or without it, and without what is left empty. */
export function toggleChoice(
  text: string,
  target: Target,
  path: readonly Choice[],
  schema: GraphQLSchema,
): string {
  const added = path.at(-1);
  return added ? change(text, target, path, (found) => (found ? undefined : whole(added, schema))) : text;
}

/** The query with this argument at the field that the path leads to, or without it. */
export function toggleArgument(
  text: string,
  target: Target,
  path: readonly Choice[],
  argument: GraphQLArgument,
): string {
  return change(text, target, path, (found) => {
    if (found?.kind !== Kind.FIELD) return found;
    const given = found.arguments ?? [];
    const others = given.filter(({ name }) => name.value !== argument.name);
    return { ...found, arguments: others.length < given.length ? others : [...given, started(argument)] };
  });
}

type Change = (found: SelectionNode | undefined) => SelectionNode | undefined;

/** Only the operation itself is printed anew: comments around it, other operations and fragments stay as they were typed. */
function change(text: string, target: Target, path: readonly Choice[], apply: Change): string {
  const document = parseQuery(text);
  if (!document) return text;
  const operation = operationOf(document, target);
  const selections = changed(operation?.selectionSet.selections ?? [], path, apply);
  const written =
    selections.length === 0
      ? ''
      : print({ ...(operation ?? fresh(target)), selectionSet: setOf(selections) });
  if (!operation?.loc) return [text.trimEnd(), `${written}\n`].filter(Boolean).join('\n\n');
  return text.slice(0, operation.loc.start) + written + text.slice(operation.loc.end);
}

function changed(
  among: readonly SelectionNode[],
  [choice, ...below]: readonly Choice[],
  apply: Change,
): readonly SelectionNode[] {
  if (!choice) return among;
  const found = selected(choice, among);
  const next =
    below.length === 0 ? apply(found) : filled(found ?? bare(choice), changed(inside(found), below, apply));
  if (!found) return next ? [...among, next] : among;
  return among.flatMap((selection) => (selection === found ? (next ?? []) : selection));
}

function operationOf(
  { definitions }: DocumentNode,
  { operation, name }: Target,
): OperationDefinitionNode | undefined {
  const fitting = definitions
    .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    .filter((each) => each.operation === operation);
  return fitting.find((each) => each.name?.value === name) ?? fitting[0];
}

function stepOf(selection: SelectionNode): string {
  if (selection.kind === Kind.FIELD) return selection.name.value;
  if (selection.kind === Kind.INLINE_FRAGMENT) return `... on ${selection.typeCondition?.name.value ?? ''}`;
  return `...${selection.name.value}`;
}

function fresh({ operation }: Target): Omit<OperationDefinitionNode, 'selectionSet'> {
  const value = `My${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
  return { kind: Kind.OPERATION_DEFINITION, operation, name: { kind: Kind.NAME, value } };
}

/** The choice with the arguments it cannot do without. */
function bare({ field, type }: Choice): SelectionNode {
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
  if (!field)
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: named(type.name) },
      selectionSet: setOf([]),
    };
  return {
    kind: Kind.FIELD,
    name: named(field.name),
    arguments: field.args.filter(isRequiredArgument).map(started),
  };
}

/** A choice that has fields of its own begins with the first that needs nothing: the query is valid after every tick. */
function whole(choice: Choice, schema: GraphQLSchema): SelectionNode | undefined {
  if (isLeafType(choice.type)) return bare(choice);
  const first = choicesOf(choice.type, schema).find(
    ({ type, field }) => isLeafType(type) && !field?.args.some(isRequiredArgument),
  );
  return filled(bare(choice), [
    first ? bare(first) : { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } },
  ]);
}

function filled(selection: SelectionNode, selections: readonly SelectionNode[]): SelectionNode | undefined {
  if (selection.kind === Kind.FRAGMENT_SPREAD || selections.length === 0) return undefined;
  return { ...selection, selectionSet: setOf(selections) };
}

function setOf(selections: readonly SelectionNode[]) {
  return { kind: Kind.SELECTION_SET, selections } as const;
}

function started({ name, type, defaultValue }: GraphQLArgument): ArgumentNode {
  const byDefault = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value: byDefault ?? placeholder(type),
  };
}

/** Something of the right shape, to be overtyped in the editor. */
function placeholder(type: GraphQLInputType): ConstValueNode {
  if (isNonNullType(type)) return placeholder(type.ofType);
  if (isListType(type)) return { kind: Kind.LIST, values: [] };
  if (isEnumType(type)) return { kind: Kind.ENUM, value: type.getValues()[0]?.name ?? '' };
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(isRequiredInputField);
    const fields = needed.map((field) => ({
      kind: Kind.OBJECT_FIELD as const,
      name: { kind: Kind.NAME as const, value: field.name },
      value: placeholder(field.type),
    }));
    return { kind: Kind.OBJECT, fields };
  }
  if (type.name === 'Boolean') return { kind: Kind.BOOLEAN, value: false };
  return type.name === 'Int' || type.name === 'Float'
    ? { kind: Kind.INT, value: '0' }
    : { kind: Kind.STRING, value: '' };
}
