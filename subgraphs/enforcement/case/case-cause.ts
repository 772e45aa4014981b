import { ObjectType } from 'type-graphql';
import {
  DepartmentKind,
  HazardDomain,
  ReferenceUnknown,
  Served,
  date,
  declareError,
  declareReferenceList,
  flag,
  id,
  listOf,
  oneOf,
  text,
  yuan,
} from '../../kernel';
import causes from '../official/case-causes.json';

const domain = oneOf(HazardDomain);
const departments = listOf(oneOf(DepartmentKind, 24));
const always = { always: true };
const optional = { optional: true } as const;

@ObjectType({
  description: '案由. What a case is about: a controlled list with law and article.',
  simpleResolvers: true,
})
export class CaseCause {
  @Served('PUBLIC', id(40), '案由代码. The code of the cause.', always) code: string;
  @Served('PUBLIC', text(100), '违法行为类型. The kind of unlawful act.', always) name: string;
  @Served('PUBLIC', text(100), '法律、法规. The law that the act breaks.', always) law: string;
  @Served('PUBLIC', text(40), '条款. The article of the law that the penalty rests on.', always)
  article: string;
  @Served('PUBLIC', domain, '领域. The field that it belongs to.', always) domain: HazardDomain;

  @Served(
    'PUBLIC',
    departments,
    '有权办理的部门类别；空为不限. The kinds of department that may handle it; none, if any may.',
    {
      always: true,
    },
  )
  departments: DepartmentKind[];

  @Served('PUBLIC', text(100), '职权依据. The law and article that name the department.', { optional: true })
  departmentBasis: string | null;

  @Served(
    'PUBLIC',
    listOf(text(60)),
    '所违反的条款. The articles that the act breaks; none where they were not held.',
    always,
  )
  violated: string[];

  @Served('PUBLIC', text(200), '处罚概要. What the article of penalty provides, condensed.', optional)
  consequence: string | null;

  @Served(
    'PUBLIC',
    yuan,
    '罚款下限（单位，条文写明数额的）. The least fine of an organisation, if it names one.',
    optional,
  )
  fineMin: string | null;

  @Served(
    'PUBLIC',
    yuan,
    '罚款上限（单位，条文写明数额的）. The highest fine of an organisation, if it names one.',
    optional,
  )
  fineMax: string | null;

  @Served(
    'PUBLIC',
    date,
    '适用于该日以来的行为；不限的为空. It is for acts since this day; null for all.',
    optional,
  )
  from: string | null;

  @Served('PUBLIC', date, '所对照文本的日期. The date of the text that it was compared with.', optional)
  textDate: string | null;

  @Served('PUBLIC', flag, '条款是否核对. Whether the article was compared with the text of the law.', always)
  verified: boolean;
}

export const CauseOfOtherDepartment = declareError(
  'CAUSE_OF_OTHER_DEPARTMENT',
  '此案由由 {allowed:DepartmentKind} 办理，{department:DepartmentKind} 不得以此立案，收到：{got}。',
  'Cases of this cause are handled by {allowed:DepartmentKind} and not by {department:DepartmentKind}, but got: {got}.',
);

const byCode: ReadonlyMap<string, CaseCause> = new Map(
  causes.map((cause) => [
    cause.code,
    {
      ...cause,
      domain: domain.parse(cause.domain, 'domain'),
      departments: departments.parse(cause.departments, 'departments'),
    },
  ]),
);

export const caseCauses: readonly CaseCause[] = [...byCode.values()];

declareReferenceList(
  {
    id: 'enforcement.case-causes',
    name: '案由. The causes of cases, with the articles that are broken and those of the penalty.',
    source: '14 部法律、法规的公开文本，逐条对照；无全国统一案由代码，名称为本系统所拟',
    asOf: '2026-11',
    missing:
      '检验检测机构监督管理办法、反不正当竞争法、广告法、价格、食品药品未收；2026-05-01 以前的危险化学品行为未收. Not held: the order on testing bodies, unfair competition, advertising, prices, food and drugs, and acts with hazardous chemicals before 2026-05-01.',
  },
  () => ({ rows: caseCauses.length, verified: caseCauses.filter(({ verified }) => verified).length }),
);

/** @throws REFERENCE_UNKNOWN */
export function causeOf(code: string): CaseCause {
  const cause = byCode.get(code);
  if (!cause) throw ReferenceUnknown({ field: 'causeCode', target: { zh: '案由', en: 'cause' }, got: code });
  return cause;
}

/** Whether a penalty for it is one under 安全生产法, by whichever department. */
export function isWorkSafety(code: string): boolean {
  return causeOf(code).law === '安全生产法';
}

/** 行政处罚法 第二十二条: a penalty is imposed by a department that the law has given the power to. */
export function checkCause(code: string, department: DepartmentKind): void {
  const { departments: allowed } = causeOf(code);
  if (allowed.length > 0 && !allowed.includes(department))
    throw CauseOfOtherDepartment({ field: 'causeCode', allowed: allowed.join(', '), department, got: code });
}
