/** What is measured: the query across departments, one enterprise, and a page with a list in it. */
export interface BenchQuery {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

export const queriesFor = (uscc: string): readonly BenchQuery[] => [
  {
    name: 'one matter',
    query: `query OneMatter($region: RegionCode!) { matter(code: "ELECTRIC_BICYCLE") { name leadDepartment { name } stages { name department { name } }
      overview(region: $region) { equipmentCount overdueInspections listedEnterprises }
      enterprises(region: $region, first: 5) { edges { node { uscc name region { fullName }
        equipment(first: 3) { totalCount edges { node { code kind { name } nextInspectionDue overdue } } }
        dishonestyListings { list cause listedOn } } } } } }`,
    variables: { region: '430000' },
  },
  {
    name: 'one enterprise',
    query: `query OneEnterprise($uscc: Uscc!) { enterprise(uscc: $uscc) { uscc name status industryCode registeredOn region { fullName } } }`,
    variables: { uscc },
  },
  {
    name: 'page of 50 with 5 devices',
    query: `query Page($region: RegionCode!) { enterprises(filter: { region: $region, role: EQUIPMENT_USER }, first: 50) { edges { cursor node {
      uscc name region { name } equipment(first: 5) { edges { node { code kind { name } status nextInspectionDue overdue } } } } } pageInfo { hasNextPage endCursor } } }`,
    variables: { region: '430000' },
  },
];
