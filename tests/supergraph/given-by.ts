/** One question to all departments, and what of the answer each of them gives. */
export const OF_ALL = `{
  region(code: "430682") { name }
  matter(code: "ELEVATOR") { name ledger(region: "000000", first: 3) { edges { node { status } } } overview(region: "000000") {
    equipmentCount listedEnterprises openCases openMajorHazards validCertificates qualifiedPersonnel } }
  enterprises(first: 2) { edges { node { uscc name matters { code } equipment { totalCount } dishonestyListings { cause }
    cases { totalCount } hazards { totalCount } cccCertificates { totalCount } qualifications { totalCount } } } }
  auditRecords(filter: { subgraph: "exchange", operation: "none" }) { pageInfo { hasNextPage } }
}`;
export const GIVEN_BY: Record<string, string[]> = {
  registry: ['region', 'enterprises'],
  matters: ['matter', 'enterprises.edges.node.matters'],
  equipment: ['matter.overview.equipmentCount', 'enterprises.edges.node.equipment'],
  credit: ['matter.overview.listedEnterprises', 'enterprises.edges.node.dishonestyListings'],
  enforcement: ['matter.overview.openCases', 'enterprises.edges.node.cases'],
  hazards: [
    'matter.ledger',
    'matter.overview.openMajorHazards',
    'enterprises.edges.node.hazards',
    // who is a key fire unit is a part of what each enterprise belongs to, and its register alone says it
    'enterprises.edges.node.matters',
  ],
  quality: ['matter.overview.validCertificates', 'enterprises.edges.node.cccCertificates'],
  training: ['matter.overview.qualifiedPersonnel', 'enterprises.edges.node.qualifications'],
  exchange: ['auditRecords'],
};
