import { defineSubgraph } from '../kernel';
import { enterpriseChange } from './change';
import { dutyList, projectSafety } from './duty';
import { enterprise, priorLicence } from './enterprise';
import { industryRestriction } from './gate';
import { grid, gridPerson } from './grid';
import { referenceList } from './list';
import { Matter, MatterScope } from './others';
import { department, region, viewer } from './place';
import { loadOfficial } from './place/places';
import { legalRule, recordCorrections } from './rule';
import { source } from './source';
import { retention } from './retention';

export const registry = defineSubgraph({
  name: 'registry',
  title: '市场主体登记. The register: enterprises, divisions, departments',
  port: 4001,
  retention,
  nouns: [
    enterprise,
    priorLicence,
    enterpriseChange,
    industryRestriction,
    grid,
    gridPerson,
    dutyList,
    projectSafety,
    region,
    department,
    viewer,
    source,
    legalRule,
    referenceList,
  ],
  others: [Matter, MatterScope],
  loadOfficial,
  onStart: recordCorrections,
});
