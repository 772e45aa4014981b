import { vocabulary } from '../../kernel';

export const InspectionKind = vocabulary(
  'InspectionKind',
  '检验类别. What a statutory inspection is made for.',
  {
    INSTALLATION: '安装监督检验. Supervision of the installation.',
    ALTERATION: '改造、重大修理监督检验. Supervision of an alteration or a major repair.',
    FIRST: '首次检验. The first inspection of a device that is used where it was not installed.',
    PERIODIC: '定期检验. The inspection that the cycle asks for.',
    RESUMPTION: '停用后重新启用检验. Before a device is used again.',
  },
);
export type InspectionKind = keyof typeof InspectionKind;

export const InspectionConclusion = vocabulary(
  'InspectionConclusion',
  '检验结论. What an inspection has concluded.',
  {
    QUALIFIED: '合格、符合要求、允许使用. It conforms.',
    CONDITIONALLY_QUALIFIED: '基本符合要求、监控使用. It conforms under conditions.',
    REINSPECT_QUALIFIED: '复检合格. It conformed when inspected again.',
    UNQUALIFIED: '不合格、不符合要求. It does not conform.',
    REINSPECT_UNQUALIFIED: '复检不合格. It did not conform when inspected again.',
  },
);
export type InspectionConclusion = keyof typeof InspectionConclusion;

/** What may not go on being used (特种设备安全法 第四十条). */
export const FAILED: readonly InspectionConclusion[] = ['UNQUALIFIED', 'REINSPECT_UNQUALIFIED'];
export const PASSED: readonly InspectionConclusion[] = [
  'QUALIFIED',
  'CONDITIONALLY_QUALIFIED',
  'REINSPECT_QUALIFIED',
];

export const BodyApproval = vocabulary(
  'BodyApproval',
  '检验机构核准情况（检验当日）. What is on record of the approval of an inspecting body, for the category of the device, on the day of the inspection.',
  {
    APPROVED: '已核准. It was approved to inspect devices of this category on that day.',
    START_UNKNOWN:
      '已核准，起始日未登记. It was approved for this category and its term had not run out; when it began is not on record.',
    OUT_OF_TERM: '不在核准有效期内. It is approved for this category, but not on that day.',
    OTHER_CATEGORY: '核准范围不含该种类. It is approved to inspect devices of other categories only.',
    TESTING_ONLY: '仅核准检测. It is approved to test, not to inspect.',
    NOT_ON_RECORD: '无核准记录. No approval of this enterprise is on record.',
    BODY_NOT_STATED: '未载明检验机构. The report does not say who has inspected.',
  },
);
export type BodyApproval = keyof typeof BodyApproval;

/** What leaves no ground against a report by who has made it. */
export const APPROVED: readonly BodyApproval[] = ['APPROVED', 'START_UNKNOWN'];

export const InspectionStanding = vocabulary(
  'InspectionStanding',
  '检验状况（当日）. Where a device stands with its statutory inspections on a day.',
  {
    IN_DATE: '检验合格且在有效期内. Its last inspection was passed, and the next is not past its day.',
    OVERDUE: '超过下次检验日期. The day by which it had to be inspected again has passed.',
    FAILED: '最近一次检验不合格. Its last inspection found that it does not conform.',
    NEVER_INSPECTED: '从未检验（无检验记录）. No inspection of it is on record.',
    DUE_UNKNOWN:
      '下次检验日期未知（报告未载明，该品种无已知周期）. Passed, but neither its report nor a known cycle says when the next is due.',
  },
);
export type InspectionStanding = keyof typeof InspectionStanding;
