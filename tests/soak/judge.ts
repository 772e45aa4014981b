/** What was seen of the service at one moment. */
export interface Sample {
  /** Since the load began. */
  seconds: number;
  rssMb: number;
  openFiles: number;
  filesOnDisk: number;
  /** On the connection that has most. */
  prepared: number;
}

export interface Growth {
  /** In hundredths of what it was when it was warm. */
  memory: number;
  openFiles: number;
  filesOnDisk: number;
  mostPrepared: number;
}

/** Whole trends of fewer samples than this are noise. */
export const FEWEST = 20;

/** What has grown once it was warm: over the second half of the time. */
export function growthIn(samples: readonly Sample[]): Growth {
  if (samples.length < FEWEST)
    throw new Error(`at least ${FEWEST} samples are wanted, but got: ${samples.length}`);
  const warm = samples.slice(Math.floor(samples.length / 2));
  const [first, last] = [warm[0] as Sample, warm.at(-1) as Sample];
  const line = lineThrough(warm.map(({ seconds, rssMb }) => [seconds, rssMb] as const));
  const [before, after] = [line(first.seconds), line(last.seconds)];
  const ends = (of: (sample: Sample) => number) => {
    const part = Math.max(1, Math.floor(warm.length / 5));
    return median(warm.slice(-part).map(of)) - median(warm.slice(0, part).map(of));
  };
  return {
    memory: (100 * (after - before)) / before,
    openFiles: ends(({ openFiles }) => openFiles),
    filesOnDisk: ends(({ filesOnDisk }) => filesOnDisk),
    mostPrepared: Math.max(...samples.map(({ prepared }) => prepared)),
  };
}

/** By the median of all slopes between two points (Theil and Sen): what collecting garbage throws up and down moves it little. */
function lineThrough(points: readonly (readonly [number, number])[]): (x: number) => number {
  const slopes = points.flatMap(([x, y], at) =>
    points.slice(at + 1).flatMap(([later, other]) => (later > x ? [(other - y) / (later - x)] : [])),
  );
  const slope = median(slopes);
  const start = median(points.map(([x, y]) => y - slope * x));
  return (x) => start + slope * x;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
