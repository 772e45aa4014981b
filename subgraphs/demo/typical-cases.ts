import { NATIONWIDE, type Caller, type DepartmentKind, type Subgraph } from '../kernel';
import { Books } from './books';
import { MARK } from './enterprises';

/** Who nominates one of its cases; the others vote for it. */
const NOMINATING = ['MARKET_SUPERVISION', 'FIRE_RESCUE'] as const;
const VOTING: readonly DepartmentKind[] = [...NOMINATING, 'EMERGENCY_MANAGEMENT'];

const CHOSEN = '{ typicalCases(first: 1) { edges { node { id } } } }';
const DECIDED = `query ($department: DepartmentKind!) {
  cases(filter: { department: $department, status: [DECIDED] }, first: 1) { edges { node { number cause { name } } } } }`;
const NOMINATE = `mutation ($input: NominateCaseInput!) {
  nominateCase(input: $input) { typicalCases(first: 1) { edges { node { id } } } } }`;
const step = (name: string) => `mutation ($id: ID!) { ${name}(input: { id: $id }) { id } }`;

/** 典型案例 of the month: of some departments a decided case, which the others have voted for; published. Chosen once. */
export async function chooseTypicalCases(
  running: ReadonlyMap<string, Subgraph>,
  asOf: string,
): Promise<void> {
  const of = (department: DepartmentKind) => new Books(running, officer(department));
  if (((await of('MARKET_SUPERVISION').ask(CHOSEN)).typicalCases as Edges).edges.length > 0) return;
  for (const department of NOMINATING) {
    const own = of(department);
    const [decided] = ((await own.ask(DECIDED, { department })).cases as Edges).edges;
    if (!decided) continue;
    const { number, cause } = decided.node;
    const title = `${cause?.name ?? '违法行为'}案（${MARK}）`;
    const summary = `当事人的违法行为经立案调查，已依法作出处罚决定。${MARK}，仅供演示。`;
    const input = { number, month: asOf.slice(0, 7), title, summary };
    const { typicalCases } = (await own.ask(NOMINATE, { input })).nominateCase as { typicalCases: Edges };
    const id = typicalCases.edges[0]?.node.id;
    for (const other of VOTING.filter((kind) => kind !== department))
      await of(other).ask(step('voteForTypicalCase'), { id });
    await own.ask(step('publishTypicalCase'), { id });
  }
}

interface Edges {
  edges: { node: { id?: string; number?: string; cause?: { name: string } } }[];
}

const officer = (department: DepartmentKind): Caller => ({
  subject: `demo-data:chooser-${department.toLowerCase().replaceAll('_', '-')}`,
  department,
  departmentCode: `${NATIONWIDE}-${department}`,
  region: NATIONWIDE,
  scopes: ['write:enforcement', 'decide:enforcement'],
});
