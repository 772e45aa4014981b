import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  Kind,
  execute,
  getOperationAST,
  lexicographicSortSchema,
  parse,
  print,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { keysInForm, readArguments } from './argument';
import { boundLists, withCosts } from './cost';
import type { SubgraphDefinition } from './definition';
import { openContext, type RequestContext, type SubgraphSettings } from './context';
import { withKeys, type GivenSettings } from './data-keys';
import { Database } from './database';
import { toClientError } from './client-error';
import { resolveDirectly } from './direct-resolvers';
import { generatedFor } from './generated';
import { scalars } from './scalars';
import { SharingGuard, answerDenied } from './guard';
import { recordReads } from './guarded-reads';
import { guardRows, readSharingRules } from './sharing';
import { EXCHANGE, callOf, type Call } from './caller';
import { recordsIn, type AskedRecords, type FoundRecords } from './journal-records';
import type { Log } from './log';
import { keepLooking } from './reference-look';
import { keepLearning } from './about';
import { keepJournal } from './keep-journal';
import type { Sealer } from './sealer';
import { newsAfter, type AskedJournal, type News } from './following';
import { Reactor, type ReactionState } from './reactor';
import type { Peer } from './peers';
import { AddressUnknown } from './request-errors';
import { readReference } from './text-arguments';
import { keepTurning } from './turning';
import { DepartmentKind, SharingLevel, printVocabulary } from './vocabulary';

type Class = new () => object;

const FEDERATION = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@composeDirective", "@cost", "@listSize"])
  @link(url: "https://onematter.example/sharing/v1.0", import: ["@sharing"])
  @composeDirective(name: "@sharing")

