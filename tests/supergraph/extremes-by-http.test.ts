import fc from 'fast-check';
import { asVariables, places, portions, startForExtremes } from '../support/extreme-arguments';
import { extremeRecords, extremeSteps, outcomeOf, steps, submissions } from '../support/extreme-records';
import type { DepartmentKind } from '../../subgraphs/kernel';
import type { Platform } from '../support/platform';

/** The sweeps over all values are made in one process; here, what goes by HTTP between gateway and subgraphs, too. */
const sampleOf = <T>(all: readonly T[], size: number): T[] =>
  fc.sample(fc.shuffledSubarray([...all], { minLength: size, maxLength: size }), {
    seed: 26,
    numRuns: 1,
  })[0] ?? [];

let platform: Platform;
let officer: string;
let officerOf: (department: DepartmentKind) => Promise<string>;
beforeAll(async () => ({ platform, officer, officerOf } = await startForExtremes('served')));
afterAll(() => platform.stop());

describe('no value MUST be answered as a fault of ours, where subgraphs are behind HTTP', () => {
  test.each(sampleOf(places, 40).map((place) => [place.at, place] as const))('%s', async (_, place) => {
    for (const values of portions(place))
      for (const token of [null, officer])
        expect(await asVariables(platform, place, values, token)).toEqual([]);
  });

  test.each(sampleOf(submissions, 8))('%s', async (...submission) => {
    const { department, sent } = await extremeRecords(platform, submission);
    const { faults, stored } = await outcomeOf(platform, submission[0], sent, await officerOf(department));
    expect({ faults, stored }).toEqual({ faults: [], stored: expect.any(Number) });
  });

  test.each(sampleOf(steps, 12).map((step) => [step.name, step] as const))('%s', async (name, step) => {
    const { good, bad } = await extremeSteps(platform, step);
    for (const all of [good, bad]) expect((await outcomeOf(platform, name, all, officer)).faults).toEqual([]);
  });
});
