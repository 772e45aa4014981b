import { defineNoun } from '../../kernel';
import { DutyList, dutyListSubmission } from './duty-list';
import { DutyListResolver, ProjectSafetyResolver } from './duty.resolver';
import { ProjectSafety, projectSafetySubmission } from './project-safety';

export const dutyList = defineNoun({
  entity: DutyList,
  submission: dutyListSubmission,
  find: false,
  resolvers: [DutyListResolver],
});
export const projectSafety = defineNoun({
  entity: ProjectSafety,
  submission: projectSafetySubmission,
  find: false,
  lists: {
    projectSafety: {
      says: '项目安全“三同时”记录，按区划、编号排序. Projects by division and id.',
      level: 'UNCONDITIONAL',
    },
  },
  resolvers: [ProjectSafetyResolver],
});
