import { defineNoun } from '../../kernel';
import { EquipmentOperatorResolver, equipmentFields } from './operator.resolver';

/** Who may operate a device: no table of its own, but what qualifications say of equipment. */
export const operator = defineNoun({ resolvers: [equipmentFields, EquipmentOperatorResolver] });
