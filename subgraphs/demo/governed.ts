import { addDays, type DepartmentKind, type Subgraph } from '../kernel';
import { Books } from './books';
import { MARK } from './enterprises';

/** The county whose committee governs matters of its own. */
const HERE = '430682';
const SOURCE = '合成安委发〔2026〕1号';
const REASON = `新业态需要明确监管职责${MARK}`;

const INPUTS = {
  createMatter: 'CreateMatterInput',
  changeMatter: 'ChangeMatterInput',
  retireMatter: 'RetireMatterInput',
  draftStage: 'DraftStageInput',
  circulateMatter: 'CirculateMatterInput',
  signMatter: 'SignMatterInput',
  objectToMatter: 'MatterReasonInput',
  withdrawMatter: 'MatterReasonInput',
  decideMatter: 'DecideMatterInput',
  handOverMatter: 'HandOverMatterInput',
  takeOverMatter: 'SignMatterInput',
  registerNewRisk: 'RegisterNewRiskInput',
} as const;
type Verb = keyof typeof INPUTS;
const DRAFTED = `versions(filter: { region: "${HERE}", status: DRAFTED }) { edges { node { id } } }`;

interface Versions {
  edges: { node: { id: string } }[];
}
const of = (kind: DepartmentKind) => `${HERE}-${kind}`;

/** What the offices of a county do with a matter; each step is its officer’s, by the door that is anyone’s. */
class Offices {
  constructor(private readonly running: ReadonlyMap<string, Subgraph>) {}

  books(department: DepartmentKind, officer: string = department, scope = 'write:matters'): Books {
    return new Books(this.running, {
      subject: `demo-data:${officer}`,
      department,
      departmentCode: of(department),
      region: HERE,
      scopes: [scope],
    });
  }

  get today(): string {
    return this.books('SAFETY_COMMITTEE').today();
  }

  async step(verb: Verb, input: object, books = this.books('SAFETY_COMMITTEE', '安委办'), shown = 'id') {
    const query = `mutation ($input: ${INPUTS[verb]}!) { ${verb}(input: $input) { ${shown} } }`;
    return (await books.ask(query, { input }))[verb] as { id: string; versions: Versions };
  }

  /** The id of a draft. */
  async draft(verb: 'createMatter' | 'changeMatter' | 'retireMatter', code: string, says: object = {}) {
    const stated = { code, regionCode: HERE, sourceDocument: SOURCE, sourcePhrase: REASON, reason: REASON };
    const { versions } = await this.step(verb, { ...stated, ...says }, undefined, DRAFTED);
    return versions.edges[0]?.node.id ?? '';
  }

  async circulated(id: string, ...signing: DepartmentKind[]): Promise<void> {
    await this.step('circulateMatter', { id, answerBy: addDays(this.today, 30) });
    for (const kind of signing) await this.step('signMatter', { id }, this.books(kind));
  }

  async decided(id: string, changes: object = {}): Promise<void> {
    const { today } = this;
    const decision = {
      approve: true,
      decidedOn: today,
      meeting: `安委会全体会议${MARK}`,
      document: '合成安委纪〔2026〕1号',
      inForceFrom: today,
      reason: REASON,
    };
    const committee = this.books('SAFETY_COMMITTEE', '安委会主任', 'decide:matters');
    await this.step('decideMatter', { id, ...decision, ...changes }, committee);
  }

  /** A draft that all who are named have signed, and the committee has decided. */
  async agreed(id: string, signing: readonly DepartmentKind[], changes: object = {}): Promise<string> {
    await this.circulated(id, ...signing);
    await this.decided(id, changes);
    return id;
  }
}

const matter = (name: string, lead: DepartmentKind, industry: string, supports: DepartmentKind[] = []) => ({
  name: `${name}${MARK}`,
  leadDepartment: of(lead),
  basis: 'IN_CHARGE',
  cooperatingDepartments: supports.map(of),
  industries: [industry],
});
const stage = (id: string, order: number, name: string, says: object) => ({
  id,
  order,
  name,
  duties: [`${name}环节的日常监管${MARK}`],
  ...says,
});

/** What is told of one matter: its code, its name, how. */
interface Story {
  code: string;
  name: string;
  tell: (offices: Offices, code: string, name: string) => Promise<unknown>;
}

