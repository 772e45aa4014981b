import { parse } from 'graphql';
import { analyze } from '../analyze';
import {
  LARGEST_BATCH,
  NATIONWIDE,
  arrivesDecided,
  submit,
  type Caller,
  type DepartmentKind,
  type Subgraph,
  type Submission,
} from '../kernel';
import { assessQuarter } from './assessment';
import { makeApproval, makeDevices } from './devices';
import { AUTHORITY_SOURCE, inspectionBody, makeEdgeCases } from './edge-cases';
import { SOURCE, makeEnterprise, makePriorLicences, sourceOf } from './enterprises';
import { governMatters } from './governed';
import { makeListing, type DemoList } from './listings';
import { parts, type Act, type Sending } from './parts';
import { Places } from './places';
import { releases } from './releases';
import { chooseTypicalCases } from './typical-cases';

export interface DemoOptions {
  enterprises: number;
  seed: number;
  /** Only in this division; null is the whole country, with a stress on the places of the campaign documents. */
  region: string | null;
  /** The day that the data are made for: dates of inspections and listings lie around it. */
  asOf: string;
}
export const DEFAULT_AS_OF = '2026-11-01';
/** How many enterprises are made at a time, with all that belongs to them. */
const BLOCK = 500;

interface Progress {
  done: number;
  rows: number;
}

/**
 * Makes synthetic data and submits them like an agency would, by the same rules. Each enterprise depends on the seed and
 * its number only, so data of any scale begin with the same enterprises. Interrupted, it goes on where it was.
 */
