import { parse, type ExecutionResult } from 'graphql';
import {
  Subgraph,
  createLog,
  departmentOf,
  localPeer,
  type Call,
  type Caller,
  type GivenSettings,
  type Peer,
  type SubgraphDefinition,
} from '../../subgraphs/kernel';
import { as, callOf } from './callers';
import { testDatabase, type TestDatabase } from './database';
import { Emptier } from './emptier';
import { HeldSources, sourcesIn, withDecisions } from './sending';
import { TEST_SETTINGS } from './settings';

export interface RunOptions {
  caller?: Caller;
  purpose?: string;
  variables?: Record<string, unknown>;
  /** The address that it comes from. */
  client?: string;
  /** The sources that it sends under are the caller's already, unless a test is about just that. */
  unregistered?: boolean;
  /** What it sends as decided was decided by somebody else, and the caller may decide, unless a test is about just that. */
  undecided?: boolean;
}
export interface TestResult extends ExecutionResult {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of any shape
  data?: any;
}
export interface Sending {
  caller?: Caller;
  source?: string;
  unregistered?: boolean;
  undecided?: boolean;
}
export interface Receipt {
  accepted: number;
  unchanged: number;
  rejected: { index: number; sourceId: string | null; code: string; field: string | null; message: string }[];
}

export interface BedOptions {
  /** The day on which the tests take place, unless they move the clock; else it is the real time. */
  today?: string;
  /** Who submits and takes steps, unless a test says otherwise. */
  officer?: Caller;
  /** Those that it asks for what its rules need; whoever is not among them is silent. */
  peers?: readonly TestBed[];
  /** All others know these records, by their types, and say nothing else: for what rests on them, where they are not the matter of the test. */
  known?: Readonly<Record<string, readonly string[]>>;
  /** What all others say of any record of these types, whatever is asked: for rules that need it, where it is not the matter of the test. */
  says?: Readonly<Record<string, object>>;
  /** It does what it has declared to do on what happens in its peers. */
  reacts?: boolean;
}

/** How long a peer is waited for; what one submission takes at most. */
const [PEER_TIMEOUT_MS, BATCH] = [5_000, 1_000];

/**
 * One subgraph on a database that the file has for itself, opened before its tests and dropped after them. Where each test
 * is to find nothing of the one before: `beforeEach(() => bed.empty())`.
 */
export function testBed(definition: SubgraphDefinition, options: BedOptions = {}): TestBed {
  const bed = new TestBed(definition, options);
  beforeAll(() => bed.open());
  afterAll(() => bed.close());
  return bed;
}

export class TestBed {
  subgraph: Subgraph;
  private database: TestDatabase;
  private emptier: Emptier;
  private moment: Date | undefined;
  private held: HeldSources;

  constructor(
    private readonly definition: SubgraphDefinition,
    private readonly options: BedOptions,
  ) {}

  get url(): string {
    return this.database.url;
  }

  async open(): Promise<void> {
    this.database = await testDatabase();
    this.emptier = await Emptier.of(this.url, this.definition.name);
    await this.start();
  }

  async close(): Promise<void> {
    await this.subgraph?.stop();
    await this.emptier?.close();
    await this.database?.drop();
  }

  /** As if it were new: nothing in the tables but reference data, nothing kept in memory, the clock at its start. */
  async empty(): Promise<void> {
    await this.subgraph.stop();
    await this.emptier.empty();
    await this.start();
  }

  /** Anew on what is stored, with other settings; the clock stays. */
  async restart(settings: GivenSettings): Promise<void> {
    await this.subgraph.stop();
    await this.begin(settings);
  }

  /** Moves the clock. */
  now(moment: string): void {
    this.moment = new Date(moment);
  }

  /** Moves the clock to midday in China of a day. */
  on(day: string): void {
    this.now(`${day}T04:00:00Z`);
  }

  /** Runs an operation as the gateway would, on a new context. */
  async run(
    query: string,
    { caller = as.public, purpose, variables, client, ...past }: RunOptions = {},
  ): Promise<TestResult> {
    if (!past.unregistered && caller.department)
      await this.held.hold(sourcesIn(query, variables), departmentOf(caller));
    const sent = past.undecided ? { variables, scope: null } : withDecisions(query, variables);
    const scopes = sent.scope === null ? caller.scopes : [...caller.scopes, sent.scope];
    const call: Call = {
      ...callOf({ ...caller, scopes }, purpose ?? null),
      ...(client !== undefined && { client }),
    };
    const operation = { document: parse(query), variables: sent.variables };
    return plain(await this.subgraph.execute(operation, this.subgraph.open(call)));
  }

  /** Sends records in; whatever becomes of them is `data.receipt`. */
  submit(
    mutation: string,
    records: readonly object[],
    { caller = this.officer, source = 'test', ...past }: Sending = {},
  ): Promise<TestResult> {
    const query = `mutation ($source: String!, $records: ${this.typeOf(mutation, 'records')}) {
      receipt: ${mutation}(source: $source, records: $records) { accepted unchanged rejected { index sourceId code field message } }
    }`;
    return this.run(query, { caller, variables: { source, records }, ...past });
  }

