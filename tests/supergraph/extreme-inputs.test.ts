import type { DepartmentKind } from '../../subgraphs/kernel';
import { startForExtremes } from '../support/extreme-arguments';
import {
  PARTS,
  SHAPES,
  SOURCES,
  extremeRecords,
  extremeSteps,
  outcomeOf,
  steps,
  submissions,
} from '../support/extreme-records';
import type { Platform } from '../support/platform';

let platform: Platform;
let officer: string;
let officerOf: (department: DepartmentKind) => Promise<string>;
beforeAll(async () => ({ platform, officer, officerOf } = await startForExtremes('local')));
afterAll(() => platform.stop());

describe('no value in a record MUST be answered as a fault of ours', () => {
  const became = { stored: 0, refused: 0, ofNone: [] as string[] };

  test.each(submissions)('%s', async (...submission) => {
    const [mutation] = submission;
    const { department, sent } = await extremeRecords(platform, submission);
    const { faults, stored, refused } = await outcomeOf(
      platform,
      mutation,
      sent,
      await officerOf(department),
    );
    expect(faults).toEqual([]);
    became.stored += stored;
    became.refused += refused;
    if (stored === 0) became.ofNone.push(mutation);
  });

  test('records MUST have been tried as far as the database, and not be refused before it alone', () => {
    const { stored, refused, ofNone } = became;
    process.stdout.write(
      `extreme records: ${stored} stored, ${refused} refused; none stored of ${ofNone.join()}\n`,
    );
    expect(stored * PARTS).toBeGreaterThan(300);
    expect(refused * PARTS).toBeGreaterThan(900);
    // the rest want of other subgraphs, or of a state of affairs, what the demo data do not have
    expect(ofNone.length).toBeLessThan(submissions.length / 2);
  });

  test.each(submissions)('%s, of its source, and of what is no record', async (mutation) => {
    const sources = SOURCES.map((source) => ({ source, records: [{}] }));
    const tooMany = { source: 'x', records: Array(1001).fill({}) };
    expect((await outcomeOf(platform, mutation, [...sources, tooMany], officer)).faults).toEqual([]);
    const shapes = SHAPES.map((records) => ({ source: 'x', records }));
    expect((await outcomeOf(platform, mutation, shapes, null)).faults).toEqual([]);
  });
});

describe('no value in the input of a step MUST be answered as a fault of ours', () => {
  test.each(steps.map((step) => [step.name, step] as const))('%s', async (name, step) => {
    const { good, bad } = await extremeSteps(platform, step);
    expect((await outcomeOf(platform, name, good, officer)).faults).toEqual([]);
    expect((await outcomeOf(platform, name, bad, officer)).faults).toEqual([]);
    expect((await outcomeOf(platform, name, good.slice(0, 5), null)).faults).toEqual([]);
  });
});
