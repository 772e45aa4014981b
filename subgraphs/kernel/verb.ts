import { Arg, Ctx, ID, Mutation, Resolver, type ClassType } from 'type-graphql';
import { StepNotAllowed } from './catalogue';
import { askAbout } from './about';
import { alike, type CatalogueError } from './errors';
import { declareEvent } from './events';
import type { RequestContext } from './context';
import type { EntityClass, Transaction } from './database';
import { termOf } from './notes';
import type { GraphQLTypeOf } from './kinds';
import { askFacts } from './owned-fact';
import type { KeyAlone, Told } from './key-alone';
import { nounsOf, readRecord } from './record';
import { refuseElsewhere } from './jurisdiction';
import { askOwners } from './reference-check';
import { Shared } from './sharing';
import { stepWithin, takeStep } from './step';
import { wordsOf } from './vocabulary';

type Class = new () => object;
type Changes<Row> = Partial<Row>;
/** Who acts, and when: all that the rules of a step may look at besides the row. */
export type Acting = Pick<RequestContext, 'caller' | 'today' | 'now'>;

/** A mutation by which an officer acts: its name, its input and what it does. */
interface Verb<Input extends object> {
  name: string;
  says: string;
  input: Told<Input>;
  returns: GraphQLTypeOf;
  /** The noun that it acts on, where that is not what it returns. */
  on?: ClassType | string;
  /** What it has done, in one word, where its name does not say that well: `reported`. */
  done?: string;
  bodies?: boolean;
  run: (context: RequestContext, input: Input) => unknown;
}

/** A mutation that begins something, or acts on more than one row. A step of a procedure is a row of its table instead. */
export function defineVerb<Input extends object>(verb: Verb<Input>): Class {
  const [noun] = [verb.on ?? verb.returns()].flat() as [ClassType | string];
  declareEvent(noun, verb.name, verb);
  return verbOf(verb);
}

function verbOf<Input extends object>(verb: Verb<Input>): Class {
  const { input } = verb;
  return typeof input === 'function' ? verbToldRecord(verb, input) : verbToldKey(verb, input);
}

/** What is asked of other departments before a step that begins with a record. */
const ASKED = [askOwners, askFacts, askAbout, refuseElsewhere];

function verbToldRecord<Input extends object>(
  { name, says, returns, bodies, run }: Verb<Input>,
  input: new () => Input,
): Class {
  @Resolver()
  class VerbResolver {
    @Shared('UNCONDITIONAL', null, bodies)
    @Mutation(returns, { name, nullable: true, description: says })
    async act(
      @Arg('input', () => input, { description: '办理内容. The data that this step needs.' }) sent: object,
      @Ctx() context: RequestContext,
    ) {
      const record = readRecord(input, sent);
      for (const noun of nounsOf(input)) await Promise.all(ASKED.map((ask) => ask(context, noun, [record])));
      return run(context, record);
    }
  }
  return VerbResolver;
}

function verbToldKey<Input extends object>(
  { name, says, returns, bodies, run }: Verb<Input>,
  { argument, kind, says: keySays, inputOf }: KeyAlone<Input>,
): Class {
  @Resolver()
  class VerbResolver {
    @Shared('UNCONDITIONAL', null, bodies)
    @Mutation(returns, { name, nullable: true, description: says })
    act(@Arg(argument, () => ID, { description: keySays }) key: string, @Ctx() context: RequestContext) {
      return run(context, inputOf(kind.parse(key, argument)));
    }
  }
  return VerbResolver;
}

/** One step of a procedure: a row of its table. */
export interface ProcedureStep<
  Row extends object,
  Status extends string,
  Input extends object,
  Event extends string = string,
