import { Directive, ObjectType } from 'type-graphql';
import {
  DepartmentKind,
  EnterpriseRole,
  HazardDomain,
  Kept,
  Key,
  Noun,
  Served,
  asId,
  code,
  count,
  date,
  flag,
  id,
  listOf,
  oneOf,
  printedCode,
  regionCode,
  text,
} from '../../kernel';
import { DutyState, LeadBasis, MatterStatus, StageRole } from './matter.terms';

const ALWAYS = { always: true } as const;
const OPTIONAL = { optional: true } as const;

/** What the matter is about, in each department's own codes; the other subgraphs compute their part of it. */
@ObjectType({
  description: '事项范围. What a matter is about, in the codes of each department.',
  simpleResolvers: true,
})
export class MatterScope {
  @Served(
    'PUBLIC',
    listOf(code(4)),
    '特种设备目录代码，含其下级. Kinds of special equipment, with all below.',
    ALWAYS,
  )
  equipmentKinds: string[];

  @Served('PUBLIC', listOf(id(40)), '强制性产品认证类别代码. Categories of the CCC catalogue.', ALWAYS)
  productCategories: string[];

  @Served(
    'PUBLIC',
    listOf(code(4)),
    '行业代码 (GB/T 4754-2017)，含其下级. The industries that belong to the matter, with all below them.',
    ALWAYS,
  )
  industries: string[];

  @Served(
    'PUBLIC',
    listOf(oneOf(EnterpriseRole)),
    '主体角色. The roles of enterprises that belong to the matter.',
    ALWAYS,
  )
  roles: EnterpriseRole[];

  @Served(
    'PUBLIC',
    listOf(oneOf(HazardDomain)),
    '隐患领域. The fields of hazards that belong to the matter.',
    ALWAYS,
  )
  hazardDomains: HazardDomain[];
}

/** A duty as it is stored: one kind of department settles it, none leaves it open, several make it overlap. */
export interface StoredDuty {
  role: StageRole;
  kinds: DepartmentKind[];
  duty: string | null;
}

/** One stage as it is stored; the department is its code. */
export interface StoredStage {
  order: number;
  name: string;
  department: string | null;
  duties: string[];
  legalBasis: string | null;
  /** Those that were told apart; the others are undecided. */
  responsibilities?: StoredDuty[];
}

/** 三管三必须: who answers for what in a stage. */
@ObjectType({
  description:
    '环节职责. One kind of duty in a stage, with who answers for it; what is undecided or overlaps is said, never left out.',
  simpleResolvers: true,
})
export class StageDuty {
  @Served('PUBLIC', oneOf(StageRole), '职责类别. The kind of duty.', ALWAYS) role: StageRole;

  @Served('PUBLIC', oneOf(DutyState), '职责状态. Whether one answers for it, nobody, or several.', ALWAYS)
  state: DutyState;

  @Served('PUBLIC', listOf(oneOf(DepartmentKind)), '部门类别. The kinds of department named for it.', ALWAYS)
  departmentKinds: DepartmentKind[];

  @Served('PUBLIC', text(500), '职责内容. What they have to do.', OPTIONAL) duty: string | null;
}

@ObjectType({
  description: '链条环节. One stage of a matter’s chain of responsibility.',
  simpleResolvers: true,
})
export class ChainStage {
  @Served('PUBLIC', count, '次序，从 1 起. Its place in the chain, from 1.', ALWAYS) order: number;

  @Served('PUBLIC', text(100), '环节名称. The name of the stage.', ALWAYS) name: string;

  /** The code of the department that answers for the stage. */
  departmentCode: string | null;

  @Served('PUBLIC', listOf(text(200)), '监管职责. What has to be done there.', ALWAYS) duties: string[];

  @Served('PUBLIC', text(200), '法律依据. The law and the article that the stage rests on.', OPTIONAL)
  legalBasis: string | null;

  @Served(
    'PUBLIC',
    flag,
    '是否无部门负责. Whether no department answers for the stage: a gap in the chain.',
    ALWAYS,
  )
  gap: boolean;

  @Served(
    'PUBLIC',
    () => [StageDuty],
    '行业主管、综合或专项监管、执法、属地. The four kinds of duty, each with who answers for it.',
    ALWAYS,
  )
  responsibilities: StageDuty[];

