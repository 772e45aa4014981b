import { dateInChina } from '../../kernel';
import { countsOf, partsOf, queryOf, recordsOf } from '../assessment/counted-part';
import { GatewayRefused, type Gateway } from './gateway';

/** All that is needed of a gateway. */
export type Asking = Pick<Gateway, 'ask'>;

const MEMBERS = 'query ($region: RegionCode!) { region(code: $region) { children { code name } } }';
const KNOWN = `query ($region: RegionCode!, $quarter: String!) { assessments(region: $region, quarter: $quarter) {
  regionCode indicators { code source measuredOn } beside { indicator source measuredOn } } }`;
const MODEL =
  'query ($region: RegionCode!, $quarter: String!) { assessmentModel(quarter: $quarter, region: $region) { indicators { code countedAs } } }';
const REGISTER = 'mutation ($input: RegisterSourceInput!) { registerSource(input: $input) { name } }';
const SUBMIT = `mutation ($source: String!, $records: [AssessmentFigureInput!]!) {
  submitAssessmentFigures(source: $source, records: $records) { accepted unchanged rejected { message } } }`;

/** Revisions are seconds since then: a number that a 32-bit integer holds until 2088. */
const REVISIONS_FROM = Date.parse('2020-01-01T00:00:00Z');

export interface CollectOptions {
  quarter: string;
  /** The division whose members are assessed. */
  region: string;
  source: string;
  /** Collects once more what was collected today. */
  again: boolean;
  now: () => Date;
  signal: AbortSignal;
  onProgress: (done: number, of: number, what: string) => void;
}

export interface Collected {
  members: number;
  accepted: number;
  unchanged: number;
  /** Collected today by an earlier run. */
  skipped: number;
  /** What could not be read or was refused, each with its reason. Nothing is submitted for it. */
  missing: string[];
  stopped: boolean;
}

/**
 * Reads the figures of every member from the API and submits each at once, so that an interrupted run goes on where it
 * was: what stands there with today's date is left alone. The revision grows with time: a later run replaces an earlier.
 */
export async function collect(gateway: Asking, options: CollectOptions): Promise<Collected> {
  await register(gateway, options.source);
  const members = await membersOf(gateway, options.region);
  const known = options.again ? new Set<string>() : await collectedToday(gateway, options);
  const counted = await countedIn(gateway, options);
  const work = members.flatMap((region) => counted.map((each) => ({ region, ...each })));
  const total: Collected = {
    members: members.length,
    accepted: 0,
    unchanged: 0,
    skipped: 0,
    missing: [],
    stopped: false,
  };
  for (const [at, task] of work.entries()) {
    const { region, indicator } = task;
    if (options.signal.aborted) return { ...total, stopped: true };
    if (known.has(`${region} ${indicator}`)) total.skipped++;
    else await collectOne(gateway, options, task, total);
    options.onProgress(at + 1, work.length, `${region} ${indicator}`);
  }
  return total;
}

/** Figures come from a source of the department that collects them. */
async function register(gateway: Asking, name: string): Promise<void> {
  const { registerSource } = await gateway.ask(REGISTER, { input: { name } });
  if (!registerSource)
    throw new GatewayRefused(
      `The source ${name} is not to be had: it is another department's, or the registry is silent. --source names one of your own.`,
    );
}

interface Task extends Counted {
  region: string;
}

async function collectOne(
  gateway: Asking,
  options: CollectOptions,
  task: Task,
  total: Collected,
): Promise<void> {
  const { region, indicator } = task;
  try {
    const { records, unknown } = await figuresOf(gateway, options, task);
    for (const beside of unknown)
      total.missing.push(`${region} ${named(indicator, beside)}: the answer holds no figure`);
    if (records.length === 0) return;
    const { submitAssessmentFigures: receipt } = (await gateway.ask(SUBMIT, {
      source: options.source,
      records,
    })) as {
      submitAssessmentFigures: {
        accepted: number;
        unchanged: number;
        rejected: { message: string }[];
      } | null;
    };
    total.accepted += receipt?.accepted ?? 0;
    total.unchanged += receipt?.unchanged ?? 0;
    if (!receipt) total.missing.push(`${region} ${indicator}: there is no receipt`);
    for (const { message } of receipt?.rejected ?? [])
      total.missing.push(`${region} ${indicator}: ${message}`);
  } catch (error) {
    if (!(error instanceof GatewayRefused)) throw error;
    total.missing.push(`${region} ${indicator}: ${error.message}`);
  }
}

/** An indicator, or what stands beside it. */
const named = (indicator: string, beside: string | null): string =>
  beside === null ? indicator : `${indicator}/${beside}`;

/** What the answer holds, as records; what it does not hold is named by what it stands beside, or by nothing. */
async function figuresOf(
  gateway: Asking,
  { quarter, now }: CollectOptions,
  { region, indicator, countedAs }: Task,
) {
  const asked = { region, quarter };
  const { query, variables } = queryOf(countedAs, asked);
  const data = await gateway.ask(query, variables);
  const moment = now();
  const counted = partsOf(countedAs).map((part) => ({ beside: part.beside, ...countsOf(part, data) }));
  const known = counted.filter(({ numerator, denominator }) => numerator !== null && denominator !== null);
  const records = known.map(({ beside, ...counts }) => ({
    ...counts,
    beside,
    evidence: recordsOf(countedAs, beside, asked),
    sourceId: `${quarter}-${region}/${named(indicator, beside)}`,
    revision: Math.floor((moment.getTime() - REVISIONS_FROM) / 1000),
    quarter,
    regionCode: region,
    indicator,
    measuredOn: dateInChina(moment),
  }));
  const unknown = counted.filter((each) => !known.includes(each)).map(({ beside }) => beside);
  return { records, unknown };
}

/** An indicator of the method that holds for the division, and by which of the figures it is computed. */
interface Counted {
  indicator: string;
  countedAs: string;
}

async function countedIn(gateway: Asking, { region, quarter }: CollectOptions): Promise<Counted[]> {
  const { assessmentModel } = (await gateway.ask(MODEL, { region, quarter })) as {
    assessmentModel: { indicators: { code: string; countedAs: string | null }[] } | null;
  };
  if (!assessmentModel) throw new GatewayRefused(`The method of ${region} could not be asked for.`);
  return assessmentModel.indicators.flatMap(({ code, countedAs }) =>
    countedAs !== null && partsOf(countedAs).length > 0 ? [{ indicator: code, countedAs }] : [],
  );
}

async function membersOf(gateway: Asking, region: string): Promise<string[]> {
  const { region: found } = (await gateway.ask(MEMBERS, { region })) as {
    region: { children: { code: string }[] } | null;
  };
  if (!found) throw new GatewayRefused(`There is no division ${region}.`);
  return found.children.map(({ code }) => code);
}

interface Measured {
  source: string | null;
  measuredOn: string | null;
}

async function collectedToday(
  gateway: Asking,
  { region, quarter, source, now }: CollectOptions,
): Promise<Set<string>> {
  const { assessments } = (await gateway.ask(KNOWN, { region, quarter })) as {
    assessments:
      | {
          regionCode: string;
          indicators: (Measured & { code: string })[];
          beside: (Measured & { indicator: string })[] | null;
        }[]
      | null;
  };
  const today = dateInChina(now());
  return new Set(
    (assessments ?? []).flatMap(({ regionCode, indicators, beside }) =>
      [...indicators, ...(beside ?? []).map((each) => ({ ...each, code: each.indicator }))]
        .filter((each) => each.source === source && each.measuredOn === today)
        .map(({ code }) => `${regionCode} ${code}`),
    ),
  );
}
