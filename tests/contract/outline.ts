import {
  Kind,
  TokenKind,
  parse,
  visit,
  type ASTNode,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type Token,
  type TypeNode,
  type ValueNode,
} from 'graphql';

/** One thing that the outline promises to clients. */
export interface Promised {
  /** Type, Type.field, Type.field(argument:), Enum.VALUE, Input.field, or Type key "fields". */
  coordinate: string;
  /** Of a field or an argument. */
  type?: TypeNode;
  defaultValue?: ValueNode;
  /** Of a field. */
  sharing?: string;
}

const CONNECTION_ARGUMENTS = 'type T { f(first: Int = 20, after: String): T }';
const DECLARED_BY_OUTLINE = /^(Object|Scalar|Union)TypeDefinition$/;
/** Of several undeclared types on a line, a list of values belongs to the one whose name says that it has values. */
const HAS_VALUES = /(Kind|Status|Period|Basis|Scheme|Grade|Channel|Category|Level)$/;
const BUILT_IN = new Set(['ID', 'Int', 'Float', 'String', 'Boolean']);

/**
 * Reads the outline of the contract. It is close to SDL: `[X]@connection` stands for XConnection with its two arguments,
 * and what an enum, a filter or an entry holds is often said in the comment on its line.
 */
export function readOutline(text: string): Promised[] {
  const document = parse(text);
  const promised = document.definitions.flatMap((definition): Promised[] => {
    switch (definition.kind) {
      case Kind.SCALAR_TYPE_DEFINITION:
        return [{ coordinate: definition.name.value }];
      case Kind.ENUM_TYPE_DEFINITION:
        return [definition, ...(definition.values ?? [])].map(({ name }) => ({
          coordinate: name === definition.name ? name.value : `${definition.name.value}.${name.value}`,
        }));
      case Kind.UNION_TYPE_DEFINITION:
        return [
          { coordinate: definition.name.value },
          ...(definition.types ?? []).map((member) => ({
            coordinate: `${definition.name.value} | ${member.name.value}`,
          })),
        ];
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION: {
        const type = definition.name.value;
        const keys = argumentsOf(definition.directives, 'key', 'fields').map((fields) => ({
          coordinate: `${type} key "${fields}"`,
        }));
        return [
          { coordinate: type },
          ...keys,
          ...(definition.fields ?? []).flatMap((field) => fieldOf(type, field)),
        ];
      }
      case Kind.DIRECTIVE_DEFINITION:
        return []; // @sharing has tests of its own
      default:
        throw new Error(`the outline holds what its reader does not know: ${definition.kind}`);
    }
  });
  const all = [...promised, ...commentsOf(document)];
  return all.filter(({ coordinate }, at) => all.findIndex((each) => each.coordinate === coordinate) === at);
}

function fieldOf(parent: string, field: FieldDefinitionNode): Promised[] {
  const coordinate = `${parent}.${field.name.value}`;
  const isConnection = field.directives?.some(({ name }) => name.value === 'connection') === true;
  const own = (field.arguments ?? []).map(({ name, type, defaultValue }) => ({
    coordinate: `${coordinate}(${name.value}:)`,
    type,
    defaultValue,
  }));
  const paged = isConnection
    ? pageArguments(coordinate).filter((each) => !own.some((known) => known.coordinate === each.coordinate))
    : [];
  const [sharing] = argumentsOf(field.directives, 'sharing', 'level');
  return [
    { coordinate, type: isConnection ? connectionType(field.type) : field.type, sharing },
    ...own,
    ...paged,
  ];
}

function pageArguments(coordinate: string): Promised[] {
  const [definition] = parse(CONNECTION_ARGUMENTS).definitions;
  const field = definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? definition.fields?.[0] : undefined;
  return (field?.arguments ?? []).map(({ name, type, defaultValue }) => ({
    coordinate: `${coordinate}(${name.value}:)`,
    type,
    defaultValue,
  }));
}

/** [Equipment]@connection → EquipmentConnection */
function connectionType(type: TypeNode): TypeNode {
  if (type.kind !== Kind.NAMED_TYPE) return connectionType(type.type);
  return { ...type, name: { ...type.name, value: `${type.name.value}Connection` } };
}

function argumentsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  directive: string,
  argument: string,
): string[] {
  return (directives ?? [])
    .filter(({ name }) => name.value === directive)
    .flatMap(({ arguments: given }) => given?.find(({ name }) => name.value === argument)?.value ?? [])
    .flatMap((value) => ('value' in value && typeof value.value === 'string' ? value.value : []));
}

/** What is promised in comments: `# OPERATING REVOKED`, `# CaseStatus: LEAD FILED`, `# filter: region, status`, `# entry: code, name`. */
function commentsOf(document: ASTNode): Promised[] {
  const typesByLine = undeclaredTypes(document);
  const promised: Promised[] = [];
  for (let token = document.loc?.startToken as Token | null; token; token = token.next) {
    if (token.kind !== TokenKind.COMMENT) continue;
    const types =
      typesByLine.get(token.line) ?? (standsAlone(token) ? typesByLine.get(token.line - 1) : undefined) ?? [];
    promised.push(...valuesIn(token.value, types), ...namesIn(token.value, types));
  }
  return promised;
}

/** The types that each line names and the outline does not declare, in order. */
function undeclaredTypes(document: ASTNode): Map<number, string[]> {
  const declared = new Set<string>(BUILT_IN);
  const byLine = new Map<number, string[]>();
  visit(document, {
    enter(node) {
      if (DECLARED_BY_OUTLINE.test(node.kind) && 'name' in node && node.name?.kind === Kind.NAME)
        declared.add(node.name.value);
      if (node.kind !== Kind.NAMED_TYPE) return;
      const line = node.loc?.startToken.line ?? 0;
      byLine.set(line, [...(byLine.get(line) ?? []), node.name.value]);
    },
  });
  return new Map([...byLine].map(([line, types]) => [line, types.filter((type) => !declared.has(type))]));
}

function standsAlone(comment: Token): boolean {
  return comment.prev?.line !== comment.line;
}

function valuesIn(comment: string, types: readonly string[]): Promised[] {
  const values = new Set(comment.match(/(?<![\w-])[A-Z][A-Z_]{2,}(?![\w-])/g));
  const type =
    /^\s*([A-Z]\w*[a-z]): /.exec(comment)?.[1] ??
    types.findLast((name) => HAS_VALUES.test(name)) ??
    types.at(-1);
  if (values.size < 2 || type === undefined) return [];
  return [{ coordinate: type }, ...[...values].map((value) => ({ coordinate: `${type}.${value}` }))];
}

function namesIn(comment: string, types: readonly string[]): Promised[] {
  const [, label, names] = /(\w+): ([a-z]\w*(?:, [a-z]\w*)+)/.exec(comment) ?? [];
  const type = label === 'filter' ? types.find((name) => name.endsWith('Filter')) : types.at(-1);
  if (names === undefined || type === undefined) return [];
  return names.split(', ').map((name) => ({ coordinate: `${type}.${name}` }));
}
