import { SOURCE, makeEnterprise, type DemoEnterprise } from './enterprises';
import { listingRecord, type DemoList } from './listings';
import type { Places } from './places';

/** Records at the edges of the rules, one by one, so that nobody has to wait for chance to make them. */
export interface EdgeCases {
  /** Enterprises that are among the records, for what refers to one. */
  users: readonly DemoEnterprise[];
  enterprises: Record<string, unknown>[];
  /** From the registration authority, which is believed even with a wrong check digit. */
  authorityEnterprises: Record<string, unknown>[];
  devices: Record<string, unknown>[];
  inspections: Record<string, unknown>[];
  listings: { list: DemoList; record: Record<string, unknown> }[];
}

export const AUTHORITY_SOURCE = `${SOURCE}-registration-authority`;
/** Indexes of their own, far above those of any scale. */
const FIRST_INDEX = 800_000_000;

export function makeEdgeCases(seed: number, places: Places): EdgeCases {
  // a trade of a matter, in a place of the campaign, so that its overview has something to show
  const where = { county: places.edge, industry: '5238' };
  const enterprises = Array.from({ length: 8 }, (_, at) =>
    makeEnterprise(seed, FIRST_INDEX + at, places, where),
  );
  const [abolished, flagged, ...users] = enterprises as [DemoEnterprise, DemoEnterprise, ...DemoEnterprise[]];
  const bodies = [inspectionBody(seed, places), certificationBody(seed, places)];
  return {
    users,
    enterprises: [
      // 许昌县 411023 became 建安区 411003: stored under the successor
      { ...abolished.record, status: 'OPERATING', ...(places.has('411003') && { regionCode: '411023' }) },
      ...[...users, ...bodies].map(({ record }) => ({ ...record, status: 'OPERATING' })),
    ],
    authorityEnterprises: [{ ...flagged.record, status: 'OPERATING', uscc: withWrongCheck(flagged.uscc) }],
    ...devicesAtTheEdge(seed, users[0] as DemoEnterprise),
    listings: listingsAtTheEdge(seed, users),
  };
}

function withWrongCheck(uscc: string): string {
  return uscc.slice(0, 17) + (uscc.endsWith('0') ? '1' : '0');
}

/** 合成检验机构: who has made the inspections of the made-up devices, and is approved for all of them. No real body. */
export function inspectionBody(seed: number, places: Places): DemoEnterprise {
  return makeEnterprise(seed, FIRST_INDEX + 100, places, { county: places.edge, industry: '7452' });
}

/** 合成认证中心: who has issued the made-up certificates. */
export function certificationBody(seed: number, places: Places): DemoEnterprise {
  return makeEnterprise(seed, FIRST_INDEX + 101, places, { county: places.edge, industry: '7455' });
}

const NEVER = 'never-inspected';

function devicesAtTheEdge(seed: number, { uscc, county }: DemoEnterprise) {
  const serial = String(seed % 10_000).padStart(4, '0');
  const device = (name: string, more: { code: string; kindCode?: string; installedOn?: string }) => ({
    sourceId: `edge-${seed}-${name}`,
    userUscc: uscc,
    regionCode: county.code,
    status: 'IN_USE',
    kindCode: '3110',
    ...more,
  });
  const devices = [
    device('17-characters', { code: `3110439992024${serial}` }),
    device('18-characters', { code: `31104399920240${serial}` }),
    device('20-digits', { code: `3110430682201208${serial}` }),
    // 3500 is 自动扶梯 of the catalogue before 2014: stored as 3310
    device('old-catalogue', { code: `35004399920121${serial}`, kindCode: '3500' }),
    device('lift-year-15', { code: `31104399920122${serial}`, installedOn: '2012-11-15' }),
    device('lift-year-16', { code: `31104399920103${serial}`, installedOn: '2010-11-15' }),
    device('failed', { code: `5110439992023${serial}`, kindCode: '5110' }),
    // in use though no inspection of it is on record
    device(NEVER, { code: `3110439992025${serial}`, installedOn: '2026-01-15' }),
  ];
  // The reports state no next date: the cycle decides, for lifts their years.
  const inspections = devices.flatMap(({ sourceId, code }) => {
    const name = sourceId.replace(`edge-${seed}-`, '');
    const conclusion = name === 'failed' ? 'UNQUALIFIED' : 'QUALIFIED';
    const report = { equipmentCode: code, inspectedOn: '2025-11-10', conclusion };
    return name === NEVER ? [] : [{ ...report, sourceId, reportNumber: `SYN-EDGE-${name}` }];
  });
  return { devices, inspections };
}

function listingsAtTheEdge(seed: number, users: readonly DemoEnterprise[]): EdgeCases['listings'] {
  const market = 'MARKET_SERIOUS_ILLEGAL';
  const cases: [DemoList, string, Record<string, unknown>][] = [
    // the last working day before 国庆 2026: twenty working days run over the holiday and its make-up days
    [market, 'before-national-day', { decidedOn: '2026-09-30', listedOn: '2026-10-20' }],
    // the last day of a term of three years, and the day after it, as of the default day
    [market, 'last-day', { decidedOn: '2023-10-20', listedOn: '2023-11-01' }],
    [market, 'day-after', { decidedOn: '2023-10-20', listedOn: '2023-10-31' }],
    // repaired on both sides of 2025-12-25, when the new repair rule came into force
    [
      market,
      'repaired-before',
      {
        decidedOn: '2024-06-03',
        listedOn: '2024-06-20',
        status: 'REMOVED_EARLY',
        removedOn: '2025-12-24',
        removalReason: '信用修复（合成数据）',
      },
    ],
    [
      market,
      'repaired-after',
      {
        decidedOn: '2024-06-03',
        listedOn: '2024-06-20',
        status: 'REMOVED_EARLY',
        removedOn: '2025-12-25',
        removalReason: '信用修复（合成数据）',
      },
    ],
    ['WORK_SAFETY_SERIOUS', 'under-notice', { decidedOn: '2026-10-26', status: 'NOTIFIED' }],
  ];
  return cases.map(([list, name, course], at) => ({
    list,
    record: listingRecord(list, users[at % users.length] as DemoEnterprise, `edge-${seed}-${name}`, course),
  }));
}
