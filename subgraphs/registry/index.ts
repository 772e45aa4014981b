import { defineSubgraph, echo } from '../kernel';
import { EnterpriseChangeResolver, EnterpriseHistoryResolver } from './change/change.resolver';
import { EnterpriseChange } from './change/enterprise-change';
import { Department } from './department';
import { DutyList, dutyListSubmission } from './duty/duty-list';
import { DutyListResolver, ProjectSafetyResolver } from './duty/duty.resolver';
import { ProjectSafety, projectSafetySubmission } from './duty/project-safety';
import { GateResolver, PriorLicenceResolver } from './gate/gate.resolver';
import { IndustryRestriction, industryRestrictionSubmission } from './gate/industry-restriction';
import { Grid, GridPerson } from './grid/grid';
import { GridPersonResolver, GridResolver, gridByCode } from './grid/grid.resolver';
import { gridPersonSubmission, gridSubmission } from './grid/grid.submission';
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
  resolvers: [
    EnterpriseResolver,
    MatterResolver,
    RegionResolver,
    DepartmentResolver,
    ViewerResolver,
    EnterpriseChangeResolver,
    EnterpriseHistoryResolver,
    GateResolver,
    PriorLicenceResolver,
    GridResolver,
    GridPersonResolver,
    DutyListResolver,
    ProjectSafetyResolver,
  ],
  types: [Enterprise, Region, Department, PriorLicence, Matter, MatterScope],
  entities: [
    Enterprise,
    EnterpriseChange,
    PriorLicence,
    IndustryRestriction,
    Grid,
    GridPerson,
    DutyList,
    ProjectSafety,
    Region,
    Department,
  ],
  references: {
    Enterprise: ({ uscc }: { uscc: string }, context) => enterpriseByUscc(context).load(uscc),
    Region: ({ code }: { code: string }, context) => places.pick(context, (table) => table.regions.get(code) ?? null),
    Department: ({ code }: { code: string }, context) => places.pick(context, (table) => table.departments.get(code) ?? null),
    Grid: ({ code }: { code: string }, context) => gridByCode(context).load(code),
    Matter: echo,
  },
  submissions: [
    enterpriseSubmission,
    priorLicenceSubmission,
    industryRestrictionSubmission,
    gridSubmission,
    gridPersonSubmission,
    dutyListSubmission,
    projectSafetySubmission,
  ],
  loadReference,
});
