import { once, setMaxListeners } from 'node:events';
import type DataLoader from 'dataloader';
import { parse, type DocumentNode } from 'graphql';
import type { ClassType } from 'type-graphql';
import { PUBLIC_CALLER, callOf, subgraphCaller, type Call, type Caller } from './caller';
import { SubgraphUnavailable } from './catalogue';
import type { RequestContext } from './context';
import { catalogued } from './errors';
import type { AskedJournal, News } from './following';
import { defineLoader } from './loader';
import { keyOf, nameOf, ownerOf } from './notes';
import { keepHead, type SignedHead } from './journal-heads';
import type { AskedRecords, FoundRecords } from './journal-records';
import type { Reads } from './official-file';
import type { Answer, Question } from './remote';
import type { Subgraph } from './subgraph';

/** Another subgraph, as one asks it: through the door that the gateway uses, in its own process or over HTTP. */
export interface Peer {
  /** @param signal when whoever asked has gone */
  ask(question: Question, call: Call, signal?: AbortSignal): Promise<Answer>;
  /** Gives it the head of one's own journal, to keep. */
  keepHead?: (head: SignedHead, call: Call) => Promise<void>;
  /** What has happened there; whoever cannot be followed makes nothing happen here. */
  follow?(asked: AskedJournal, call: Call, signal?: AbortSignal): Promise<News>;
  /** Entries of its journal, for an auditor with whose eyes it is asked. */
  records?(asked: AskedRecords, call: Call, signal?: AbortSignal): Promise<FoundRecords>;
}

/** The subgraphs that one may ask, by their names, and the name that it asks under. */
export interface Peers {
  self: string;
  others: ReadonlyMap<string, Peer>;
}

/** A subgraph of this process as a peer of the others. It is waited for no longer than one behind HTTP. */
export function localPeer(subgraph: Subgraph, timeoutMs: number): Peer {
  const documents = new Map<string, DocumentNode>();
  return {
    keepHead: (head) => keepHead(subgraph.db, head),
    follow: (asked, call, signal) => subgraph.follow(asked, call, signal),
    async records(asked, call, given) {
      // whoever asks must still be in time itself
      const late = AbortSignal.timeout(timeoutMs / 2);
      const signal = given ? AbortSignal.any([given, late]) : late;
      return subgraph.records(asked, call, signal).catch(() => {
        given?.throwIfAborted();
        throw SubgraphUnavailable({ subgraph: subgraph.definition.name });
      });
    },
    async ask({ query = '', variables }, call, signal) {
      const document = documents.get(query) ?? parse(query);
      documents.set(query, document);
      const unavailable = SubgraphUnavailable({ subgraph: subgraph.definition.name });
      const ending = new AbortController();
      // each statement under way listens to it
      setMaxListeners(0, ending.signal);
      const end = () => ending.abort(unavailable);
      const late = setTimeout(end, timeoutMs).unref();
      signal?.addEventListener('abort', end, { once: true });
      const tooLate = once(ending.signal, 'abort').then(() => {
        throw unavailable;
      });
      try {
        // what is given up is ended in the database, too
        const answer = subgraph.execute({ document, variables }, subgraph.open(call, ending.signal));
        return await Promise.race([answer, tooLate]);
      } finally {
        tooLate.catch(() => undefined);
        clearTimeout(late);
        signal?.removeEventListener('abort', end);
      }
    },
  };
}

/** What a subgraph says of a noun: which fields of it, and how its answer is read. The noun's owner is asked, unless it is said. */
interface Asked<Facts> {
  from?: string;
  fields: string;
  facts: Reads<Facts>;
  /** Whether what is said depends on who asks here: it is asked with their eyes. */
  asCaller?: boolean;
}

/**
 * Declares what rules need to know of another subgraph's noun, known here by its key. The function returned asks for one
 * noun by its key; all that are asked for at the same time make one fetch, and one operation asks for each once. Null is a
 * noun that the other does not know. It asks as a subgraph: for the facts that any agency may see, never for a guarded one.
 * @throws SUBGRAPH_UNAVAILABLE where the other is silent, late or answers with an error: never a guess
 */
export function factsOf<Facts>(noun: ClassType, { from = ownerOf(noun) ?? '', fields, facts }: Asked<Facts>) {
  const key = keyOf(noun);
  const ask = partOf(nameOf(noun), { from, fields, facts });
  return (context: RequestContext, of: string): Promise<Facts | null> => ask(context, { [key]: of });
}