"""
共享级别. Who may see the field: see SharingLevel; bodies: an institution that acts for itself, too.
"""
directive @sharing(level: SharingLevel!, owner: DepartmentKind, bodies: Boolean) on FIELD_DEFINITION
`;

/** Builds the executable schema and the SDL that it is composed from. */
export function buildSubgraph(definition: SubgraphDefinition): { schema: GraphQLSchema; sdl: string } {
  // sorted, so that moving a noun or a field in the code changes nothing that is printed
  const plain = lexicographicSortSchema(
    buildSchemaSync({
      resolvers: [...definition.resolvers, ...generatedFor(definition)] as unknown as NonEmptyArray<Class>,
      orphanedTypes: [...definition.types],
      scalarsMap: [],
      // Arguments are checked by scalars, readers, pages and the rule for text, each with its own code.
      validate: false,
      skipCheck: true,
    }),
  );
  // type-graphql makes the roots itself, without a word
  Object.assign(plain.getQueryType() ?? {}, { description: '查询. The questions that can be asked.' });
  Object.assign(plain.getMutationType() ?? {}, {
    description: '报送与办理. The submissions and steps that can be made.',
  });
  const inDirective = [DepartmentKind, SharingLevel]
    .map(printVocabulary)
    .filter((sdl) => !plain.getType(sdl.match(/enum (\w+)/)?.[1] ?? ''));
  const typeDefs = withCosts(
    parse([FEDERATION, ...inDirective, unquoted(printSchemaWithDirectives(plain))].join('\n\n')),
  );
  const resolvers = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  const classes = [...definition.resolvers, ...generatedFor(definition)];
  resolveDirectly(classes, resolvers);
  for (const [type, resolve] of Object.entries(definition.references)) {
    if (!plain.getType(type))
      throw new Error(
        `${definition.name} resolves references of ${type}, which is not in its schema: add it to "types"`,
      );
    const inForm = keysInForm(plain, type, definition.types);
    resolvers[type] = {
      ...resolvers[type],
      // one that cannot be read costs itself alone, not those asked for beside it
      __resolveReference: async (ref: object, context: RequestContext) =>
        resolve(inForm(readReference(ref, type)) as never, context),
    };
  }
  for (const scalar of scalars) if (plain.getType(scalar.name)) resolvers[scalar.name] = scalar as never;
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  readArguments(schema, classes);
  boundLists(schema, typeDefs);
  guardRows(schema, readSharingRules(typeDefs));
  return { schema, sdl: print(typeDefs) };
}

interface Face {
  schema: GraphQLSchema;
  guard: SharingGuard;
}
const faces = new WeakMap<SubgraphDefinition, Face>();

/** What a subgraph answers by depends on its definition alone: made once, however often it is started. */
function faceOf(definition: SubgraphDefinition): Face {
  const known = faces.get(definition);
  if (known) return known;
  const { schema, sdl } = buildSubgraph(definition);
  const face = { schema, guard: new SharingGuard(schema, readSharingRules(parse(sdl))) };
  faces.set(definition, face);
  return face;
}

/** type-graphql prints the enum values of directives as strings. */
function unquoted(sdl: string): string {
  return sdl.replace(/(@sharing\([^)]*\))/g, (directive) => directive.replaceAll('"', ''));
}

export interface SubgraphOptions {
  url: string;
  settings: GivenSettings;
  log: Log;
  /** Whom it may ask for what its rules need; the map may be filled later. Whoever is not in it is silent. */
  peers?: ReadonlyMap<string, Peer>;
  /** Whether it does here what it has declared to do on what happens in others: not in a command. */
  reacts?: boolean;
  /** How long it pauses first before it tries again what has failed. */
  reactionPauseMs?: number;
  /** Tests move it. */
  clock?: () => Date;
  poolSize?: number;
}

/** What an operation writes for: its first mutation. */
function kindOf({ document, operationName }: Operation): string {
  const [first] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  return first?.kind === Kind.FIELD ? first.name.value : '';
}

interface Operation {
  document: DocumentNode;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** A subgraph at work on its database: the same behind HTTP and inside the gateway's process. */
export class Subgraph {
  readonly schema: GraphQLSchema;
  private readonly guard: SharingGuard;
  private readonly endLooking: readonly (() => void)[];
  private readonly sealer: Sealer;
  private readonly reactor: Reactor;
  private readonly endTurning: () => Promise<void>;

  private constructor(
    readonly definition: SubgraphDefinition,
    readonly db: Database,
    private readonly options: SubgraphOptions,
    private readonly settings: SubgraphSettings,
    { schema, guard }: Face,
  ) {
    this.schema = schema;
    this.guard = guard;
    const { name, entities } = definition;
    const { url, log, peers } = options;
    this.sealer = keepJournal(db, { url, name, settings, log, peers });
    const open = () => this.open(callOf(name));
    const { reactions = [], keeps, turnings = [] } = options.reacts ? definition : {};
    const pauseMs = options.reactionPauseMs;
    this.reactor = new Reactor({ self: name, db, open, reactions, keeps, log, pauseMs });
    this.endTurning = keepTurning(open, turnings, log);
    this.endLooking = [keepLooking, keepLearning].map((keep) => keep(open, entities, log));
  }

  /** The schema is built before a connection is asked for: while it is being built, nobody would hear that there is one. */
  static async start(definition: SubgraphDefinition, options: SubgraphOptions): Promise<Subgraph> {
    const { name, entities, needs } = definition;
    if (needs && options.settings[needs.of] === null)
      throw new Error(`${name} needs the setting ${needs.setting}`);
    const face = faceOf(definition);
    const { url, poolSize, settings } = options;
    const db = await Database.open({
      url,
      schema: name,
      entities,
      poolSize,
      waitMs: settings.databaseWaitMs,
    });
    try {
      const subgraph = new Subgraph(definition, db, options, await withKeys(db, definition, settings), face);
      if (options.reacts) await subgraph.definition.onStart?.(subgraph.open(callOf(name)));
      return subgraph;
    } catch (error) {
      await db.close();
      throw error;
    }
  }

  /** One context serves all fetches of an operation, so they share their loaders. */
  open(call: Call, signal?: AbortSignal): RequestContext {
    const { clock, peers = new Map<string, Peer>() } = this.options;
    const { name } = this.definition;
    const db = signal ? this.db.until(signal) : this.db;
    return openContext(call, db, this.settings, clock?.() ?? new Date(), { self: name, others: peers });
  }

  /** Answers an operation as far as the caller may see it. Never throws: what fails is an error of the answer. */
  async execute(operation: Operation, shared: RequestContext): Promise<ExecutionResult> {
    const db = shared.db.writing(kindOf(operation));
    const context: RequestContext = { ...shared, db, disclosures: [], refusals: [], told: [] };
    try {
      const guarded = this.guard.check(
        operation.document,
        operation.operationName,
        context.caller,
        context.purpose,
      );
      const result = await execute({
        schema: this.schema,
        document: guarded.document,
        operationName: operation.operationName,
        variableValues: operation.variables,
        contextValue: context,
      });
      const errors = (result.errors ?? []).map((error) =>
        toClientError(error, context.requestId, this.options.log),
      );
      errors.push(
        ...context.told,
        ...answerDenied(result.data, guarded),
        ...(await recordReads(this.db, result.data, guarded, context, this.options.log)),
      );
      return { data: result.data, ...(errors.length > 0 && { errors }) };
    } catch (error) {
      return { data: null, errors: [toClientError(error, context.requestId, this.options.log)] };
    }
  }

  /** What has happened here, for another subgraph that does something on it; all of it only for the one that keeps the merged log. */
  async follow({ waitMs, ...asked }: AskedJournal, { caller }: Call, signal?: AbortSignal): Promise<News> {
    if (asked.whole && caller.subgraph !== EXCHANGE) throw AddressUnknown({ got: '/journal' });
    return newsAfter(this.db, { ...asked, waitMs: Math.min(waitMs, this.settings.longestWaitMs) }, signal);
  }

  /** Entries of its journal, for an auditor. */
  records(asked: AskedRecords, { caller }: Call, signal?: AbortSignal): Promise<FoundRecords> {
    return recordsIn(signal ? this.db.until(signal) : this.db, this.definition.name, asked, caller);
  }

  /** How far its reactions have come. */
  reactionStates(): Promise<ReactionState[]> {
    return this.reactor.states();
  }

  /** Whether the database answers. */
  async isReady(): Promise<boolean> {
    return this.db.read('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  async stop(): Promise<void> {
    for (const end of this.endLooking) end();
    await Promise.all([this.reactor.stop(), this.endTurning()]);
    await this.sealer.stop();
    return this.db.close();
  }
}
