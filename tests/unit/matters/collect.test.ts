/** @jest-environment-options {"modules":"own"} */
import { collect, type Asking, type CollectOptions } from '../../../subgraphs/matters/collect/collect';
import { GatewayRefused } from '../../../subgraphs/matters/collect/gateway';

/** One indicator will do to show how collecting goes; each has its own test in counted.test.ts. */
jest.mock('../../../subgraphs/matters/assessment/counted', () => {
  const { countedIndicators } = jest.requireActual('../../../subgraphs/matters/assessment/counted');
  return { countedIndicators: { 'EQP.1': countedIndicators['EQP.1'] } };
});

const NOW = new Date('2026-10-08T02:00:00Z');

interface Sent {
  sourceId: string;
  revision: number;
  numerator: number;
  measuredOn: string;
}

const counted = (all: number, inDate: number | null, unknown: number) => ({
  numerator: { totalCount: inDate },
  denominator: { totalCount: all },
  DUE_UNKNOWN: { totalCount: unknown },
});

/** An API with three counties, which keeps what it is sent; what it says of devices may be changed. */
function fakeGateway(devices: (region: string) => Record<string, unknown> = () => counted(10, 9, 0)) {
  const kept = new Map<string, Sent>();
  const gateway: Asking = {
    async ask(query, { region, records } = {}) {
      if (query.includes('children'))
        return { region: { children: ['430681', '430682', '430602'].map((code) => ({ code })) } };
      if (query.includes('registerSource')) return { registerSource: { name: 'assess' } };
      if (query.includes('submitAssessmentFigures')) {
        for (const record of records as Sent[]) kept.set(record.sourceId, record);
        const accepted = (records as Sent[]).length;
        return { submitAssessmentFigures: { accepted, unchanged: 0, rejected: [] } };
      }
      if (query.includes('assessmentModel'))
        return {
          assessmentModel: {
            indicators: [
              { code: 'EQP.1', countedAs: 'EQP.1' },
              { code: '1', countedAs: null },
            ],
          },
        };
      if (query.includes('assessments')) {
        const known = [...kept.values()].map(({ sourceId, measuredOn }) => {
          const [, regionCode, code] = /-(\d+)\/([^/]+)/.exec(sourceId) ?? [];
          return { regionCode, indicators: [{ code, source: 'assess', measuredOn }] };
        });
        return { assessments: known };
      }
      return devices(String(region));
    },
  };
  return { gateway, kept };
}

const options = (changes: Partial<CollectOptions> = {}): CollectOptions => ({
  ...{ quarter: '2026-Q3', region: '430600', source: 'assess', again: false, now: () => NOW },
  ...{ signal: new AbortController().signal, onProgress: () => undefined, ...changes },
});

describe('collecting figures', () => {
  test('a run that was interrupted MUST go on where it was', async () => {
    const { gateway, kept } = fakeGateway();
    const stop = new AbortController();
    const first = await collect(
      gateway,
      options({ signal: stop.signal, onProgress: (done) => done === 2 && stop.abort() }),
    );
    expect(first).toMatchObject({ stopped: true, accepted: 4 });
    expect(await collect(gateway, options())).toMatchObject({
      stopped: false,
      accepted: 2,
      skipped: 2,
      missing: [],
    });
    expect([...kept.keys()]).toEqual([
      '2026-Q3-430681/EQP.1',
      '2026-Q3-430681/EQP.1/DUE_UNKNOWN',
      '2026-Q3-430682/EQP.1',
      '2026-Q3-430682/EQP.1/DUE_UNKNOWN',
      '2026-Q3-430602/EQP.1',
      '2026-Q3-430602/EQP.1/DUE_UNKNOWN',
    ]);
  });

  test('a later run MUST replace an earlier one by a higher revision', async () => {
    const { gateway, kept } = fakeGateway();
    await collect(gateway, options());
    const [before] = kept.values();
    await collect(gateway, options({ now: () => new Date(NOW.getTime() + 86_400_000) }));
    const [after] = kept.values();
    expect(after?.revision).toBeGreaterThan(before?.revision ?? 0);
    expect([before?.measuredOn, after?.measuredOn]).toEqual(['2026-10-08', '2026-10-09']);
  });

  test('what is not known MUST NOT be submitted, and be named; the others MUST be', async () => {
    const { gateway, kept } = fakeGateway((region) => {
      if (region === '430682') throw new GatewayRefused('refused');
      return region === '430681' ? counted(10, null, 1) : counted(10, 8, 2);
    });
    expect(await collect(gateway, options())).toMatchObject({
      ...{ accepted: 3, missing: ['430681 EQP.1: the answer holds no figure', '430682 EQP.1: refused'] },
    });
    expect([...kept.values()]).toMatchObject([{ numerator: 1 }, { numerator: 8 }, { numerator: 2 }]);
  });

  test('a gateway that cannot be reached MUST end the run', async () => {
    const gateway: Asking = { ask: () => Promise.reject(new Error('connect ECONNREFUSED')) };
    await expect(collect(gateway, options())).rejects.toThrow('ECONNREFUSED');
  });
});
