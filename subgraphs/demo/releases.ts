import { NATIONWIDE, type DepartmentKind } from '../kernel';
import type { Act } from './parts';

/** What the owners of the figures have released of a few matters, as the first question of the README asks for it. */
const MATTERS = ['URBAN_GAS', 'ELEVATOR', 'ELECTRIC_BICYCLE', 'IN_PLANT_VEHICLE'];
const REGIONS = [NATIONWIDE, '430000'];
const OWNERS: readonly (readonly [string, DepartmentKind])[] = [
  ['equipment', 'MARKET_SUPERVISION'],
  ['quality', 'MARKET_SUPERVISION'],
  ['enforcement', 'MARKET_SUPERVISION'],
  ['credit', 'MARKET_SUPERVISION'],
  ['hazards', 'EMERGENCY_MANAGEMENT'],
  ['training', 'EMERGENCY_MANAGEMENT'],
];
/** What is released by name only. */
const NAMED: Readonly<Record<string, readonly string[]>> = { enforcement: ['openCases', 'finesTotal'] };

export function releases(year: string): readonly Act[] {
  const cells = MATTERS.flatMap((matterCode) => REGIONS.map((regionCode) => ({ matterCode, regionCode })));
  return OWNERS.flatMap(([subgraph, department]) =>
    cells.map((cell) => act(subgraph, department, cell, year)),
  );
}

function act(
  subgraph: string,
  department: DepartmentKind,
  cell: { matterCode: string; regionCode: string },
  year: string,
): Act {
  const verb = `release${subgraph.charAt(0).toUpperCase()}${subgraph.slice(1)}Figures`;
  return {
    subgraph,
    department,
    region: cell.regionCode,
    officer: 'releaser',
    scope: `decide:${subgraph}`,
    query: `mutation ($input: ReleaseFiguresInput!) { ${verb}(input: $input) { matterCode } }`,
    variables: {
      input: {
        ...cell,
        figures: NAMED[subgraph],
        document: `合成发〔${year}〕1号`,
        secrecyReview: `合成密审〔${year}〕1号`,
        reviewedBy: 'demo-data:reviewer',
      },
    },
  };
}
