import type { GivenSettings } from './data-keys';
import type { RequestContext } from './context';
import type { Database, EntityClass } from './database';
import { isReferredTo } from './notes';
import type { NounDefinition } from './noun';
import type { Keeping, Reaction } from './reaction';
import type { Resource } from './resource';
import type { Retention } from './retention';
import type { Submission } from './submission';
import type { Turning } from './turning';

type Class = new () => object;

/** The face of a subgraph: what it owns, and nothing about where it runs. */
export interface SubgraphDefinition {
  name: string;
  /** Official term, then an English phrase. */
  title: string;
  /** The port of its own server, when it is served alone. */
  port: number;
  resolvers: readonly Class[];
  /** Every object type that no query of this subgraph reaches by itself: entities, stubs of other subgraphs' nouns. */
  types: readonly Class[];
  entities: readonly EntityClass[];
  /** How each entity is found by its key. A stub of another's noun is `echo`ed. */
  references: NounDefinition['references'];
  /** What it takes in; each becomes a mutation and a kind of `npm run import`. */
  submissions?: readonly Submission[];
  counts?: NounDefinition['counts'];
  /** What it serves by plain HTTP besides. */
  resources?: readonly Resource[];
  /** What it does on what happens in others. */
  reactions?: readonly Reaction[];
  /** The log that it keeps of what is written in all others. */
  keeps?: Keeping;
  /** For how long it keeps what of persons. */
  retention?: readonly Retention[];
  /** What happens to its rows when a day has passed. */
  turnings?: readonly Turning[];
  /** The setting that it cannot do without. */
  needs?: { setting: string; of: keyof GivenSettings };
  /** Loads reference data after the migrations; harmless when repeated. */
  loadOfficial?: (db: Database) => Promise<void>;
  /** What it puts on record when it begins to serve: harmless when repeated, and not done in a command. */
  onStart?: (context: RequestContext) => Promise<void>;
}

/** A subgraph by its nouns: the rest of its face follows from them. */
interface SubgraphOfNouns
  extends
    Pick<
      SubgraphDefinition,
      | 'name'
      | 'title'
      | 'port'
      | 'resources'
      | 'reactions'
      | 'keeps'
      | 'turnings'
      | 'retention'
      | 'needs'
      | 'loadOfficial'
      | 'onStart'
    >,
    Partial<Pick<SubgraphDefinition, 'resolvers' | 'types' | 'entities' | 'references' | 'submissions'>> {
  nouns?: readonly NounDefinition[];
  /** Other subgraphs' nouns. */
  others?: readonly Class[];
}

export function defineSubgraph({ nouns = [], others = [], ...own }: SubgraphOfNouns): SubgraphDefinition {
  const echoed = others.filter(isReferredTo).map((other) => [other.name, echo] as const);
  const referred = nouns.flatMap(({ references }) => Object.entries(references));
  const submissions = [...nouns.flatMap((noun) => noun.submissions), ...(own.submissions ?? [])];
  return {
    ...own,
    resolvers: [...nouns.flatMap(({ resolvers }) => resolvers), ...(own.resolvers ?? [])],
    types: [...nouns.flatMap(({ types }) => types), ...others, ...(own.types ?? [])],
    entities: [...nouns.flatMap(({ tables }) => tables), ...(own.entities ?? [])],
    references: { ...Object.fromEntries([...referred, ...echoed]), ...own.references },
    counts: nouns.flatMap(({ counts }) => counts),
    submissions: submissions.map((submission) => ({ ...submission, subgraph: own.name })),
  };
}

/** Resolves the reference of another subgraph's noun: its owner tells whether it exists. The copy may be written to. */
export function echo<Ref extends object>(reference: Ref): Ref {
  return { ...reference };
}
