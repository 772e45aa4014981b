import { vocabulary } from '../../kernel';

export const LeadBasis = vocabulary('LeadBasis', '牵头依据. The reasons why a department leads a matter.', {
  IN_CHARGE: '谁主管谁牵头. It is in charge of the trade.',
  PRINCIPAL: '谁为主谁牵头. It does the principal part.',
  NEAREST: '谁靠近谁牵头. It is the nearest to it.',
  STATUTORY: '法定职责（法律法规、三定规定）. A law or its own charter says so.',
  SIMILAR_BUSINESS:
    '业务相近（安全生产法 第十条：职责不明确的，由人民政府确定）. Its work is the most alike, as the government has determined.',
  RULED: '裁定. A dispute was ruled so.',
});
export type LeadBasis = keyof typeof LeadBasis;

export const MatterStatus = vocabulary('MatterStatus', '事项状态. The states of a matter.', {
  DRAFTED: '拟定中. Drafted; nobody has decided on it.',
  IN_FORCE: '已生效. Decided and in force.',
  RETIRED: '已撤销. It is a matter no longer.',
});
export type MatterStatus = keyof typeof MatterStatus;

export const MatterVersionKind = vocabulary(
  'MatterVersionKind',
  '议定类别. What a version does to a matter.',
  {
    CREATE: '设立. Makes it a matter.',
    CHANGE: '调整. Changes it, from a day on, in a division.',
    RETIRE: '撤销. Ends it, from a day on, in a division.',
  },
);
export type MatterVersionKind = keyof typeof MatterVersionKind;

export const MatterVersionStatus = vocabulary(
  'MatterVersionStatus',
  '议定状态. The states of a version, from its draft to its decision.',
  {
    DRAFTED: '起草中. Being drafted by the office of the committee.',
    CIRCULATED: '征求意见中. Before the departments, which sign or object.',
    DECIDED: '已决定. Decided; in force from its day on.',
    REFUSED: '未通过. Decided against.',
    WITHDRAWN: '已撤回. Taken back by the office.',
  },
);
export type MatterVersionStatus = keyof typeof MatterVersionStatus;

export const StageRole = vocabulary(
  'StageRole',
  '三管三必须的职责类别. The kinds of duty that a stage tells apart.',
  {
    INDUSTRY: '行业主管. In charge of the trade: 管行业必须管安全.',
    SUPERVISION: '综合或者专项监管. Supervises in general, or in one special field.',
    ENFORCEMENT: '执法. Enforces: inspects, orders and penalises.',
    LOCAL: '属地. The place itself: patrols, reports and assists.',
  },
);
export type StageRole = keyof typeof StageRole;

export const DutyState = vocabulary('DutyState', '职责状态. Whether a duty has one who answers for it.', {
  SETTLED: '已明确. One kind of department answers for it.',
  UNDECIDED: '职责待定. Nobody was named.',
  OVERLAPPING: '职责交叉. Several answer for it.',
});
export type DutyState = keyof typeof DutyState;

export const DepartmentMissing = vocabulary(
  'DepartmentMissing',
  '无部门的原因. The reasons why no department of a division is shown.',
  {
    NOT_NAMED: '未明确. Nobody was named.',
    NO_SUCH_DEPARTMENT: '该区划没有此类部门. The division has no department of the kind.',
    LEAD_ENDED: '临时牵头已到期. It led for the time being, and the time is over.',
    REGISTRY_UNAVAILABLE: '部门名录暂时无法核对. The register of departments does not answer.',
  },
);
export type DepartmentMissing = keyof typeof DepartmentMissing;