  /** The receipt for records that are sent in. */
  async receipt(mutation: string, records: readonly object[], sending?: Sending): Promise<Receipt> {
    const answer = await this.submit(mutation, records, sending);
    expect(answer).toSucceed();
    return answer.data.receipt as Receipt;
  }

  /** Sends in records that must all be taken. */
  put(mutation: string, ...records: readonly object[]): Promise<void> {
    return this.putAs(this.officer, mutation, ...records);
  }

  async putAs(caller: Caller, mutation: string, ...records: readonly object[]): Promise<void> {
    for (let from = 0; from < records.length; from += BATCH) {
      const batch = records.slice(from, from + BATCH);
      expect(await this.receipt(mutation, batch, { caller })).toEqual({
        accepted: batch.length,
        unchanged: 0,
        rejected: [],
      });
    }
  }

  /** Takes a step; the fields of what it was taken on are `data.step`. */
  step(
    verb: string,
    input: object,
    caller: Caller = this.officer,
    fields = '__typename',
  ): Promise<TestResult> {
    const query = `mutation ($input: ${this.typeOf(verb, 'input')}) { step: ${verb}(input: $input) { ${fields} } }`;
    return this.run(query, { caller, variables: { input } });
  }

  /** What stands in the tables, past every rule. */
  rows<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    return this.subgraph.db.read(text, values);
  }

  /** The texts of the statements that the work runs; whose a source is a process learns once, with the first work that asks. */
  async statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const texts: string[] = [];
    this.subgraph.db.observe = (text) => texts.push(text);
    await work().finally(() => (this.subgraph.db.observe = undefined));
    return texts.filter((text) => !text.includes('FROM source_holder'));
  }

  /** This subgraph, as others ask it; it is silent while its bed is closed. */
  private asPeer(): Peer {
    const peer = () => localPeer(this.subgraph, PEER_TIMEOUT_MS) as Required<Peer>;
    return {
      ask: (question, call) => peer().ask(question, call),
      follow: async (...given) => peer().follow(...given),
      records: async (...given) => peer().records(...given),
    };
  }

  private async start(): Promise<void> {
    this.moment = undefined;
    if (this.options.today !== undefined) this.on(this.options.today);
    await this.begin(TEST_SETTINGS);
  }

  private async begin(settings: GivenSettings): Promise<void> {
    const { peers = [], known, says, reacts } = this.options;
    this.subgraph = await Subgraph.start(this.definition, {
      url: this.url,
      settings,
      log: createLog('silent', 'test'),
      peers: new Told(
        known,
        says,
        peers.map((bed) => [bed.definition.name, bed.asPeer()] as const),
      ),
      clock: () => this.moment ?? new Date(),
      reacts,
      reactionPauseMs: 20,
    });
    this.held = new HeldSources((text, values) => this.unobserved(text, values), [this.definition.name]);
  }

  /** Past whoever counts statements. */
  private async unobserved(text: string, values: readonly unknown[]): Promise<void> {
    const { db } = this.subgraph;
    const { observe } = db;
    db.observe = undefined;
    await db.read(text, values).finally(() => (db.observe = observe));
  }

  private get officer(): Caller {
    const { officer } = this.options;
    if (!officer) throw new Error('say who does this: this bed has no officer of its own');
    return officer;
  }

  /** The type of an argument of a mutation, as a variable of it is declared. */
  private typeOf(mutation: string, argument: string): string {
    const field = this.subgraph.schema.getMutationType()?.getFields()[mutation];
    const found = field?.args.find(({ name }) => name === argument);
    if (!found)
      throw new Error(`${this.definition.name} has no mutation ${mutation} with an argument ${argument}`);
    return String(found.type);
  }
}

/** Peers of which those that no bed stands for know what they are told. */
class Told extends Map<string, Peer> {
  constructor(
    private readonly known: BedOptions['known'],
    private readonly says: BedOptions['says'],
    peers: readonly (readonly [string, Peer])[],
  ) {
    super(peers);
  }

  override get(name: string): Peer | undefined {
    const { known, says } = this;
    const isSilent = known === undefined && says === undefined;
    return (
      super.get(name) ??
      (isSilent ? undefined : { ask: (question) => Promise.resolve(told(known ?? {}, says ?? {}, question)) })
    );
  }
}

function told(
  known: NonNullable<BedOptions['known']>,
  says: NonNullable<BedOptions['says']>,
  { query = '', variables }: Parameters<Peer['ask']>[0],
) {
  const entities = (variables?.of as Record<string, string>[]).map(({ __typename = '', ...key }) => {
    const said = says[__typename];
    const isKnown = said !== undefined || known[__typename]?.includes(Object.values(key)[0] ?? '');
    // nobody says more than is asked
    const asked = Object.entries(said ?? {}).filter(([field]) => query.includes(field));
    return isKnown ? Object.fromEntries(asked) : null;
  });
  return { data: { _entities: entities } };
}

/** An answer as it goes over the wire. */
function plain(result: ExecutionResult): TestResult {
  return JSON.parse(JSON.stringify(result)) as TestResult;
}
