import { defineNoun } from '../../kernel';
import { Department } from './department';
import { DepartmentResolver, RegionResolver, regionFields } from './place.resolver';
import { places } from './places';
import { Region } from './region';
import { Viewer, ViewerResolver } from './viewer';

export const region = defineNoun({
  entity: Region,
  find: (context, code) => places.pick(context, ({ regions }) => regions.get(code) ?? null),
  fields: regionFields,
  resolvers: [RegionResolver],
});
export const department = defineNoun({
  entity: Department,
  find: (context, code) => places.pick(context, ({ departments }) => departments.get(code) ?? null),
  resolvers: [DepartmentResolver],
});
export const viewer = defineNoun({ types: [Viewer], resolvers: [ViewerResolver] });
