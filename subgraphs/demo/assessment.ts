import type { Subgraph } from '../kernel';
import { countedIndicators } from '../matters/assessment/counted';
import { models, type AssessmentIndicator } from '../matters/assessment/model';
import { daysOf } from '../matters/assessment/quarter.rules';
import { collect } from '../matters/collect/collect';
import { Books } from './books';
import { MARK, sourceOf } from './enterprises';
import type { Act, Sending } from './parts';
import { Chance } from './random';

/** The city whose counties are assessed. */
const CITY = '430600';
const COMMITTEE = {
  subgraph: 'matters',
  department: 'SAFETY_COMMITTEE',
  scope: 'decide:matters',
  region: CITY,
} as const;
const EVIDENCE = `${MARK}，仅供演示`;

/** Whoever sends what was made. */
interface Sender {
  sendAll(sendings: readonly Sending[]): Promise<void>;
  act(act: Act): Promise<void>;
}

const SHOWN =
  'query ($region: RegionCode!, $quarter: String!) { assessments(region: $region, quarter: $quarter) { status regionCode } }';

/**
 * The quarter that was over last, for the counties of a city: what the books can tell is counted in them by the code of
 * `onematter assess`, as they stand; what a department must state or a person enter is made up and marked. A quarter that
 * was confirmed stays as it is, whatever is loaded afterwards.
 */
export async function assessQuarter(
  running: ReadonlyMap<string, Subgraph>,
  sender: Sender,
  asOf: string,
): Promise<void> {
  const quarter = quarterBefore(asOf);
  const books = new Books(running, {
    subject: `demo-data:${sourceOf('SAFETY_COMMITTEE')}`,
    department: 'SAFETY_COMMITTEE',
    departmentCode: `${CITY}-SAFETY_COMMITTEE`,
    region: CITY,
    scopes: ['write:matters'],
  });
  const shown = async () =>
    (await books.ask(SHOWN, { region: CITY, quarter })).assessments as {
      status: string;
      regionCode: string;
    }[];
  if ((await shown()).some(({ status }) => status === 'CONFIRMED')) return;
  const { missing } = await collect(books, {
    quarter,
    region: CITY,
    source: `${sourceOf('SAFETY_COMMITTEE')}-${CITY}`,
    again: true,
    now: () => books.now(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  if (missing.length > 0) throw new Error(`the quarter was not counted: ${missing[0]}`);
  const indicators = models.at(-1)?.indicators ?? [];
  const counties = (await shown()).map(({ regionCode }) => regionCode);
  const stated = counties.flatMap((county) => indicators.flatMap((each) => statedOf(each, quarter, county)));
  await sender.sendAll([{ kind: 'assessment-figures', department: 'SAFETY_COMMITTEE', records: stated }]);
  for (const act of counties.flatMap((county) =>
    indicators.flatMap((each) => enteredOf(each, quarter, county)),
  ))
    await sender.act(act);
  await sender.act(confirmation(quarter));
  await sender.act(circular(quarter));
}

/** The quarter that was over last on a day. */
export function quarterBefore(asOf: string): string {
  const [year, month] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))];
  const nth = Math.ceil(month / 3) - 1;
  return nth === 0 ? `${year - 1}-Q4` : `${year}-Q${nth}`;
}

/** The figure of an indicator that the books do not know, as a department would state it: most targets are reached. */
function statedOf({ code, formula }: AssessmentIndicator, quarter: string, regionCode: string): object[] {
  if (formula.kind === 'DIRECT' || countedIndicators[code]?.figure) return [];
  const chance = new Chance(0, `figure ${regionCode} ${code}`);
  const counts =
    formula.kind === 'RATIO_TO_TARGET'
      ? { numerator: 100 - (chance.is(0.5) ? 0 : chance.below(30)), denominator: 100 }
      : { numerator: 0 };
  const of = { sourceId: `f-${quarter}-${regionCode}-${code}`, quarter, regionCode, indicator: code };
  return [{ ...of, ...counts, evidence: EVIDENCE, measuredOn: daysOf(quarter).to }];
}

const ENTER = 'mutation ($input: EnterScoreInput!) { enterScore(input: $input) { id } }';
const CONFIRM = 'mutation ($input: ConfirmAssessmentInput!) { confirmAssessment(input: $input) { id } }';

/** The score of an indicator that a person enters. */
function enteredOf({ code, kind, formula }: AssessmentIndicator, quarter: string, region: string): Act[] {
  if (formula.kind !== 'DIRECT' || kind === 'BONUS') return [];
  const chance = new Chance(0, `score ${region} ${code}`);
  const points = kind === 'BASE' ? Math.round(formula.max * (7 + chance.below(4))) / 10 : 0;
  const input = { quarter, region, indicator: code, points, evidence: EVIDENCE };
  return [{ ...COMMITTEE, officer: '考核组', query: ENTER, variables: { input } }];
}

function confirmation(quarter: string): Act {
  const input = { quarter, region: CITY, reason: EVIDENCE };
  return { ...COMMITTEE, officer: '办公室', query: CONFIRM, variables: { input } };
}

const TAKE = 'mutation ($input: TakeProposalInput!) { takeProposal(input: $input) { id } }';

/** The ranking is made known by a circular; the interviews and letters that are proposed wait for a decision. */
function circular(quarter: string): Act {
  const input = { id: `${quarter}-${CITY}/RANKING`, document: '合成通报〔2026〕1号' };
  return { ...COMMITTEE, officer: '主任', query: TAKE, variables: { input } };
}