> {
  /** The states that it may be taken from; every state, if it is left out. */
  from?: readonly Status[];
  /** The state that it leads to, a function where it depends on what is decided or on the row; it stays, if left out or null. */
  to?: Status | null | ((input: Input, row: Row) => Status);
  /** What the officer's token must allow, of the procedure's subgraph. */
  scope: 'write' | 'decide';
  says: string;
  /** What it has done, in one word, where its name does not say that well: the event is `<noun>.<done>`. */
  done?: string;
  input: Told<Input>;
  /** What the row's history calls it, if there is one. */
  event?: Event | ((input: Input) => Event);
  /** The property with the division that the officer must answer for, if it is not the procedure's. */
  place?: keyof Row & string;
  /** Whether an institution that acts for itself may take it: of which row, `alone` or `admit` says. */
  bodies?: boolean;
  /** Refuses whoever may not take this step of this row, in whatever state it is. */
  admit?(row: Row, acting: Acting): void;
  /** The refusal of this step in other states, where it is not the procedure's. */
  refuse?(row: Row, state: Status): CatalogueError;
  /** What the law asks of the row and of the officer besides, once the row is in a state that the step begins in. */
  check?(row: Row, acting: Acting): void;
  /** What changes besides the state; may write other rows, and refuses what the law does not allow. */
  decide?(
    row: Row,
    input: Input,
    context: RequestContext,
    tx: Transaction,
  ): Changes<Row> | Promise<Changes<Row>>;
}

/** A step that was taken, as its history tells it. */
export interface Taken<Name extends string, Status extends string, Event extends string> {
  step: Name;
  event: Event | undefined;
  from: Status;
  to: Status;
}

interface ProcedureOptions<
  Row extends object,
  Status extends string,
  Name extends string,
  Told,
  Event extends string,
> {
  /** The subgraph that the scopes are of: `decide:hazards`. */
  scope: string;
  /** The property that a row is known by; its input has a field of the same name, or of the name `keyAs`. */
  key: keyof Row & string;
  keyAs?: string;
  /** The state that a row is in today, where that is not what its column `status` says. */
  stateOf?(row: Row, acting: Acting): Status;
  /** The property that holds the state, if it is not `status`. */
  status?: keyof Row & string;
  /** The property with the division that the officer must answer for, if it is not `regionCode`. */
  place?: keyof Row & string;
  /** Refuses whoever may not act on this row at all. */
  admit?(row: Row, acting: Acting, step: Name): void;
  /** Refuses whoever may take none of its steps but as part of another's: asked at the doors, not of `takeWithin`. */
  alone?(row: Row, context: RequestContext, tx: Transaction): void | Promise<void>;
  /** The enumeration of its states: STEP_NOT_ALLOWED names the state that refuses a step and what is allowed in it. */
  states?: Record<Status, Status>;
  /** The refusal of a step in a state that it is not taken from, where it has an error of its own. */
  refuse?(row: Row, step: Name, state: Status, allowed: readonly Name[]): CatalogueError;
  /** Puts the step into the row's history, before the row itself is changed. May add to what changes. */
  remember?(
    tx: Transaction,
    context: RequestContext,
    row: Row,
    taken: Taken<Name, Status, Event>,
    input: Told,
    changes: Changes<Row>,
  ): Promise<Changes<Row>> | Promise<void>;
}

export interface Procedure<Name extends string, Status extends string> {
  resolvers: readonly Class[];
  steps: readonly Name[];
  /** The steps that may be taken in a state. */
  allowedIn(state: Status): Name[];
}
/** A procedure whose steps other procedures may take along with their own. */
interface ProcedureOf<Row extends object, Status extends string, Inputs> extends Procedure<
  keyof Inputs & string,
  Status
> {
  /**
   * The state that a step leads to: what the table says of it, and nothing written. `input` is needed where the state depends on it.
   * @throws why this officer may not take it, or why it is not taken from the state that the row is in
   */
  stateAfter<Name extends keyof Inputs & string>(
    name: Name,
    row: Row,
    acting: Acting,
    input?: Inputs[Name],
  ): Status;
  /** Takes a step within another's transaction, which checks the scope and puts it on record; `field` is what its caller calls the key. */
  takeWithin<Name extends keyof Inputs & string>(
    tx: Transaction,
    context: RequestContext,
    name: Name,
    input: Inputs[Name],
    field?: string,
  ): Promise<Row>;
}