export async function loadDemoData(
  running: ReadonlyMap<string, Subgraph>,
  options: DemoOptions,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Progress> {
  const submitter = new Submitter(running);
  const places = new Places(options.region);
  const resume = new Resume(running.get('registry') as Subgraph, options);
  let done = (await resume.done()) ?? 0;
  if (done === 0) {
    await resume.keep(0);
    await submitEdgeCases(submitter, options, places);
  }
  while (done < options.enterprises) {
    const next = Math.min(done + BLOCK, options.enterprises);
    await submitBlock(submitter, options, places, done, next);
    if (next === options.enterprises) await releaseFigures(submitter, options);
    await resume.keep(next);
    done = next;
    onProgress({ done, rows: submitter.rows });
  }
  if (submitter.rows > 0) for (const { db } of running.values()) await analyze(db);
  await assessQuarter(running, submitter, options.asOf);
  await chooseTypicalCases(running, options.asOf);
  await governMatters(running);
  return { done, rows: submitter.rows };
}

/** Figures are released as they are once everything is there. */
async function releaseFigures(submitter: Submitter, { asOf }: DemoOptions): Promise<void> {
  for (const act of releases(asOf)) await submitter.act(act);
}

async function submitBlock(
  submitter: Submitter,
  { seed, asOf }: DemoOptions,
  places: Places,
  from: number,
  to: number,
): Promise<void> {
  const enterprises = Array.from({ length: to - from }, (_, at) => makeEnterprise(seed, from + at, places));
  const devices = enterprises.flatMap((enterprise) => makeDevices(seed, enterprise, asOf));
  const listings = enterprises.flatMap((enterprise) => makeListing(seed, enterprise, asOf) ?? []);
  await submitter.send(
    'prior-licences',
    enterprises.flatMap((enterprise) => makePriorLicences(enterprise, asOf)),
  );
  await submitter.send(
    'enterprises',
    enterprises.map(({ record }) => record),
  );
  await Promise.all([
    submitter.send(
      'equipment',
      devices.map(({ record }) => record),
    ),
    submitter.sendListings(listings),
  ]);
  const { uscc: bodyUscc } = inspectionBody(seed, places);
  await submitter.send(
    'inspections',
    devices.flatMap(({ inspections }) => inspections.map((each) => ({ ...each, bodyUscc }))),
  );
  const block = { seed, asOf, places, enterprises, devices };
  for (const part of parts) await submitter.sendAll(part.make(block));
}

async function submitEdgeCases(
  submitter: Submitter,
  { seed, asOf }: DemoOptions,
  places: Places,
): Promise<void> {
  const cases = makeEdgeCases(seed, places);
  await submitter.send('enterprises', cases.enterprises);
  await submitter.send('enterprises', cases.authorityEnterprises, 'MARKET_SUPERVISION', AUTHORITY_SOURCE);
  await submitter.send('equipment', cases.devices);
  await submitter.send('inspection-bodies', [makeApproval(inspectionBody(seed, places), asOf)]);
  await submitter.send(
    'inspections',
    cases.inspections.map((each) => ({ ...each, bodyUscc: inspectionBody(seed, places).uscc })),
  );
  await submitter.sendListings(cases.listings);
  const block = { seed, asOf, places, enterprises: cases.users, devices: [] };
  for (const part of parts) {
    await submitter.sendAll(part.edgeCases?.(block) ?? []);
    for (const act of part.acts?.(block) ?? []) await submitter.act(act);
  }
}

const REGISTER = parse('mutation ($input: RegisterSourceInput!) { registerSource(input: $input) { name } }');

/** What arrives decided says by whom, and by which document. */
function withDecision(submission: Submission, record: object): object {
  if (!arrivesDecided(submission, record)) return record;
  return { decidedBy: 'demo-data:decider', decisionDocument: '合成决〔2026〕1号', ...record };
}

class Submitter {
  rows = 0;
  private readonly registered = new Set<string>();

  constructor(private readonly running: ReadonlyMap<string, Subgraph>) {}

  async send(
    kind: string,
    records: readonly object[],
    department: DepartmentKind = 'MARKET_SUPERVISION',
    source = sourceOf(department),
  ): Promise<void> {
    const { subgraph, submission } = this.find(kind);
    const caller = {
      subject: `demo-data:${source}`,
      department,
      departmentCode: null,
      region: NATIONWIDE,
      scopes: [`write:${submission.subgraph}`, `decide:${submission.subgraph}`],
    };
    await this.register(source, caller);
    for (let at = 0; at < records.length; at += LARGEST_BATCH) {
      const context = subgraph.open({ caller, purpose: null, requestId: 'demo-data', client: 'demo-data' });
      const batch = records.slice(at, at + LARGEST_BATCH).map((record) => withDecision(submission, record));
      const { rejected } = await submit(context, submission, source, batch);
      const [first] = rejected;
      if (first)
        throw new Error(
          `${rejected.length} made-up ${kind} were refused; the first: ${first.sourceId} ${first.message}`,
        );
    }
    this.rows += records.length;
  }

  async sendAll(sendings: readonly Sending[]): Promise<void> {
    for (const { kind, records, department } of sendings) await this.send(kind, records, department);
  }

  /** A source is its department's before anything is sent under it. */
  private async register(source: string, caller: Caller): Promise<void> {
    if (this.registered.has(source)) return;
    const registry = this.running.get('registry') as Subgraph;
    const context = registry.open({ caller, purpose: null, requestId: 'demo-data', client: 'demo-data' });
    const variables = { input: { name: source, title: '合成数据 synthetic data' } };
    const { errors: [error] = [] } = await registry.execute({ document: REGISTER, variables }, context);
    if (error) throw new Error(`the source ${source} is not to be had: ${error.message}`);
    this.registered.add(source);
  }

  /** Takes a step of a workflow; one that was taken by an earlier run is left as it is. */
  async act({ subgraph, department, region, officer, scope, query, variables, before }: Act): Promise<void> {
    const running = this.running.get(subgraph) as Subgraph;
    const caller = {
      subject: `demo-data:${officer}`,
      department,
      departmentCode: `${region}-${department}`,
      region,
      scopes: [scope],
    };
    const context = running.open({ caller, purpose: null, requestId: 'demo-data', client: 'demo-data' });
    const { errors: [error] = [] } = await running.execute({ document: parse(query), variables }, context);
    if (error && error.extensions.code !== before)
      throw new Error(`a made-up step was refused: ${error.message}`);
  }

  /** Each list is submitted by the kind of department that keeps it. */
  async sendListings(listings: readonly { list: DemoList; record: object }[]): Promise<void> {
    const of = (kept: DemoList) => listings.filter(({ list }) => list === kept).map(({ record }) => record);
    await this.send('listings', of('MARKET_SERIOUS_ILLEGAL'));
    await this.send('listings', of('WORK_SAFETY_SERIOUS'), 'EMERGENCY_MANAGEMENT');
  }

  private find(kind: string): { subgraph: Subgraph; submission: Submission } {
    for (const subgraph of this.running.values()) {
      const submission = subgraph.definition.submissions?.find((each) => each.kind === kind);
      if (submission) return { subgraph, submission };
    }
    throw new Error(`no subgraph takes in ${kind}`);
  }
}

/** How far the same data were loaded before; kept where imports keep their place. */
export class Resume {
  constructor(
    private readonly registry: Subgraph,
    private readonly options: DemoOptions,
  ) {}

  private get key(): string[] {
    const { seed, region, asOf } = this.options;
    return ['demo-data', SOURCE, `seed ${seed}, region ${region ?? 'all'}, as of ${asOf}`];
  }

  /** Null if these data were never begun. */
  async done(): Promise<number | null> {
    const [row] = await this.registry.db.read<{ rows_done: string }>(
      'SELECT rows_done FROM import_progress WHERE kind = $1 AND source = $2 AND file_digest = $3',
      this.key,
    );
    return row ? Number(row.rows_done) : null;
  }

  async keep(done: number): Promise<void> {
    await this.registry.db.read(
      `INSERT INTO import_progress (kind, source, file_digest, rows_done, accepted, unchanged, rejected, finished)
       VALUES ($1, $2, $3, $4, $4, 0, 0, false)
       ON CONFLICT (kind, source, file_digest) DO UPDATE SET rows_done = excluded.rows_done, accepted = excluded.accepted, updated_at = now()`,
      [...this.key, done],
    );
  }
}