/** The same of what another adds to an entity, which is known here with all that the other requires of it. */
export function partOf<Facts>(
  type: string,
  { from, fields, facts, asCaller = false }: Asked<Facts> & { from: string },
) {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`;
  const fetch = async (context: RequestContext, representations: readonly string[]) => {
    const of = representations.map((each) => ({ __typename: type, ...(JSON.parse(each) as object) }));
    const eyes = asCaller ? context.caller : PUBLIC_CALLER;
    const entities = await entitiesOf(context, from, { query, variables: { of } }, eyes);
    if (entities.length !== of.length) throw SubgraphUnavailable({ subgraph: from });
    return representations.flatMap((each, at): [string, Facts][] =>
      entities[at] === null ? [] : [[each, read(facts, entities[at], from)]],
    );
  };
  const loader = defineLoader<[string, Facts]>(fetch, ([of]) => of);
  return async (context: RequestContext, representation: object): Promise<Facts | null> =>
    (await loader(context).load(JSON.stringify(representation)))?.[1] ?? null;
}

/** Makes what is asked of a noun once for each, and remembers it: one loader batches what is asked of it at the same time. */
export function onceANoun<Made>(make: (noun: ClassType) => Made): (noun: ClassType) => Made {
  const made = new WeakMap<ClassType, { made: Made }>();
  return (noun) => {
    const known = made.get(noun) ?? { made: make(noun) };
    made.set(noun, known);
    return known.made;
  };
}

/** What was asked of another, or null where it is silent: for what is told beside an answer and is no ground of it. */
export async function whereAnswered<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (catalogued(error)?.extensions.code !== 'SUBGRAPH_UNAVAILABLE') throw error;
    return null;
  }
}

const ANY_OF_THEM = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }';
/** By owner: what asks it of all the records that one operation refers to, whatever their nouns. */
const knownBy = new Map<string, (context: RequestContext) => DataLoader<string, string | null>>();

/**
 * Whether the owner of another's noun knows one by this key, as far as the caller may know: what is hidden from them is
 * answered as what is not there. All that are asked for at the same time make one fetch.
 * @throws SUBGRAPH_UNAVAILABLE where it is silent, late or answers with an error
 */
export async function isKnownToOwner(
  context: RequestContext,
  noun: ClassType,
  key: string,
): Promise<boolean> {
  const owner = ownerOf(noun) ?? '';
  const fetch = async (asking: RequestContext, representations: readonly string[]) => {
    const of = representations.map((each): unknown => JSON.parse(each));
    const entities = await entitiesOf(
      asking,
      owner,
      { query: ANY_OF_THEM, variables: { of } },
      asking.caller,
    );
    if (entities.length !== of.length) throw SubgraphUnavailable({ subgraph: owner });
    return representations.filter((_, at) => entities[at] !== null);
  };
  const loader = knownBy.get(owner) ?? defineLoader<string>(fetch, (representation) => representation);
  knownBy.set(owner, loader);
  const known = await loader(context).load(JSON.stringify({ __typename: nameOf(noun), [keyOf(noun)]: key }));
  return known !== null;
}

async function entitiesOf(
  { peers, requestId, client, db }: RequestContext,
  from: string,
  question: Question,
  eyes: Caller = PUBLIC_CALLER,
): Promise<readonly unknown[]> {
  // whoever it asks for, it asks with none of their rights
  const caller = subgraphCaller(peers.self, eyes);
  const call: Call = { caller, purpose: null, requestId, client };
  const asked = peers.others.get(from)?.ask(question, call, db.signal);
  const { data, errors = [] } = (await asked?.catch(() => db.signal?.throwIfAborted())) ?? {};
  const entities: unknown = data?._entities;
  if (errors.length > 0 || !Array.isArray(entities)) throw SubgraphUnavailable({ subgraph: from });
  return entities as readonly unknown[];
}

/** One of another version may say what is not understood here: that is no answer. */
function read<Facts>(facts: Reads<Facts>, said: unknown, from: string): Facts {
  try {
    return facts.parse(said, from);
  } catch {
    throw SubgraphUnavailable({ subgraph: from });
  }
}

/** Has the head of one's own journal kept by the next subgraph, in the order of their names, so that each keeps that of one. */
export async function keptByNext({ self, others }: Peers, head: SignedHead): Promise<void> {
  const names = [...new Set([...others.keys(), self])].sort();
  const next = names[(names.indexOf(self) + 1) % names.length] ?? self;
  const keep = next === self ? undefined : others.get(next)?.keepHead;
  if (!keep) throw new Error('there is no other subgraph');
  await keep(head, callOf(self));
}
