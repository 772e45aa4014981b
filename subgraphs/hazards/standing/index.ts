import { defineNoun } from '../../kernel';
import { EnterpriseStandingResolver, standingOfEquipment } from './standing.resolver';

/** What hazards say of a device and of a unit, for whoever must know whether it may be used: no table of its own. */
export const standing = defineNoun({ resolvers: [standingOfEquipment, EnterpriseStandingResolver] });
