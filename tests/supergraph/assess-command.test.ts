import { startChild } from '../support/child';
import { startPlatform, type Platform } from '../support/platform';

const ASKED = `{ assessments(region: "411000", quarter: "2026-Q3") { regionCode indicators { code numerator denominator evidence missing } } }`;

interface Assessed {
  regionCode: string;
  indicators: { code: string; numerator: number | null; denominator: number | null; evidence: string | null; missing: boolean }[];
}

describe('npm run assess', () => {
  let platform: Platform;
  let token: string;
  let members: number;
  beforeAll(async () => {
    platform = await startPlatform('local');
    token = await platform.token('SAFETY_COMMITTEE', '411000', 'write:matters');
    members = (await platform.post('{ region(code: "411000") { children { code } } }')).data.region.children.length;
  });
  afterAll(() => platform.stop());

  async function assess(...args: string[]) {
    const url = `${platform.address}/graphql`;
    const child = startChild('subgraphs/matters/collect/main.ts', ['--url', url, ...args], {});
    return { code: await child.ended, output: child.output() };
  }
  const complete = (...more: string[]) => assess('--quarter', '2026-Q3', '--region', '411000', '--token', token, ...more);

  test('it MUST submit the figures of every member with the query that lists the records, and show its progress', async () => {
    const { code, output } = await complete();
    expect(output).toContain(`members: ${members}\naccepted: ${members}\nunchanged: 0\ncollected before: 0\nmissing: 0`);
    expect(output).toMatch(new RegExp(`${members} of ${members}: 4110\\d\\d EQP\\.1`));
    expect(code).toBe(0);
    const { data } = await platform.post(ASKED, { token });
    expect(data.assessments).toHaveLength(members);
    for (const { regionCode, indicators } of data.assessments as Assessed[]) {
      const found = indicators.find((each) => each.code === 'EQP.1');
      const counted = await platform.post(
        `{ matter(code: "ELEVATOR") { overview(region: "${regionCode}") { equipmentCount overdueInspections } } }`,
      );
      const { equipmentCount, overdueInspections } = counted.data.matter.overview;
      expect(found).toMatchObject({ numerator: equipmentCount - overdueInspections, denominator: equipmentCount, missing: false });
      expect((await platform.post(found?.evidence ?? '', { token })).errors).toBeUndefined();
    }
  });

  test('the same command again MUST leave alone what was collected today, unless it is told to collect again', async () => {
    expect((await complete()).output).toContain(`accepted: 0\nunchanged: 0\ncollected before: ${members}`);
    expect((await complete('--again')).output).toMatch(/accepted: \d+\nunchanged: \d+\ncollected before: 0\nmissing: 0/);
  });

  test('what was refused MUST be named, with exit code 1', async () => {
    const stranger = await platform.token('SAFETY_COMMITTEE', '430600', 'write:matters');
    const { code, output } = await assess('--quarter', '2026-Q3', '--region', '411000', '--token', stranger, '--again');
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`missing: ${members}\\n {2}4110\\d\\d EQP\\.1: regionCode is outside the region 430600`));
  });

  test.each([
    ['no quarter', ['--region', '430600', '--token', 'x'], 'usage: npm run assess'],
    ['what is no quarter', ['--quarter', '2026-3', '--region', '430600', '--token', 'x'], '--quarter must be a quarter such as 2026-Q3'],
    ['a token that is none', ['--quarter', '2026-Q3', '--region', '430600', '--token', 'x'], 'The token is not valid'],
  ])('%s MUST be told in one line, with exit code 2', async (_, args, message) => {
    const { code, output } = await assess(...args);
    expect({ code, lines: output.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(output).toContain(message);
  });

  test('the demonstration MUST show a quarter that was confirmed, ranked, with its interviews', async () => {
    const { data } = await platform.post(
      '{ assessments(region: "430600", quarter: "2026-Q3") { status rank interview missing indicators { evidence } } }',
      { token },
    );
    const shown = data.assessments as { status: string; rank: number; interview: boolean; missing: number }[];
    expect(shown).toHaveLength(4);
    expect(shown.every(({ status, missing }) => status === 'CONFIRMED' && missing === 0)).toBe(true);
    expect(shown.map(({ rank }) => rank).sort()[0]).toBe(1);
    expect(shown.filter(({ interview }) => interview).length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(data)).toContain('合成数据');
  });
});
