import { defineNoun, defineSubgraph } from '../kernel';
import { TrainingBody } from './body/training-body';
import { bodyById } from './body/training-body.loaders';
import { TrainingBodyResolver } from './body/training-body.resolver';
import { trainingBodySubmission } from './body/training-body.submission';
import { attendance, trainingCourse } from './course';
import { drill, trainingDuty } from './duty';
import { Expert, ExpertPool } from './expert/expert';
import { ExpertPoolResolver, ExpertResolver, expertById } from './expert/expert.resolver';
import { expertSubmission } from './expert/expert.submission';
import { operator } from './operator';
import { Department, Enterprise, Equipment, EquipmentKind, MatterOverview, MatterScope, Region } from './others';
import { overviewFields } from './overview';
import { qualification } from './qualification';
import { WelderCode, WeldingMachine, WorkCheck } from './welding/welding-machine';
import { WeldingResolver, machineByChip } from './welding/welding.resolver';
import { welderCodeSubmission, weldingMachineSubmission } from './welding/welding.submission';

export const training = defineSubgraph({
  name: 'training',
  title: '教育培训. Training: people, what they are qualified for, and who must still be trained',
  port: 4005,
  resolvers: [TrainingBodyResolver, ExpertResolver, ExpertPoolResolver, WeldingResolver],
  nouns: [qualification, operator, trainingCourse, attendance, trainingDuty, drill, defineNoun({ resolvers: [overviewFields] })],
  others: [Enterprise, Region, Department, Equipment, EquipmentKind, MatterOverview, MatterScope],
  types: [TrainingBody, Expert, ExpertPool, WeldingMachine, WorkCheck],
  entities: [TrainingBody, Expert, WeldingMachine, WelderCode],
  references: {
    TrainingBody: ({ id }: { id: string }, context) => bodyById(context).load(id),
    Expert: ({ id }: { id: string }, context) => expertById(context).load(id),
    WeldingMachine: ({ chip }: { chip: string }, context) => machineByChip(context).load(chip),
  },
  submissions: [trainingBodySubmission, expertSubmission, weldingMachineSubmission, welderCodeSubmission],
});
