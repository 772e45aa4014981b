import { NATIONWIDE, addMonths, type DepartmentKind } from '../kernel';
import { quarterBefore } from './assessment';
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

/** What owners have released as of a day: figures, the ranking of the quarter before and the circular of the month before. */
export function releases(asOf: string): readonly Act[] {
  const year = asOf.slice(0, 4);
  const cells = MATTERS.flatMap((matterCode) => REGIONS.map((regionCode) => ({ matterCode, regionCode })));
  const figures = OWNERS.flatMap(([subgraph, department]) =>
    cells.map((cell) => act(subgraph, department, cell, year)),
  );
  return [...figures, ...answers(asOf)];
}

function answers(asOf: string): Act[] {
  const region = '430000';
  const input = { region, ...documents(asOf.slice(0, 4)) };
  const committee = {
    subgraph: 'enforcement',
    department: 'SAFETY_COMMITTEE',
    region,
    officer: 'releaser',
    scope: 'decide:enforcement',
  } as const;
  const release = (name: string, variables: object): Act => ({
    ...committee,
    query: `mutation ($input: Release${name}Input!) { release${name}(input: $input) { asOf } }`,
    variables: { input: { ...input, ...variables } },
  });
  const rates = release('UnqualifiedRates', { by: 'PRODUCT' });
  return [
    release('Ranking', { quarter: quarterBefore(asOf) }),
    release('Circular', { month: addMonths(`${asOf.slice(0, 7)}-01`, -1).slice(0, 7) }),
    { ...rates, subgraph: 'quality', department: 'MARKET_SUPERVISION', scope: 'decide:quality' },
  ];
}

const documents = (year: string) => ({
  document: `合成发〔${year}〕1号`,
  secrecyReview: `合成密审〔${year}〕1号`,
  reviewedBy: 'demo-data:reviewer',
});

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
        ...documents(year),
      },
    },
  };
}
