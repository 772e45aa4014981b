import { defineSubgraph, echo } from '../kernel';
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
import { OperatorAuthorisation } from './operator/operator';
import { EquipmentOperatorResolver } from './operator/operator.resolver';
import { MatterOverviewResolver } from './overview';
import { QualificationCheck, QualificationCheckResolver } from './qualification/check';
import { QualificationItem } from './qualification/item';
import { Qualification } from './qualification/qualification';
import { qualificationById } from './qualification/qualification.loaders';
import { EnterpriseQualificationResolver, QualificationResolver } from './qualification/qualification.resolver';
import { qualificationSubmission } from './qualification/qualification.submission';
import { WelderCode, WeldingMachine, WorkCheck } from './welding/welding-machine';
import { WeldingResolver, machineByChip } from './welding/welding.resolver';
import { welderCodeSubmission, weldingMachineSubmission } from './welding/welding.submission';
import { Department, Enterprise, Equipment, EquipmentKind, MatterOverview, MatterScope, Region } from './references';

export const training = defineSubgraph({
  name: 'training',
  title: '教育培训. Training: people, what they are qualified for, and who must still be trained',
  port: 4005,
  resolvers: [
    QualificationResolver,
    EnterpriseQualificationResolver,
    QualificationCheckResolver,
    EquipmentOperatorResolver,
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
    MatterOverviewResolver,
  ],
  types: [
    ...[Qualification, QualificationItem, QualificationCheck, OperatorAuthorisation],
    ...[
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
    ...[Enterprise, Region, Department, Equipment, EquipmentKind, MatterOverview, MatterScope],
  ],
  entities: [Qualification, TrainingCourse, Attendance, TrainingDuty, Drill, TrainingBody, Expert, WeldingMachine, WelderCode],
  references: {
    Qualification: ({ id }: { id: string }, context) => qualificationById(context).load(id),
    TrainingCourse: ({ id }: { id: string }, context) => courseById(context).load(id),
    TrainingBody: ({ id }: { id: string }, context) => bodyById(context).load(id),
    Expert: ({ id }: { id: string }, context) => expertById(context).load(id),
    WeldingMachine: ({ chip }: { chip: string }, context) => machineByChip(context).load(chip),
    Enterprise: echo,
    Region: echo,
    Department: echo,
    Equipment: echo,
    EquipmentKind: echo,
    MatterOverview: echo,
  },
  submissions: [
    qualificationSubmission,
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
