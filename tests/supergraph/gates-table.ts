/** All is known on the later day, and done on the earlier one: each answer is by the day of the deed. */
export const [DAY, LATER] = ['2026-06-20', '2026-07-20'];

/** The day after a day, or so many days. */
export const days = (from: string, count: number) =>
  new Date(Date.parse(from) + count * 86_400_000).toISOString().slice(0, 10);

export const HELD = { grantedOn: '2026-01-01', validUntil: '2027-01-01' };

/** The licence, and what stands against the deed. */
export const LICENCES: Record<string, [object | null, string]> = {
  'no licence': [null, 'LICENCE_MISSING'],
  'the licence of another field': [{ ...HELD, name: '食品生产许可证' }, 'LICENCE_MISSING'],
  'a licence that is granted the day after': [{ grantedOn: days(DAY, 1) }, 'LICENCE_MISSING'],
  'a licence that is granted on the day': [{ grantedOn: DAY }, 'done'],
  'a licence on its last day': [{ ...HELD, validUntil: DAY }, 'done'],
  'a licence that has run out': [{ ...HELD, validUntil: days(DAY, -1) }, 'LICENCE_EXPIRED'],
  'a licence that is suspended from that day': [{ ...HELD, suspendedOn: DAY }, 'LICENCE_SUSPENDED'],
  'a licence on the last day of its suspension': [
    { ...HELD, suspendedOn: '2026-03-01', suspendedUntil: DAY },
    'LICENCE_SUSPENDED',
  ],
  'a licence that was suspended': [
    { ...HELD, suspendedOn: '2026-03-01', suspendedUntil: days(DAY, -1) },
    'done',
  ],
  'a licence that is suspended the day after': [{ ...HELD, suspendedOn: days(DAY, 1) }, 'done'],
  'a licence that is withdrawn on the day': [{ ...HELD, endedOn: DAY }, 'LICENCE_ENDED'],
  'a licence that is withdrawn the day after': [{ ...HELD, endedOn: days(DAY, 1) }, 'done'],
};

export const BARRED: Record<string, string> = {
  'change of industry': 'INDUSTRY_PRINCIPAL_BARRED',
  'return to business': 'INDUSTRY_PRINCIPAL_BARRED',
  'return to business in another industry': 'INDUSTRY_PRINCIPAL_BARRED',
  gate: 'PRINCIPAL_BARRED',
  permission: 'LICENCE_PRINCIPAL_BARRED',
  appointment: 'PRINCIPAL_BARRED',
};
export const FOR_LIFE = { kind: 'LIFETIME_IN_INDUSTRY', industryCode: '26' };
export const FIVE_YEARS = { kind: 'FIVE_YEARS_ANYWHERE' };
/** The ban of whoever heads the enterprise, and whether it stands against the deed. */
export const BANS: Record<string, [object, boolean]> = {
  'a ban for life from that day': [{ ...FOR_LIFE, decidedOn: DAY }, true],
  'a ban for life from the day after': [{ ...FOR_LIFE, decidedOn: days(DAY, 1) }, false],
  'a ban for life in another industry': [
    { ...FOR_LIFE, industryCode: '0610', decidedOn: '2026-01-05' },
    false,
  ],
  'a ban of five years on its last day': [{ ...FIVE_YEARS, decidedOn: '2021-06-20' }, true],
  'a ban of five years that is over': [{ ...FIVE_YEARS, decidedOn: '2021-06-19' }, false],
  'a ban whose penalty is not served yet': [
    { ...FIVE_YEARS, decidedOn: '2020-06-19', ground: 'CRIME' },
    true,
  ],
};

export const LISTING = {
  ...{ list: 'MARKET_SERIOUS_ILLEGAL', subjectName: '合成单位', cause: '合成事由' },
  ...{ departmentCode: '430682-MARKET_SUPERVISION', measures: ['不适用告知承诺制'] },
  ...{ decidedOn: '2026-01-05', listedOn: '2026-01-06' },
};
