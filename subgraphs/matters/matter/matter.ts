import { Directive, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import {
  EnterpriseRole,
  Fact,
  HazardDomain,
  Key,
  Noun,
  RefersTo,
  Served,
  asId,
  code,
  count,
  departmentCode,
  flag,
  id,
  listOf,
  oneOf,
  printedCode,
  regionCode,
  text,
  vocabulary,
} from '../../kernel';
import { Department } from '../others';

export const LeadBasis = vocabulary('LeadBasis', '牵头依据. The reasons why a department leads a matter.', {
  IN_CHARGE: '谁主管谁牵头. It is in charge of the trade.',
  PRINCIPAL: '谁为主谁牵头. It does the principal part.',
  NEAREST: '谁靠近谁牵头. It is the nearest to it.',
});
export type LeadBasis = keyof typeof LeadBasis;

const ALWAYS = { always: true } as const;

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

/** One stage as it is stored; the department is its code. */
export interface StoredStage {
  order: number;
  name: string;
  department: string | null;
  duties: string[];
  legalBasis: string | null;
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

  @Served('PUBLIC', text(200), '法律依据. The law and the article that the stage rests on.', {
    optional: true,
  })
  legalBasis: string | null;

  @Served(
    'PUBLIC',
    flag,
    '是否无部门负责. Whether no department answers for the stage: a gap in the chain.',
    ALWAYS,
  )
  gap: boolean;
}

@Noun('一件事. A matter that crosses departments, with one that leads.', {
  term: { zh: '事项', en: 'matter' },
})
export class Matter {
  @Key('PUBLIC', asId(printedCode(40)), '事项代码. The code of the matter.') code: string;

  @Fact('PUBLIC', text(100), '事项名称. The name of the matter.') name: string;

  @RefersTo(
    () => Department,
    departmentCode,
    'PUBLIC',
    '牵头部门. The department that answers for the whole.',
    {
      as: 'leadDepartment',
    },
  )
  leadDepartmentCode: string;

  @Fact('PUBLIC', oneOf(LeadBasis), '牵头依据. The principle by which that department leads.')
  leadBasis: LeadBasis;

  @Fact('PUBLIC', flag, '来源文件是否明示牵头部门. Whether the source document itself names the lead.')
  leadVerified: boolean;

  @RefersTo(
    () => Department,
    listOf(departmentCode),
    'PUBLIC',
    '配合部门. The departments that support the lead department.',
    {
      as: 'cooperatingDepartments',
      column: { default: undefined },
    },
  )
  cooperatingDepartmentCodes: string[];

  @Column('jsonb') storedStages: StoredStage[];

  @Column('jsonb')
  @Served('PUBLIC', () => MatterScope, '事项范围. What the matter is about, in the codes of each department.')
  scope: MatterScope;

  @Fact('PUBLIC', text(64), '来源文件. The document that asks for it.') sourceDocument: string;

  @Fact('PUBLIC', text(2000), '来源原文. The words of that document.', {
    column: { type: 'text', length: undefined },
  })
  sourcePhrase: string;
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

/** One object with one field group from each department. */
@ObjectType({
  description:
    '一件事总览. What every department has of a matter in a region. What is not known is null, and `figures` says why; 0 was counted, and there is none.',
  simpleResolvers: true,
})
@Directive('@key(fields: "matterCode regionCode")')
export class MatterOverview {
  @Served('PUBLIC', id(40), '事项代码. The code of the matter.', ALWAYS) matterCode: string;
  @Served('PUBLIC', regionCode, '区划代码. The division whose subtree is counted.', ALWAYS)
  regionCode: string;
  @Served('PUBLIC', () => MatterScope, '事项范围. By what each department counts.', ALWAYS)
  scope: MatterScope;
}
