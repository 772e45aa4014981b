/** The question that the API is named after, with pages of any size. */
export const ONE_MATTER = `query OneMatter($first: Int!) {
  matter(code: "ELECTRIC_BICYCLE") {
    name
    leadDepartment { name }
    stages { name department { name } }
    overview(region: "430000") { equipmentCount overdueInspections listedEnterprises }
    enterprises(region: "430000", first: $first) {
      edges {
        node {
          uscc name region { fullName }
          equipment(first: 3) { totalCount edges { node { code kind { name } nextInspectionDue overdue } } }
          dishonestyListings { list cause listedOn }
        }
      }
    }
  }
}`;