/** A new risk that became a matter, with who leads for a year; of its stages one is nobody’s, and one is two departments’. */
const provisional: Story['tell'] = async (offices, code, name) => {
  const risk = { name: `${name}${MARK}`, description: REASON, regionCode: HERE, industryCode: '6291' };
  const { id: newRisk } = await offices.step('registerNewRisk', risk, offices.books('FIRE_RESCUE'));
  const id = await offices.draft('createMatter', code, {
    ...matter(name, 'URBAN_MANAGEMENT', '6291', ['MARKET_SUPERVISION']),
    provisionalUntil: addDays(offices.today, 365),
    newRisk,
  });
  await offices.step('draftStage', stage(id, 1, '摊位改装', { supervisionKinds: [] }));
  const overlapping = {
    department: of('URBAN_MANAGEMENT'),
    industryKinds: ['URBAN_MANAGEMENT'],
    enforcementKinds: ['URBAN_MANAGEMENT', 'MARKET_SUPERVISION'],
  };
  await offices.step('draftStage', stage(id, 2, '占道经营', overlapping));
  await offices.agreed(id, ['URBAN_MANAGEMENT', 'MARKET_SUPERVISION']);
};

/** Made, and from tomorrow on led by another; the list of what is open waits to be signed. */
const changed: Story['tell'] = async (offices, code, name) => {
  const made = await offices.draft('createMatter', code, matter(name, 'CULTURE_TOURISM', '6110'));
  await offices.agreed(made, ['CULTURE_TOURISM']);
  const lead = { leadDepartment: of('FIRE_RESCUE'), basis: 'PRINCIPAL' };
  const change = await offices.draft('changeMatter', code, lead);
  return offices.agreed(change, ['FIRE_RESCUE'], { inForceFrom: addDays(offices.today, 1) });
};

const handedOver: Story['tell'] = async (offices, code, name) => {
  const id = await changed(offices, code, name);
  await offices.step('handOverMatter', { id }, offices.books('CULTURE_TOURISM'));
  await offices.step('takeOverMatter', { id }, offices.books('FIRE_RESCUE'));
};

const objectedTo: Story['tell'] = async (offices, code, name) => {
  const id = await offices.draft('createMatter', code, matter(name, 'ENERGY', '4416', ['HOUSING']));
  await offices.circulated(id, 'ENERGY');
  const reason = `既有建筑屋面荷载不归我单位牵头${MARK}`;
  await offices.step('objectToMatter', { id, reason }, offices.books('HOUSING'));
};

const drafted: Story['tell'] = (offices, code, name) =>
  offices.draft('createMatter', code, matter(name, 'CULTURE_TOURISM', '6140'));

const retired: Story['tell'] = async (offices, code, name) => {
  const made = await offices.draft('createMatter', code, matter(name, 'EDUCATION', '8929'));
  await offices.agreed(made, ['EDUCATION']);
  await offices.agreed(await offices.draft('retireMatter', code), ['EDUCATION']);
};

const refused: Story['tell'] = async (offices, code, name) => {
  const id = await offices.draft('createMatter', code, matter(name, 'AGRICULTURE', '8222'));
  await offices.agreed(id, ['AGRICULTURE'], { approve: false, inForceFrom: null });
};

const withdrawn: Story['tell'] = async (offices, code, name) => {
  const id = await offices.draft('createMatter', code, matter(name, 'COMMERCE', '7119'));
  await offices.step('withdrawMatter', { id, reason: `已并入其他事项${MARK}` });
};

const STORIES: readonly Story[] = [
  { code: 'MOBILE_CATERING', name: '流动餐饮', tell: provisional },
  { code: 'ESPORTS_HOTEL', name: '电竞酒店', tell: changed },
  { code: 'ESCAPE_ROOM', name: '剧本娱乐', tell: handedOver },
  { code: 'ROOFTOP_SOLAR', name: '屋顶光伏', tell: objectedTo },
  { code: 'CAMPSITE', name: '露营地', tell: drafted },
  { code: 'TRAMPOLINE_PARK', name: '室内蹦床', tell: retired },
  { code: 'PET_BOARDING', name: '宠物寄养', tell: refused },
  { code: 'SHARED_POWER_BANK', name: '共享充电宝', tell: withdrawn },
];

const KNOWN = `{ matterVersions(filter: { region: "${HERE}" }, first: 100) { edges { node { name } } } }`;

/**
 * Matters of a county in each state that one can be in, told through the public doors: drafted, objected to, decided,
 * changed, retired, refused and withdrawn. One that was begun is left as it is.
 */
export async function governMatters(running: ReadonlyMap<string, Subgraph>): Promise<void> {
  const offices = new Offices(running);
  const { matterVersions } = await offices.books('SAFETY_COMMITTEE').ask(KNOWN);
  const { edges } = matterVersions as { edges: { node: { name: string } }[] };
  const begun = new Set(edges.map(({ node }) => node.name));
  for (const { code, name, tell } of STORIES)
    if (!begun.has(`${name}${MARK}`)) await tell(offices, code, name);
}