/** What stands in the table, or what it works out of what is known. */
function resolved<Known extends unknown[], Value extends string | null | undefined>(
  said: Value | ((...known: Known) => Value),
  ...known: Known
): Value {
  return typeof said === 'function' ? said(...known) : said;
}

/**
 * A workflow as one table: each step is a mutation of its name. The row is locked, the officer's division and kind are
 * checked, then the state, then the step's own rule; row, history and audit record are written together or not at all.
 */
export function procedure<
  Row extends object,
  Status extends string,
  Inputs extends Record<string, object>,
  Event extends string = string,
>(
  entity: EntityClass<Row>,
  options: ProcedureOptions<
    NoInfer<Row>,
    Status,
    keyof Inputs & string,
    Inputs[keyof Inputs & string],
    Event
  >,
  table: { [Name in keyof Inputs]: ProcedureStep<NoInfer<Row>, Status, Inputs[Name], Event> },
): ProcedureOf<Row, Status, Inputs> {
  type Name = keyof Inputs & string;
  const { scope, key, keyAs = key, status = 'status' as keyof Row & string } = options;
  const steps = Object.keys(table) as Name[];
  const startsIn = (step: Name, state: Status) => table[step].from?.includes(state) ?? true;
  const allowedIn = (state: Status) => steps.filter((step) => startsIn(step, state));
  const on = (name: Name, input: object) => {
    const value = String((input as Record<string, unknown>)[keyAs]);
    return { term: termOf(entity), entity, key, place: table[name].place ?? options.place, value };
  };

  function refusal(step: Name, row: Row, state: Status): CatalogueError {
    const allowed = allowedIn(state);
    if (options.refuse) return options.refuse(row, step, state, allowed);
    const status = options.states ? wordsOf(options.states, state) : alike(state);
    return StepNotAllowed({ key: String(row[key]), status, step, allowed: allowed.join(', ') || '—' });
  }

  function judge(name: Name, row: Row, acting: Acting): Status {
    const step = table[name];
    options.admit?.(row, acting, name);
    step.admit?.(row, acting);
    const from = options.stateOf?.(row, acting) ?? (row[status] as Status);
    if (!startsIn(name, from)) throw step.refuse?.(row, from) ?? refusal(name, row, from);
    step.check?.(row, acting);
    return from;
  }

  async function changesBy<Step extends Name>(
    name: Step,
    input: Inputs[Step],
    context: RequestContext,
    row: Row,
    tx: Transaction,
  ) {
    const from = judge(name, row, context);
    const changes = (await table[name].decide?.(row, input, context, tx)) ?? {};
    const to = resolved(table[name].to, input, row) ?? null;
    const taken = { step: name, event: resolved(table[name].event, input), from, to: to ?? from };
    const more = await options.remember?.(tx, context, row, taken, input, changes);
    const moved = to === null ? {} : ({ [status]: to } as Changes<Row>);
    return { ...moved, ...changes, ...more };
  }

  const resolvers = steps.map((name) => {
    const { says, input, done, bodies, scope: right } = table[name];
    declareEvent(entity as ClassType, name, { done, says });
    const step = { operation: name, scope: `${right}:${scope}`, bodies };
    const run = (context: RequestContext, told: Inputs[Name]) =>
      takeStep(context, { ...step, ...on(name, told) }, async (row, tx) => {
        await options.alone?.(row, context, tx);
        return changesBy(name, told, context, row, tx);
      });
    return verbOf<Inputs[Name]>({ name, says, input, bodies, returns: () => entity as ClassType, run });
  });
  return {
    resolvers,
    steps,
    allowedIn,
    stateAfter(name, row, acting, input = {} as Inputs[typeof name]) {
      const from = judge(name, row, acting);
      return resolved(table[name].to, input, row) ?? from;
    },
    takeWithin: async (tx, context, name, input, field) =>
      (
        await stepWithin(tx, context, { ...on(name, input), field }, (row) =>
          changesBy(name, input, context, row, tx),
        )
      ).row,
  };
}
