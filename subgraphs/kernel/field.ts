import { Ctx, Directive, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';
import type { RequestContext } from './context';
import { Bounded } from './cost';
import type { GraphQLTypeOf, Kind } from './kinds';
import { unseal } from './sealing';
import { Shared } from './sharing';
import type { DepartmentKind, SharingLevel } from './vocabulary';

type Class = new () => object;

/** A field that a rule works out from a row, or that is looked up for it. */
export interface WorkedOut<Row> {
  level: SharingLevel;
  owner?: DepartmentKind;
  type: GraphQLTypeOf;
  says: string;
  of: (row: Row, context: RequestContext) => unknown;
  /** Never null: only where clients were promised so. */
  always?: boolean;
  /** A list in which there may be gaps: nouns that their own subgraph does not know. */
  gaps?: boolean;
  /** What the gateway must fetch for it from other subgraphs: `@requires`. */
  requires?: string;
  /** How long a plain list can be: see cost.ts. */
  longest?: number;
}
type WorkedOutOptions = Pick<WorkedOut<never>, 'owner' | 'always' | 'gaps' | 'requires' | 'longest'>;

/** Declares such a field: its level, what kind of value or which noun it is, what it says, and how it is worked out. */
export function workedOut<Row, Value>(
  level: SharingLevel,
  kind: Kind<Value, unknown>,
  says: string,
  of: (row: Row, context: RequestContext) => Value | null | undefined | Promise<Value | null | undefined>,
  options?: WorkedOutOptions,
): WorkedOut<Row>;
export function workedOut<Row>(
  level: SharingLevel,
  type: GraphQLTypeOf,
  says: string,
  of: (row: Row, context: RequestContext) => unknown,
  options?: WorkedOutOptions,
): WorkedOut<Row>;
export function workedOut<Row>(
  level: SharingLevel,
  type: Kind<unknown, unknown> | GraphQLTypeOf,
  says: string,
  of: (row: Row, context: RequestContext) => unknown,
  options: WorkedOutOptions = {},
): WorkedOut<Row> {
  return { level, type: typeof type === 'function' ? type : type.graphql, says, of, ...options };
}

/** A field that opens what is sealed at rest: for an agency with a purpose, inside its region, on record. */
export function unsealed<Row>(
  says: string,
  sealedOf: (row: Row) => string | null,
  level: SharingLevel = 'CONDITIONAL',
): WorkedOut<Row> {
  const open = (row: Row, { settings, loaders }: RequestContext) => {
    const sealed = sealedOf(row);
    if (sealed === null) return null;
    // once in an operation, under however many names it is asked for
    const opened = (loaders.get(unseal) ?? new Map()) as Map<string, string>;
    loaders.set(unseal, opened);
    const text = opened.get(sealed) ?? unseal(sealed, settings.dataKey);
    opened.set(sealed, text);
    return text;
  };
  return { level, type: () => String, says, of: open };
}

/** The fields of a type that are worked out, as one table. */
export function fields<Row extends object>(
  type: ClassType<Row>,
  table: Record<string, WorkedOut<Row>>,
): Class {
  return resolverOf(type, (add) => {
    for (const [
      name,
      { level, owner, type: result, says, of, always = false, gaps = false, requires, longest },
    ] of Object.entries(table)) {
      add(name, of, [Root(), Ctx()], (prototype, descriptor) => {
        if (requires !== undefined)
          Directive(`@requires(fields: "${requires}")`)(prototype, name, descriptor);
        FieldResolver(result, { nullable: gaps ? 'itemsAndList' : !always, description: says })(
          prototype,
          name,
          descriptor,
        );
        Shared(level, owner)(prototype, name, descriptor);
        if (longest !== undefined) Bounded(longest)(prototype, name, descriptor);
      });
    }
  });
}

export type Method = (...values: never[]) => unknown;
type Parameter = ReturnType<typeof Root>;
export type Add = (
  name: string,
  method: Method,
  parameters: readonly Parameter[],
  decorate: (prototype: object, descriptor: PropertyDescriptor) => void,
) => void;

/** A resolver class whose methods are declared by data: what type-graphql's decorators would say of methods written by hand. */
export function resolverOf(type: ClassType | null, methods: (add: Add) => void): Class {
  class Generated {}
  const prototype = Generated.prototype;
  methods((name, method, parameters, decorate) => {
    Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
    const types = parameters.map(() => Object);
    Reflect.defineMetadata('design:paramtypes', types, prototype, name);
    Reflect.defineMetadata('design:returntype', Object, prototype, name);
    parameters.forEach((parameter, at) => parameter(prototype, name, at));
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (descriptor) decorate(prototype, descriptor);
  });
  if (type) Resolver(() => type)(Generated);
  else Resolver()(Generated);
  return Generated;
}
