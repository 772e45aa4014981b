import { defineNoun } from '../../kernel';
import { Grid, GridPerson } from './grid';
import {
  EnterpriseGridsResolver,
  GridCoverageResolver,
  GridEnterprisesResolver,
  gridFields,
} from './grid.resolver';
import { gridPersonSubmission, gridSubmission } from './grid.submission';

export const grid = defineNoun({
  entity: Grid,
  submission: gridSubmission,
  one: { name: 'grid', says: '按编号查网格. The grid with this code.', level: 'PUBLIC' },
  lists: { grids: { says: '安全生产网格，按区划、编号排序. Grids by division and code.', level: 'PUBLIC' } },
  fields: gridFields,
  resolvers: [GridCoverageResolver, EnterpriseGridsResolver, GridEnterprisesResolver],
});
export const gridPerson = defineNoun({ entity: GridPerson, submission: gridPersonSubmission, find: false });
