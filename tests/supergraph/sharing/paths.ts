import {
  getNamedType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { OWN_ROWS } from './levels';

/** One field of a generated query, with what is selected of it. */
export interface Pick {
  /** The name in the answer. */
  alias: string;
  /** As it is asked: name and arguments. */
  asked: string;
  /** `Type.field`, whose level counts; null for what is no field of ours (`_entities`). */
  coordinate: string | null;
  /** The object type that it gives. */
  of: string | null;
  /** Whether what is selected stands in a fragment on that type, as for `_entities`. */
  inFragment?: boolean;
  picks: readonly Pick[];
}

/** The arguments with which a field finds a row of the sample, as `(code: "…")`, or '' for none. */
export type Arguments = (field: GraphQLField<unknown, unknown>, type: GraphQLObjectType | null) => string;

/** Where a walk begins: a root field, or an entity by its key. */
export interface Door {
  type: GraphQLObjectType;
  open: (picks: readonly Pick[]) => Pick;
}

const isOurs = (name: string) => !name.startsWith('_');

/** The object types that a field can give: of a union each, asked for with arguments of its own. */
function targetsOf(field: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isUnionType(type)) return type.getTypes();
  return isObjectType(type) ? [type] : [];
}

/** A step of a workflow acts on one row that must be there, and is tested with its noun; submissions take records. */
export function isStep({ name }: GraphQLObjectType, { args }: GraphQLField<unknown, unknown>): boolean {
  return name === 'Mutation' && !args.some((argument) => argument.name === 'records');
}

/** What auditors alone are told, who may do nothing else: it has tests of its own (audit-records.test.ts). */
export const isForAuditors = (coordinate: string) => /^(Query\.auditRecords$|AuditRecord)/.test(coordinate);

function pickOf(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  type: GraphQLObjectType | null,
  given: string,
  picks: readonly Pick[],
): Pick {
  const inFragment = isUnionType(getNamedType(field.type));
  const alias = inFragment ? `${field.name}As${type?.name}` : field.name;
  return {
    alias,
    asked: field.name + given,
    coordinate: `${parent}.${field.name}`,
    of: type?.name ?? null,
    inFragment,
    picks,
  };
}

/**
 * Finds by itself how every object type is reached: the shortest way to each, and from there one step over every field
 * to its neighbours. So each field of the schema is asked at least once, and each type over every field that leads to it:
 * by key, in a connection, from a matter, from another subgraph's noun.
 */
export class Paths {
  /** How each type is reached first. */
  readonly ways = new Map<string, Door>();

  constructor(
    private readonly schema: GraphQLSchema,
    doors: readonly Door[],
    private readonly argumentsOf: Arguments,
    /** Fields that this schema names but does not answer. */
    private readonly isForeign: (coordinate: string) => boolean = () => false,
    /** Guarded fields: of an object behind one its own fields are always asked, since it may be all that tells where its row lies. */
    private readonly isGuarded: (coordinate: string) => boolean = () => false,
  ) {
    const queue = [...doors];
    for (let door = queue.shift(); door; door = queue.shift()) {
      const { type, open } = door;
      if (this.ways.has(type.name)) continue;
      this.ways.set(type.name, door);
      for (const [field, next] of this.steps(type)) {
        const own = this.isGuarded(`${type.name}.${field.name}`) ? this.leaves(next) : [];
        queue.push({
          type: next,
          open: (picks) =>
            open(together(this.told(type), [this.pick(type, field, next, together(picks, own))])),
        });
      }
    }
  }

  /** One tree for each type that can be reached, and one for each door. */
  trees(doors: readonly Door[]): Pick[] {
    const atDoors = doors.map(({ type, open }) => open(this.everything(type)));
    const atTypes = [...this.ways.values()].map(({ type, open }) => {
      const steps = this.steps(type).map(([field, next]) =>
        this.pick(type, field, next, this.everything(next)),
      );
      return open(together(this.told(type), [...this.leaves(type), ...steps]));
    });
    return [...atDoors, ...atTypes];
  }

  /** Every field of a type; of objects behind it only that they are there. */
  private everything(type: GraphQLObjectType): Pick[] {
    const objects = this.steps(type).map(([field, next]) => {
      return this.pick(
        type,
        field,
        next,
        this.isGuarded(`${type.name}.${field.name}`) ? this.leaves(next) : [TYPENAME, ...this.told(next)],
      );
    });
    return together(this.told(type), [...this.leaves(type), ...objects]);
  }

