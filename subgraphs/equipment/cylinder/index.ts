import { defineNoun } from '../../kernel';
import { CylinderFilling } from './cylinder-filling';
import { GasCylinderResolver, cylinderFields } from './cylinder.resolver';
import { cylinderFillingSubmission, gasCylinderSubmission } from './cylinder.submission';
import { GasCylinder } from './gas-cylinder';

export const cylinder = defineNoun({
  entity: GasCylinder,
  submission: gasCylinderSubmission,
  one: {
    name: 'gasCylinder',
    says: '按唯一标识查气瓶. The gas cylinder with this serial.',
    level: 'UNCONDITIONAL',
    key: 'serial',
    keySays: '气瓶唯一标识. The serial that identifies the cylinder.',
  },
  resolvers: [cylinderFields, GasCylinderResolver],
});

export const filling = defineNoun({
  entity: CylinderFilling,
  find: false,
  submission: cylinderFillingSubmission,
});
