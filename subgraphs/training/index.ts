import { defineNoun, defineSubgraph } from '../kernel';
import { trainingBody } from './body';
import { attendance, trainingCourse } from './course';
import { drill, trainingDuty } from './duty';
import { expert } from './expert';
import { operator } from './operator';
import {
  Department,
  Enterprise,
  Equipment,
  EquipmentKind,
  Matter,
  MatterOverview,
  MatterScope,
  Region,
} from './others';
import { overviewFields } from './overview';
import { qualification } from './qualification';
import { weldingMachine } from './welding';
import { retention } from './retention';

export const training = defineSubgraph({
  name: 'training',
  title: '教育培训. Training: people, what they are qualified for, and who must still be trained',
  port: 4005,
  retention,
  nouns: [
    qualification,
    operator,
    trainingCourse,
    attendance,
    trainingDuty,
    drill,
    trainingBody,
    expert,
    weldingMachine,
    defineNoun({ resolvers: overviewFields }),
  ],
  others: [Enterprise, Region, Department, Equipment, EquipmentKind, Matter, MatterOverview, MatterScope],
});