  /** What tells whose a row is, where it is there for its handler alone: always asked of it, and of the edge that leads to it. */
  private told(type: GraphQLObjectType): Pick[] {
    const asked = (name: string, below: (next: GraphQLObjectType) => readonly Pick[]): Pick[] => {
      const field = this.fields(type).find((each) => each.name === name);
      const next = field ? (targetsOf(field)[0] ?? null) : null;
      return field ? [this.pick(type, field, next, next ? below(next) : [])] : [];
    };
    if (OWN_ROWS.has(type.name)) {
      const codeOf = (next: GraphQLObjectType) => this.leaves(next).filter(({ alias }) => alias === 'code');
      const names = ['number', 'category', 'competentKind', 'departmentKind', 'officer'];
      const own = names.flatMap((name) => asked(name, () => []));
      return [...own, ...['region', 'from', 'to'].flatMap((name) => asked(name, codeOf))];
    }
    const isEdge = this.steps(type).some(([{ name }, next]) => name === 'node' && OWN_ROWS.has(next.name));
    return isEdge ? asked('node', (next) => this.told(next)) : [];
  }

  private leaves(type: GraphQLObjectType): Pick[] {
    return this.fields(type)
      .filter((field) => targetsOf(field).length === 0)
      .map((field) => this.pick(type, field, null, []));
  }

  private steps(type: GraphQLObjectType): [GraphQLField<unknown, unknown>, GraphQLObjectType][] {
    return this.fields(type).flatMap((field) =>
      targetsOf(field).map((next) => [field, next] as [typeof field, typeof next]),
    );
  }

  private fields(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
    return Object.values(type.getFields()).filter(
      ({ name }) => isOurs(name) && !this.isForeign(`${type.name}.${name}`),
    );
  }

  private pick(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    type: GraphQLObjectType | null,
    picks: readonly Pick[],
  ): Pick {
    return pickOf(parent.name, field, type, this.argumentsOf(field, type), picks);
  }
}

function together(picks: readonly Pick[], more: readonly Pick[]): Pick[] {
  const both = picks.map((pick) => {
    const same = more.find(({ alias }) => alias === pick.alias);
    return same ? { ...pick, picks: together(pick.picks, same.picks) } : pick;
  });
  return [...both, ...more.filter(({ alias }) => !picks.some((each) => each.alias === alias))];
}

const TYPENAME: Pick = { alias: '__typename', asked: '__typename', coordinate: null, of: null, picks: [] };

/** The root fields of a schema as doors; each has an alias of its own when it is used in a document. */
export function rootDoors(root: GraphQLObjectType | null | undefined, argumentsOf: Arguments): Door[] {
  if (!root) return [];
  return Object.values(root.getFields()).flatMap((field) => {
    if (!isOurs(field.name) || isStep(root, field) || isForAuditors(`${root.name}.${field.name}`)) return [];
    return targetsOf(field).map((type) => {
      const given = argumentsOf(field, type);
      return { type, open: (picks: readonly Pick[]) => pickOf(root.name, field, type, given, picks) };
    });
  });
}

/** The root fields that hold no object: answers by themselves. */
export function rootLeaves(root: GraphQLObjectType | null | undefined, argumentsOf: Arguments): Pick[] {
  if (!root) return [];
  return Object.values(root.getFields())
    .filter((field) => targetsOf(field).length === 0 && isOurs(field.name) && !isStep(root, field))
    .map((field) => pickOf(root.name, field, null, argumentsOf(field, null), []));
}

export interface Document {
  text: string;
  picks: readonly Pick[];
}

/** Puts the trees into as few documents as their size allows, each tree under an alias of its own. */
export function documentsOf(trees: readonly Pick[], head: string, mostCharacters: number): Document[] {
  const documents: Document[] = [];
  let picks: Pick[] = [];
  const close = () => {
    if (picks.length > 0) documents.push({ picks, text: `${head} ${print(picks)}` });
    picks = [];
  };
  trees.forEach((tree, at) => {
    if (print([...picks, tree]).length > mostCharacters) close();
    picks.push({ ...tree, alias: `t${at}` });
  });
  close();
  return documents;
}

function print(picks: readonly Pick[]): string {
  const each = picks.map(({ alias, asked, of, inFragment, picks: below }) => {
    const named = asked === alias || asked.startsWith(`${alias}(`) ? asked : `${alias}: ${asked}`;
    if (below.length === 0) return named;
    return `${named} ${inFragment ? `{ ... on ${of} ${print(below)} }` : print(below)}`;
  });
  return `{ ${each.join(' ')} }`;
}
