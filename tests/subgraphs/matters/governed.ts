import { matters } from '../../../subgraphs/matters';
import { as } from '../../support/callers';
import { testBed, type TestBed } from '../../support/test-bed';
import { county, fire, other } from './sample';

export const TODAY = '2026-10-15';
const Department = ['FIRE_RESCUE', 'EMERGENCY_MANAGEMENT', 'CULTURE_TOURISM', 'HOUSING']
  .map((kind) => `430682-${kind}`)
  .concat('430600-HOUSING', '430600-EMERGENCY_MANAGEMENT', '431224102-EMERGENCY_MANAGEMENT');
/** To hazards these are open under whoever led the matter. */
export const OPEN = ['YH430682-2026-0007', 'YH430682-2026-0008'];
const ledger = {
  edges: OPEN.map((key) => ({ node: { problem: { key } } })),
  pageInfo: { hasNextPage: false, endCursor: null },
};
export const governedBed = () =>
  testBed(matters, { today: TODAY, known: { Department }, says: { Matter: { ledger } } });

export const government = as.officer('GOVERNMENT', '430682', 'decide:matters');
export const culture = as.officer('CULTURE_TOURISM', '430682', 'write:matters');
const stated = {
  sourceDocument: '临安委发〔2024〕5号',
  sourcePhrase: '持续辨识新业态新风险',
  reason: '合成数据',
};
export const ROOM = { code: 'ESCAPE_ROOM', regionCode: '430682', ...stated };

export const decision = {
  approve: true,
  decidedOn: TODAY,
  meeting: '安委会第三次全体会议',
  document: '临安委纪〔2026〕3号',
  inForceFrom: TODAY,
  reason: '合成数据',
};

/** What officers do with a matter, on this bed. */
export function actsOn(bed: TestBed) {
  /** Takes a step that must be taken; what it was taken on. */
  async function taken(verb: string, input: object, caller = county, fields = 'id status') {
    const answer = await bed.step(verb, input, caller, fields);
    expect(answer).toSucceed();
    return answer.data.step;
  }
  const create = (changes: object = {}, caller = county) =>
    bed.step(
      'createMatter',
      {
        ...ROOM,
        name: '剧本娱乐',
        leadDepartment: '430682-CULTURE_TOURISM',
        basis: 'IN_CHARGE',
        cooperatingDepartments: ['430682-FIRE_RESCUE'],
        industries: ['9019'],
        ...changes,
      },
      caller,
      'code status onlyHere versions(filter: { status: DRAFTED }) { edges { node { id } } }',
    );
  async function draftOf(answer: Awaited<ReturnType<typeof create>>): Promise<string> {
    expect(answer).toSucceed();
    return answer.data.step.versions.edges[0].node.id as string;
  }
  const change = (changes: object, caller = county) =>
    bed.step(
      'changeMatter',
      { ...ROOM, ...changes },
      caller,
      'code versions(filter: { status: DRAFTED }) { edges { node { id } } }',
    );
  const decide = (id: string, changes: object = {}, caller = other(county)) =>
    bed.step('decideMatter', { id, ...decision, ...changes }, caller, 'id status formerLead { code } ruling');
  async function signed(id: string, ...callers: (typeof county)[]) {
    await taken('circulateMatter', { id, answerBy: '2026-10-20' });
    for (const caller of callers) await taken('signMatter', { id }, caller);
  }
  /** A matter of one county that was decided. */
  async function made(changes: object = {}) {
    const id = await draftOf(await create(changes));
    await signed(id, culture, fire);
    expect(await decide(id)).toSucceed();
    return id;
  }
  const matter = async (code = 'ESCAPE_ROOM', on: string | null = null) =>
    (
      await bed.run(
        `query ($code: ID!, $on: Date) { matter(code: $code, on: $on) { code status onlyHere name leadBasis leadDepartment { code } region { code } } }`,
        { variables: { code, on } },
      )
    ).data.matter;
  const FORM = `query ($code: ID!, $region: RegionCode!, $on: Date) { matter(code: $code) { at(region: $region, on: $on) {
    status leadDepartment { code } leadMissing leadBasis scope { industries } versions { id }
    stages { order name addedBy department { code } departmentMissing responsibilities { role state departmentKinds duty } } } } }`;
  const formOf = async (code: string, region: string, on: string | null = null) =>
    (await bed.run(FORM, { variables: { code, region, on } })).data.matter.at;
  return { taken, create, draftOf, change, decide, signed, made, matter, formOf };
}
