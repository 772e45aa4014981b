import sql, { empty } from 'sql-template-tag';
import { pagesOf, type List, type PageArgs, type RequestContext } from '../../kernel';
import { Enterprise } from '../enterprise/enterprise';
import { visible } from '../enterprise/enterprise.lists';
import { Grid } from './grid';

/** Two places are one if they are of one town, and not of two of its villages; walks the index by division. */
const SAME_PLACE = sql`region_code >= left(parent.key, 9) AND region_code < left(parent.key, 9) || ':'
  AND (length(parent.key) = 9 OR length(region_code) = 9 OR region_code = parent.key)`;

const GRIDS_OF_PLACE: List<Grid> = {
  name: 'gridsOfPlace',
  entity: Grid,
  order: ['regionCode', 'code'],
  isUnder: SAME_PLACE,
};

const ENTERPRISES_OF_PLACE: List<Enterprise> = {
  name: 'enterprisesOfPlace',
  entity: Enterprise,
  order: ['regionCode', 'uscc'],
  isUnder: SAME_PLACE,
};

/** The digits of a town: what is known no closer than its county may be in any of its grids. */
const TOWN = 9;

export function gridsOf(context: RequestContext, { regionCode }: Enterprise, args: PageArgs) {
  if (regionCode.length < TOWN) return null;
  return pagesOf(context, GRIDS_OF_PLACE, 'regionCode', args).load(regionCode);
}

export function enterprisesOf(context: RequestContext, { regionCode }: Grid, args: PageArgs) {
  const condition = visible(context);
  const only = condition === empty ? undefined : { key: 'visible', condition: () => condition };
  return pagesOf(context, ENTERPRISES_OF_PLACE, 'regionCode', args, only).load(regionCode);
}
