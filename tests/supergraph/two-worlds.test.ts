import { parse } from 'graphql';
import type { DepartmentKind } from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import { documentsOf } from './tips/every-question';
import { questionsOf } from './tips/questions';
import { HAZARD, PLACE, TOWN, UNIT, worldOf, type World } from './tips/worlds';

/** All is asked, of each of many: what that costs is the subject of other tests. */
const DEAR = {
  COST_LIMIT: '9999999999',
  PUBLIC_POINTS: '9999999999',
  AGENCY_POINTS: '9999999999',
  OPERATION_TIMEOUT_MS: '60000',
};
const MOST_WORDS = 1_800;

type Stranger = [DepartmentKind, string] | null;

/** Who may not know: anyone, the town of the unit, another department of its county, its handler's kind elsewhere. */
const STRANGERS: [string, Stranger][] = [
  ['the public', null],
  ['the town of what was reported', ['MARKET_SUPERVISION', TOWN]],
  ['another department of the county', ['EMERGENCY_MANAGEMENT', PLACE]],
  ['the same department of another county', ['MARKET_SUPERVISION', '430681']],
];

/** 举报人保护: two worlds that differ in this alone, whether what officers found goes back to a tip or to an inspection. */
describe('whether anybody has given a tip', () => {
  let [told, found]: (World | undefined)[] = [];
  let documents: string[] = [];
  beforeAll(async () => {
    told = await worldOf('TIP', DEAR);
    found = await worldOf('INSPECTION', DEAR);
    documents = await documentsFor(told);
  });
  afterAll(async () => {
    await told?.platform.stop();
    await found?.platform.stop();
  });
  const both = () => {
    if (!told || !found) throw new Error('a world is missing');
    return { told, found };
  };

  test('its handler MUST be told: the worlds differ where they may', async () => {
    const { number } = { number: both().told.tips[0] };
    const asked = `{ q0: tip(number: "${number}") { status } q1: hazards(filter: { channel: TIP_VERIFIED }) { totalCount } }`;
    expect(await unlike(['MARKET_SUPERVISION', PLACE], asked)).toHaveLength(2);
  });

  test.each(STRANGERS)('%s MUST NOT learn it from any field, filter, group or count', async (_, stranger) => {
    const different: string[] = [];
    for (const document of documents) different.push(...(await unlike(stranger, document)));
    expect(different).toEqual([]);
  });

  test.each(STRANGERS)('%s MUST NOT learn it from how a step on it is refused', async (_, stranger) => {
    const steps = both().told.tips.map((tip, nth) =>
      stepsOn(tip).map((step, at) => `q${20 * nth + at}: ${step}`),
    );
    expect(await unlike(stranger, `mutation { ${steps.flat().join(' ')} }`)).toEqual([]);
  });

  test.each(STRANGERS)('%s MUST NOT learn it from a subgraph by reference', async (_, stranger) => {
    const [one, other] = await Promise.all(
      Object.values(both()).map((world) => referencesIn(world, stranger)),
    );
    expect(one).toEqual(other);
  });

  /** The questions of a document that are answered differently. */
  async function unlike(stranger: Stranger, document: string): Promise<string[]> {
    const { told, found } = both();
    const [one, other] = await Promise.all([
      answerIn(told, stranger, document),
      answerIn(found, stranger, document.replaceAll(told.reported, found.reported)),
    ]);
    return differences(document, one, other);
  }

  async function referencesIn(world: World, stranger: Stranger) {
    const representations = [
      ...both().told.tips.map((number) => ({ __typename: 'Tip', number })),
      { __typename: 'TipTransfer', number: both().told.passed.transfer },
      { __typename: 'TipRecusal', number: both().told.passed.recusal },
      { __typename: 'Hazard', number: HAZARD },
      { __typename: 'Enterprise', uscc: UNIT },
    ];
    const subgraph = world.platform.subgraphs.get('enforcement');
    const [department, region] = stranger ?? [];
    return subgraph?.execute(
      { document: parse(REFERENCES), variables: { representations } },
      subgraph.open(callOf(department && region ? as.officer(department, region) : as.public)),
    );
  }
});

