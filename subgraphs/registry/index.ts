import { defineSubgraph, echo } from '../kernel';
import { Department } from './department';
import { Enterprise } from './enterprise';
import { enterpriseByUscc } from './enterprise.loaders';
import { EnterpriseResolver, MatterResolver } from './enterprise.resolver';
import { enterpriseSubmission, priorLicenceSubmission } from './enterprise.submission';
import { DepartmentResolver, RegionResolver } from './place.resolver';
import { PriorLicence } from './prior-licence';
import { loadReference, places } from './reference';
import { Matter, MatterScope } from './references';
import { Region } from './region';
import { ViewerResolver } from './viewer';

export const registry = defineSubgraph({
  name: 'registry',
  title: '市场主体登记. The register: enterprises, divisions, departments',
  port: 4001,
  resolvers: [EnterpriseResolver, MatterResolver, RegionResolver, DepartmentResolver, ViewerResolver],
  types: [Enterprise, Region, Department, PriorLicence, Matter, MatterScope],
  entities: [Enterprise, PriorLicence, Region, Department],
  references: {
    Enterprise: ({ uscc }: { uscc: string }, context) => enterpriseByUscc(context).load(uscc),
    Region: ({ code }: { code: string }, context) => places.pick(context, (table) => table.regions.get(code) ?? null),
    Department: ({ code }: { code: string }, context) => places.pick(context, (table) => table.departments.get(code) ?? null),
    Matter: echo,
  },
  submissions: [enterpriseSubmission, priorLicenceSubmission],
  loadReference,
});
