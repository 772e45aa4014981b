import { defineNoun } from '../../kernel';
import { EquipmentKind } from './equipment-kind';
import { EquipmentKindsResolver } from './equipment-kind.resolver';
import { catalogue } from './catalogue';

export const kind = defineNoun({
  entity: EquipmentKind,
  find: (context, code) => catalogue.pick(context, (table) => table.get(code) ?? null),
  resolvers: [EquipmentKindsResolver],
});