/** All that is answered, and of what is not empty each filter. */
async function documentsFor(world: World): Promise<string[]> {
  const questions = questionsOf(world);
  const wholes = documentsOf(
    questions.map(({ whole }) => whole),
    MOST_WORDS,
  );
  const answers: Record<string, unknown> = {};
  for (const document of wholes)
    Object.assign(answers, (await answerIn(world, ['MARKET_SUPERVISION', '000000'], document)).data);
  const varied = questions.flatMap((question, nth) => (isEmpty(answers[`q${nth}`]) ? [] : question.varied));
  expect(varied.length).toBeGreaterThan(200);
  return [...wholes, ...documentsOf(varied, MOST_WORDS)];
}

/** Nothing, a list of nothing, or a row with nothing under it. */
function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === null;
  if (Array.isArray(value)) return value.length === 0;
  const { totalCount, ...rest } = value as { totalCount?: number };
  if (totalCount !== undefined) return totalCount === 0;
  const under = Object.values(rest);
  return under.length === 1 && isEmpty(under[0]);
}

const REFERENCES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Tip { number status category } ... on TipTransfer { number status } ... on TipRecusal { number status } ... on Hazard { tips { totalCount } } ... on Enterprise { tips { totalCount } } } }`;

const stepsOn = (tip: string) => [
  `acceptTip(number: "${tip}") { status }`,
  `declineTip(input: { number: "${tip}", refusalGround: NO_LEAD, notice: "试" }) { status }`,
  `transferTip(input: { number: "${tip}", toDepartmentCode: "430682-TRANSPORT", reason: "试", note: "试" }) { status }`,
  `askTipRecusal(input: { tipNumber: "${tip}", ground: OTHER, reason: "试" }) { status }`,
  ...['extendTip', 'dismissTip', 'tellTipReporter'].map(
    (verb) => `${verb}(input: { number: "${tip}", reason: "试" }) { status }`,
  ),
  `verifyTip(input: { number: "${tip}", finding: "试" }) { status }`,
  `rewardTip(input: { number: "${tip}", amount: "1.00" }) { status }`,
];

/** What the database has dated, by no clock of a test. */
const BY_THE_WALL = /(?!2026-06)\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** As a client gets it, but for the number that this system has given. */
async function answerIn(
  { platform, reported }: World,
  stranger: Stranger,
  document: string,
): Promise<Answer> {
  const scopes = ['share:conditional', 'write:enforcement', 'decide:enforcement'];
  const token = stranger && (await platform.token(...stranger, ...scopes));
  const { status, text } = await platform.post(document, { token, purpose: '联合检查' });
  if (status !== 200) throw new Error(`HTTP ${status}: ${text}`);
  return JSON.parse(text.replaceAll(reported, 'reported').replace(BY_THE_WALL, 'then')) as Answer;
}

interface Answer {
  data: Record<string, unknown>;
  errors?: { path?: (string | number)[] }[];
}

/** The questions that are answered differently, with both answers. */
function differences(document: string, one?: Answer, other?: Answer): string[] {
  const names = [...document.matchAll(/ (q\d+): /g)].map(([, name = '']) => name);
  const of = (answer: Answer | undefined, name: string) =>
    JSON.stringify([answer?.data[name], answer?.errors?.filter(({ path }) => path?.[0] === name)]);
  return names
    .filter((name) => of(one, name) !== of(other, name))
    .map((name) => `${questionIn(document, name)}: ${cut(of(one, name), of(other, name))}`);
}

function questionIn(document: string, name: string): string {
  return document.slice(document.indexOf(` ${name}: `)).slice(0, 150);
}

/** Both from where they part. */
function cut(one: string, other: string): string {
  const at = [...one].findIndex((each, nth) => each !== other[nth]);
  return `${one.slice(Math.max(0, at - 150), at + 100)} / ${other.slice(Math.max(0, at - 20), at + 100)}`;
}
