import { defineNoun, defineSubgraph } from '../kernel';
import { TrainingBody } from './body/training-body';
import { bodyById } from './body/training-body.loaders';
import { TrainingBodyResolver } from './body/training-body.resolver';
import { trainingBodySubmission } from './body/training-body.submission';
import { Attendance } from './course/attendance';
import { courseById } from './course/course.loaders';
import { AttendanceResolver, TrainingCourseResolver } from './course/course.resolver';
import { attendanceSubmission, trainingCourseSubmission } from './course/course.submission';
import { TrainingCourse } from './course/training-course';
import { TrainingCoverage } from './duty/coverage';
import { Drill } from './duty/drill';
import { DrillResolver, EnterpriseTrainingResolver, TrainingCoverageResolver, TrainingDutyResolver } from './duty/duty.resolver';
import { drillSubmission, trainingDutySubmission } from './duty/duty.submission';
import { PrincipalTraining } from './duty/principal-training';
import { TrainingDuty } from './duty/training-duty';
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
  resolvers: [
    TrainingCourseResolver,
    AttendanceResolver,
    TrainingDutyResolver,
    TrainingCoverageResolver,
    EnterpriseTrainingResolver,
    DrillResolver,
    TrainingBodyResolver,
    ExpertResolver,
    ExpertPoolResolver,
    WeldingResolver,
  ],
  nouns: [qualification, operator, defineNoun({ resolvers: [overviewFields] })],
  others: [Enterprise, Region, Department, Equipment, EquipmentKind, MatterOverview, MatterScope],
  types: [
    TrainingCourse,
    Attendance,
    TrainingDuty,
    TrainingCoverage,
    PrincipalTraining,
    Drill,
    TrainingBody,
    Expert,
    ExpertPool,
    WeldingMachine,
    WorkCheck,
  ],
  entities: [TrainingCourse, Attendance, TrainingDuty, Drill, TrainingBody, Expert, WeldingMachine, WelderCode],
  references: {
    TrainingCourse: ({ id }: { id: string }, context) => courseById(context).load(id),
    TrainingBody: ({ id }: { id: string }, context) => bodyById(context).load(id),
    Expert: ({ id }: { id: string }, context) => expertById(context).load(id),
    WeldingMachine: ({ chip }: { chip: string }, context) => machineByChip(context).load(chip),
  },
  submissions: [
    trainingCourseSubmission,
    attendanceSubmission,
    trainingDutySubmission,
    drillSubmission,
    trainingBodySubmission,
    expertSubmission,
    weldingMachineSubmission,
    welderCodeSubmission,
  ],
});
