import { FEWEST, growthIn, type Sample } from '../soak/judge';
import { randomOf } from '../support/random-operation';

const series = (
  rssOf: (part: number, noise: number) => number,
  more: (part: number) => Partial<Sample> = () => ({}),
) => {
  const random = randomOf(3);
  return Array.from({ length: 240 }, (_, at): Sample => {
    const part = at / 240;
    const rest = { openFiles: 60, filesOnDisk: 12, prepared: 100, ...more(part) };
    return { seconds: at * 7.5, rssMb: rssOf(part, random() - 0.5), ...rest };
  });
};

describe('what a soak has seen', () => {
  test('memory that goes up and down MUST be taken for steady, one that leaks for growing', () => {
    const steady = growthIn(series((_, noise) => 500 + 120 * noise)).memory;
    expect(Math.abs(steady)).toBeLessThan(4);
    const leaking = growthIn(series((part, noise) => 400 + 100 * part + 60 * noise)).memory;
    expect(leaking).toBeGreaterThan(8);
  });

  test('how it warms up MUST NOT count, nor a single peak', () => {
    expect(Math.abs(growthIn(series((part) => (part < 0.4 ? 200 + 750 * part : 500))).memory)).toBeLessThan(
      0.1,
    );
    expect(Math.abs(growthIn(series((part) => (part > 0.97 ? 900 : 500))).memory)).toBeLessThan(0.1);
  });

  test('files and statements MUST count by what there are more', () => {
    const growing = series(
      () => 500,
      (part) => ({
        openFiles: 60 + Math.round(100 * part),
        filesOnDisk: 12 + Math.round(40 * part),
        prepared: Math.round(400 * part),
      }),
    );
    const { openFiles, filesOnDisk, mostPrepared } = growthIn(growing);
    expect(openFiles).toBeGreaterThan(30);
    expect(filesOnDisk).toBeGreaterThan(12);
    expect(mostPrepared).toBeGreaterThan(390);
  });

  test('a trend MUST NOT be read from too few', () => {
    expect(() => growthIn(series(() => 500).slice(0, FEWEST - 1))).toThrow(/at least/);
  });
});
