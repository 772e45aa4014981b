import { as } from '../../support/callers';
import type { Caller } from '../../../subgraphs/kernel';
import type { TestBed } from '../../support/test-bed';
import { USCC } from './sample';

const officer = (
  name: string,
  kind: 'MARKET_SUPERVISION' | 'EMERGENCY_MANAGEMENT',
  region = '430682',
): Caller => ({
  ...as.officer(kind, region, 'write:credit', 'decide:credit', 'share:conditional'),
  subject: name,
});
export const clerk = officer('clerk', 'MARKET_SUPERVISION');
export const head = officer('head', 'MARKET_SUPERVISION');
export const safetyClerk = officer('safety clerk', 'EMERGENCY_MANAGEMENT');
export const safetyHead = officer('safety head', 'EMERGENCY_MANAGEMENT');

export const ID = 'decision/临市监列告〔2026〕1号';

export const proposal = (changes: object = {}) => ({
  list: 'MARKET_SERIOUS_ILLEGAL',
  ground: 'QUALITY_SAFETY',
  subjectKind: 'ENTERPRISE',
  uscc: USCC,
  subjectName: '甲公司',
  cause: '合成数据：生产不合格产品',
  noticeDocument: '临市监列告〔2026〕1号',
  notice: '拟列入的事实、理由、依据和陈述申辩权利',
  notifiedOn: '2026-06-01',
  departmentCode: '430682-MARKET_SUPERVISION',
  regionCode: '430682',
  ...changes,
});
export const safetyProposal = (changes: object = {}) =>
  proposal({
    list: 'WORK_SAFETY_SERIOUS',
    ground: 'CONCEALMENT',
    departmentCode: '430682-EMERGENCY_MANAGEMENT',
    ...changes,
  });

export const decision = (changes: object = {}) => ({
  listingId: ID,
  listed: true,
  document: '临市监列决〔2026〕1号',
  decidedOn: '2026-06-09',
  penaltyDocument: '临市监罚决〔2026〕1号',
  penaltyOn: '2026-06-09',
  penalty: 'LICENCE',
  consentDocument: '岳市监列同〔2026〕1号',
  consentDepartment: '430600-MARKET_SUPERVISION',
  ...changes,
});

const LISTING =
  'id status basisDocument decidedOn listedOn expiresOn earliestRemovalOn removedOn publishedOn objectionBy';
const REPAIR =
  'id status appliedOn acceptedOn decidedOn acceptBy decideBy late listing { id status listedOn expiresOn }';
const FIELDS: Record<string, string> = { applyForRepair: REPAIR, decideRepair: REPAIR };

/** Takes a step and returns what it gives, or the code of its refusal. */
export async function step(bed: TestBed, verb: string, input: object, caller: Caller) {
  const { data, errors } = await bed.step(verb, input, caller, FIELDS[verb] ?? LISTING);
  return errors?.[0]?.extensions?.code ?? data.step;
}

/** Listed on 2026-06-09, by two officers, as the rules ask. */
export async function listed(bed: TestBed): Promise<void> {
  await step(bed, 'proposeListing', proposal(), clerk);
  await step(bed, 'decideListing', decision(), head);
}