  @Served(
    'PUBLIC',
    regionCode,
    '由哪级增设（区划代码）. The division whose decision has put the stage there.',
    ALWAYS,
  )
  addedBy: string;
}

/** What a version says, and a matter as long as that is in force. */
export interface Contents {
  name: string;
  leadDepartmentCode: string;
  leadBasis: LeadBasis;
  leadVerified: boolean;
  provisionalUntil: string | null;
  cooperatingDepartmentCodes: string[];
  storedStages: StoredStage[];
  scope: MatterScope;
  sourceDocument: string;
  sourcePhrase: string;
}

/** Its contents are those of the version of its own division that is in force: see matter.rules.ts. */
@Noun('一件事. A matter that crosses departments, with one that leads.', {
  term: { zh: '事项', en: 'matter' },
})
export class Matter implements Contents {
  @Key('PUBLIC', asId(printedCode(40)), '事项代码. The code of the matter.') code: string;

  @Kept(regionCode, '设立区划. The division that has made it a matter: 000000 is the whole country.')
  regionCode: string;

  @Served('PUBLIC', oneOf(MatterStatus), '事项状态（当日）. Whether it is a matter today.')
  status: MatterStatus;

  @Served('PUBLIC', flag, '是否仅限本地. Whether it is a matter of one division only, and of no other.')
  onlyHere: boolean;

  @Served('PUBLIC', text(100), '事项名称. The name of the matter.') name: string;
  leadDepartmentCode: string;
  cooperatingDepartmentCodes: string[];
  storedStages: StoredStage[];

  @Served('PUBLIC', oneOf(LeadBasis), '牵头依据. The principle by which that department leads.')
  leadBasis: LeadBasis;

  @Served('PUBLIC', flag, '来源文件是否明示牵头部门. Whether the source document itself names the lead.')
  leadVerified: boolean;

  @Served(
    'PUBLIC',
    date,
    '临时牵头至（含当日）. The last day of a provisional lead; null where it leads for good.',
    OPTIONAL,
  )
  provisionalUntil: string | null;

  @Served('PUBLIC', () => MatterScope, '事项范围. What the matter is about, in the codes of each department.')
  scope: MatterScope;

  @Served('PUBLIC', text(64), '来源文件. The document that asks for it.') sourceDocument: string;

  @Served('PUBLIC', text(2000), '来源原文. The words of that document.') sourcePhrase: string;
}

@ObjectType({
  description: '链条空白. A stage of a matter for which no department answers.',
  simpleResolvers: true,
})
export class ChainGap {
  @Served('PUBLIC', () => Matter, '事项. The matter that has the gap.') matter: Matter;
  @Served('PUBLIC', () => ChainStage, '无部门负责的环节. The stage for which no department answers.')
  stage: ChainStage;
}

/** What a sum does not count, since only a part of its division has it. */
@ObjectType({
  description: '未计入的范围. What figures of a division leave out: only a division below it has decided so.',
  simpleResolvers: true,
})
export class LeftOut {
  @Served('PUBLIC', regionCode, '区划代码. The division that has decided so.', ALWAYS) regionCode: string;

  @Served(
    'PUBLIC',
    listOf(code(60)),
    '仅该区划列入的范围代码. The codes that belong to the matter there only, as figures are about them.',
    ALWAYS,
  )
  about: string[];
}

/** One object with one field group from each department. */
@ObjectType({
  description:
    '一件事总览. What every department has of a matter in a region. What is not known is null, and `figures` says why; 0 was counted, and there is none.',
  simpleResolvers: true,
})
@Directive('@key(fields: "matterCode regionCode")')
export class MatterOverview {
  @Served('PUBLIC', id(40), '事项代码. The code of the matter.', ALWAYS) matterCode: string;
  @Served(
    'PUBLIC',
    regionCode,
    '区划代码；仅限本地的事项，为该地. The division whose subtree is counted: of a matter of one division only, no more than that.',
    ALWAYS,
  )
  regionCode: string;
  @Served('PUBLIC', () => MatterScope, '事项范围. By what each department counts.', ALWAYS)
  scope: MatterScope;
}
