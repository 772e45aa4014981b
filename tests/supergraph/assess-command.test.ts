import { countedIndicators } from '../../subgraphs/matters/assessment/counted';
import { partsOf } from '../../subgraphs/matters/assessment/counted-part';
import { startCommand } from '../support/child';
import { commandHere } from '../support/command-here';
import { startPlatform, type Platform } from '../support/platform';

const ASKED = `{ assessments(region: "430000", quarter: "2026-Q3") {
  regionCode score missing indicators { code points numerator denominator evidence missing origin } } }`;
const INDICATORS = Object.keys(countedIndicators);
const PARTS = INDICATORS.flatMap(partsOf);

interface Assessed {
  regionCode: string;
  score: number;
  missing: number;
  indicators: {
    code: string;
    points: number | null;
    numerator: number | null;
    denominator: number | null;
    evidence: string | null;
    missing: boolean;
    origin: string | null;
  }[];
  beside: { kind: string; count: number; records: string }[];
}

describe('npm run assess', () => {
  let platform: Platform;
  let token: string;
  let members: number;
  let figures: number;
  beforeAll(async () => {
    platform = await startPlatform('local');
    token = await platform.token('SAFETY_COMMITTEE', '430000', 'write:matters');
    members = (await platform.post('{ region(code: "430000") { children { code } } }')).data.region.children
      .length;
    figures = members * PARTS.length;
  });
  afterAll(() => platform.stop());

  const asking = (args: readonly string[]) => ['assess', '--url', `${platform.address}/graphql`, ...args];
  async function assess(...args: string[]) {
    const { code, out, err } = await commandHere(asking(args), {});
    return { code, output: err + out };
  }
  const all = () => ['--quarter', '2026-Q3', '--region', '430000', '--token', token];
  const complete = (...more: string[]) => assess(...all(), ...more);

  const assessed = async () => (await platform.post(ASKED, { token })).data.assessments as Assessed[];
  const figureOf = ({ indicators }: Assessed, code: string) => indicators.find((each) => each.code === code);

  test('it MUST submit the figures of every member with the query that lists the records, and show its progress', async () => {
    const child = startCommand(asking(all()), {});
    const code = await child.ended;
    const output = child.output();
    expect(output).toContain(
      `members: ${members}\naccepted: ${figures}\nunchanged: 0\ncollected before: 0\nmissing: 0`,
    );
    const work = members * INDICATORS.length;
    expect(output).toMatch(new RegExp(`${work} of ${work}: 43\\d{4} EQP\\.1`));
    expect(code).toBe(0);
    const after = await assessed();
    expect(after).toHaveLength(members);
    for (const member of after) {
      const [lifts] = await platform.sql<{ total: number }>(
        `SELECT count(*)::int AS total FROM equipment.equipment WHERE kind_code LIKE '3%' AND status = 'IN_USE' AND left(region_code, 4) = left($1, 4)`,
        [member.regionCode],
      );
      // a city without a lift has nothing to inspect, which is known and not missing
      expect(figureOf(member, 'EQP.1')).toMatchObject({
        ...{ denominator: lifts?.total, missing: false, origin: 'COMPUTED' },
      });
    }
    for (const { evidence } of after[0]?.indicators.filter(({ origin }) => origin === 'COMPUTED') ?? []) {
      expect((await platform.post(evidence ?? '', { token })).errors).toBeUndefined();
    }
  });

  test('what it stores MUST be what the departments’ records come to, and the score MUST follow', async () => {
    const members = await assessed();
    for (const member of members) {
      const region = member.regionCode;
      const hazards = await platform.sql<{
        old: boolean;
        done: number;
        due: number;
        own: number;
        found: number;
      }>(
        `SELECT found_on < '2024-01-01' AS old,
           count(*) FILTER (WHERE closed_on <= original_due_on AND original_due_on <= '2026-09-30')::int AS done,
           count(*) FILTER (WHERE original_due_on <= '2026-09-30')::int AS due,
           count(*) FILTER (WHERE channel = 'SELF_REPORT')::int AS own, count(*)::int AS found
         FROM hazards.hazard WHERE grade = 'MAJOR' AND status NOT IN ('REPORTED', 'DISMISSED') AND left(region_code, 4) = left($1, 4)
           AND found_on <= '2026-09-30' GROUP BY 1`,
        [region],
      );
      const none = { done: 0, due: 0, own: 0, found: 0 };
      const [before, since] = [true, false].map((old) => hazards.find((each) => each.old === old) ?? none);
      const [trained] = await platform.sql<{ total: number }>(
        `SELECT count(*)::int AS total FROM training.training_duty WHERE audience = 'PRINCIPAL' AND activity = 'TRAINING' AND year = 2026
           AND coalesce(left(industry_code, 2), '') <> ALL('{06,08,09,10}') AND left(region_code, 4) = left($1, 4)`,
        [region],
      );
      expect(figureOf(member, '8.1')).toMatchObject({ numerator: before?.done, denominator: before?.due });
      expect(figureOf(member, '8.2')).toMatchObject({ numerator: since?.done, denominator: since?.due });
      expect(figureOf(member, '8.3')).toMatchObject({ numerator: since?.own, denominator: since?.found });
      expect(figureOf(member, '6.3')).toMatchObject({ denominator: trained?.total });
      expect(figureOf(member, '27.1')).toMatchObject({ numerator: 0, denominator: null, points: 0 });
    }
    for (const code of ['6.3', '8.2', '8.3']) {
      expect(members.some((member) => (figureOf(member, code)?.denominator ?? 0) > 0)).toBe(true);
      expect(members.some((member) => (figureOf(member, code)?.points ?? 0) > 0)).toBe(true);
    }
    expect(members.some(({ score }) => score > 0)).toBe(true);
  });

  test('an accident that is added MUST move the figure and the score when the command is told to collect again', async () => {
    const [before] = await assessed();
    const region = before?.regionCode ?? '';
    const input = {
      kind: 'WORK_SAFETY',
      occurredAt: '2026-09-01T08:00:00+08:00',
      reportedAt: '2026-09-01T08:30:00+08:00',
      regionCode: region,
    };
    const { errors } = await platform.post(
      'mutation ($input: ReportAccidentInput!) { reportAccident(input: $input) { number } }',
      {
        token: await platform.token('EMERGENCY_MANAGEMENT', region, 'write:hazards'),
        variables: { input: { ...input, deaths: 10, seriousInjuries: 0, description: '合成数据：未曾发生' } },
      },
    );
    expect(errors).toBeUndefined();
    expect((await complete('--again')).output).toMatch(
      /accepted: \d+\nunchanged: \d+\ncollected before: 0\nmissing: 0/,
    );
    const after = (await assessed()).find((each) => each.regionCode === region) as Assessed;
    expect(figureOf(after, '27.2')).toMatchObject({ numerator: 1, points: -10 });
    // nobody told the level above within the hour
    expect(figureOf(after, '23.1')).toMatchObject({ numerator: 0, denominator: 1, points: 0 });
    // that it was reported brings the points of 23.2
    expect(figureOf(after, '23.2')).toMatchObject({ numerator: 1, denominator: 1, points: 1.5 });
    expect(after.score).toBeLessThan((before?.score ?? 0) - 5);
  });

  test('the same command again MUST leave alone what was collected today', async () => {
    expect((await complete()).output).toContain(
      `accepted: 0\nunchanged: 0\ncollected before: ${members * INDICATORS.length}`,
    );
  });

  test('what was refused MUST be named, with exit code 2', async () => {
    const stranger = await platform.token('SAFETY_COMMITTEE', '410000', 'write:matters');
    const { code, output } = await assess(
      '--quarter',
      '2026-Q3',
      '--region',
      '430000',
      '--token',
      stranger,
      '--again',
      '--source',
      'assess-410000',
    );
    expect(code).toBe(2);
    expect(output).toMatch(
      new RegExp(`missing: ${figures}\\n {2}43\\d{4} 3: regionCode is outside the region 410000`),
    );
  });

  test('a source of another department MUST be refused before anything is read, with exit code 1', async () => {
    const stranger = await platform.token('SAFETY_COMMITTEE', '410000', 'write:matters');
    const { code, output } = await assess('--quarter', '2026-Q3', '--region', '430000', '--token', stranger);
    expect(code).toBe(1);
    expect(output).toMatch(/The source assess is not to be had.*--source/);
  });

  test.each([
    ['no quarter', ['--region', '430600', '--token', 'x'], '--quarter <quarter> is required.'],
    [
      'what is no quarter',
      ['--quarter', '2026-3', '--region', '430600', '--token', 'x'],
      '--quarter must be a quarter such as 2026-Q3',
    ],
    [
      'a token that is none',
      ['--quarter', '2026-Q3', '--region', '430600', '--token', 'x'],
      'The token is not valid',
    ],
  ])('%s MUST be told in one line, with exit code 1', async (_, args, message) => {
    const { code, output } = await assess(...args);
    expect({ code, lines: output.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(output).toContain(message);
  });

  test('the demonstration MUST show a quarter that the same code has counted, confirmed, ranked, with its interviews', async () => {
    const { data } = await platform.post(
      `{ assessments(region: "430600", quarter: "2026-Q3") { regionCode status rank interview missing
        indicators { code origin evidence numerator denominator } beside { kind count records } } }`,
      { token },
    );
    const shown = data.assessments as (Assessed & { status: string; rank: number; interview: boolean })[];
    expect(shown.length).toBeGreaterThan(4);
    expect(shown.every(({ status, missing }) => status === 'CONFIRMED' && missing === 0)).toBe(true);
    expect(shown.map(({ rank }) => rank).sort()[0]).toBe(1);
    expect(shown.filter(({ interview }) => interview).length).toBeGreaterThanOrEqual(2);
    const committee = await platform.token('SAFETY_COMMITTEE', '430600', 'write:matters');
    const counted = shown.flatMap(({ indicators }) =>
      indicators.filter(({ origin }) => origin === 'COMPUTED'),
    );
    expect(new Set(counted.map(({ code }) => code))).toEqual(
      new Set(INDICATORS.filter((code) => countedIndicators[code]?.figure)),
    );
    for (const { code, evidence, numerator, denominator } of counted) {
      const listed = await lengthsOf(evidence ?? '', committee);
      expect({ code, numerator, denominator }).toEqual({
        ...{ code, numerator: listed.numerator },
        denominator: listed.denominator ?? null,
      });
    }
    const beside = shown.flatMap((each) => each.beside);
    expect(beside.some(({ kind, count }) => kind === 'EXTENDED' && count > 0)).toBe(true);
    const ofOne = shown.at(-1)?.beside ?? [];
    for (const { kind, count, records } of beside.filter((each) => each.count > 0 || ofOne.includes(each)))
      expect({ kind, count }).toEqual({ kind, count: await countOf(kind, records, committee) });
    // what the books do not know is stated or entered, and says by whom
    const others = shown.flatMap(({ indicators }) => indicators.filter(({ origin }) => origin === 'ENTERED'));
    expect(others.length).toBeGreaterThan(0);
    for (const { evidence } of others) expect(evidence).toContain('合成数据');
  });

  /** What the records of a query come to: their number, or the sum of what is summed. */
  async function countOf(kind: string, records: string, caller: string): Promise<number | undefined> {
    if (!kind.includes('DEATHS')) return (await lengthsOf(records, caller))[kind];
    const { data } = await platform.post(records, { token: caller });
    const nodes = (data[kind].edges as { node: { deaths: number } }[]).map(({ node }) => node);
    return nodes.reduce((sum, { deaths }) => sum + deaths, 0);
  }

  /** How many records a query lists for each of its parts, page by page: numerator and numerator2 are one part. */
  async function lengthsOf(query: string, caller: string): Promise<Record<string, number>> {
    const lengths: Record<string, number> = {};
    for (const part of query.slice(2, -2).split(/(?<=\}) (?=\w+: \w+\()/)) {
      const name = (/^\w+/.exec(part)?.[0] ?? '').replace(/\d+$/, '');
      lengths[name] = (lengths[name] ?? 0) + (await lengthOf(part, caller));
    }
    return lengths;
  }

  async function lengthOf(part: string, caller: string): Promise<number> {
    const only = part.includes('first: 1)');
    let length = 0;
    for (let after = ''; ;) {
      const page = part.replace(/first: (\d+)\)/, `first: $1, after: ${after || 'null'})`);
      const { data, errors } = await platform.post(
        `{ ${page.replace('totalCount', 'totalCount pageInfo { hasNextPage endCursor }')} }`,
        { token: caller },
      );
      expect({ part, errors }).toEqual({ part, errors: undefined });
      const [list] = Object.values(data) as [unknown[] | Paged];
      if (Array.isArray(list)) return list.length;
      length += list.edges.length;
      if (only || !list.pageInfo.hasNextPage) return length;
      after = JSON.stringify(list.pageInfo.endCursor);
    }
  }
});

interface Paged {
  edges: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
