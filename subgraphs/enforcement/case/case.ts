import { Index } from 'typeorm';
import {
  About,
  AboutOn,
  DepartmentKind,
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Sealed,
  Synthetic,
  MatterCodes,
  TaggedAt,
  TaggedBy,
} from '../../kernel';
import { asId, date, departmentCode, documentNumber, industry } from '../../kernel';
import { issueNumber, listOf, oneOf, printedCode, prose, recordReference, regionCode } from '../../kernel';
import { text, undashedCode, uscc, yuan, type List } from '../../kernel';
import { Department, Enterprise, Equipment, Hazard, Region, SpotCheck } from '../others';
import { CaseCourse } from './case-course';
import { CaseProcedure, OriginKind, PartyKind } from './case.terms';

/**
 * A case, from its lead on. `regionCode` is the division of the department that handles it: its officers write it and see
 * its guarded fields, wherever the party is. The party's own division is kept apart, for figures by region and for the
 * publication in another province. The class is not called Case, since its table would be a word of SQL.
 */
@Noun('行政处罚案件. A case of administrative penalty, from its lead on.', {
  name: 'Case',
  term: { zh: '案件', en: 'case' },
})
@Index('enforcement_case_by_region', ['regionCode', 'number'])
@Index('enforcement_case_by_party', ['partyUscc', 'leadReceivedOn', 'number'])
@Index('enforcement_case_by_party_region', ['partyRegionCode', 'number'])
@Index('enforcement_case_by_industry', ['industryCode', 'partyRegionCode', 'status', 'number'])
@Index('enforcement_case_by_filing', ['regionCode', 'filingDate', 'departmentKind'])
@Index('enforcement_case_by_origin', ['originReference', 'regionCode', 'number'])
@Index('enforcement_case_by_cause', ['causeCode', 'regionCode', 'number'])
@Index('enforcement_case_by_matter', { synchronize: false })
@Index('enforcement_case_by_about', { synchronize: false })
@Index('enforcement_case_to_ask', ['number'], { where: 'about_on IS NULL' })
export class EnforcementCase extends CaseCourse {
  @Key(
    'UNCONDITIONAL',
    asId(issueNumber),
    '案号（规范形式），如 湘市监立〔2026〕12号. The number of the case in normal form, as 湘市监立〔2026〕12号.',
  )
  number: string;

  @Kept(asId(printedCode(40)), '案由代码，取自 caseCauses. What it is about: a code of caseCauses.')
  causeCode: string;

  @Fact('UNCONDITIONAL', oneOf(PartyKind), '当事人类型. Whether it is about an enterprise or a person.', {
    always: true,
  })
  partyKind: PartyKind;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '当事人（单位，统一社会信用代码）；自然人为空. The enterprise that it is about; none for a person.',
    {
      as: 'party',
      stated: '单位的统一社会信用代码；自然人不填. The code of an enterprise; left out for a person.',
      optional: true,
      back: {
        name: 'cases',
        level: 'UNCONDITIONAL',
        says: '案件，新的在前. The cases about it, the latest first.',
        order: ['leadReceivedOn', 'number'],
        descending: true,
        period: 'leadReceivedOn',
        state: 'status',
      },
      unknown: 'flag',
      subject: true,
    },
  )
  partyUscc: string | null;

  @Kept(
    text(200),
    '当事人名称；自然人以 张** 保存. The name of the party; of a person as it is shown, masked.',
  )
  storedPartyName: string;

  @Sealed('CONDITIONAL', text(200), '自然人姓名. The full name of a person; null for an enterprise.', {
    as: 'personName',
    optional: true,
  })
  sealedPersonName: string | null;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '当事人所在地（区划代码）. The division of the party.',
    {
      as: 'partyRegion',
      stated: '当事人所在地区划代码. The division of the party.',
    },
  )
  partyRegionCode: string;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '办案部门，如 430682-MARKET_SUPERVISION；须与报送人同类. The department that handles it, of the kind of whoever states it.',
    {
      as: 'department',
      stated:
        '办案部门代码，如 430682-MARKET_SUPERVISION. The department that handles it, of the caller’s kind.',
    },
  )
  departmentCode: string;

  @Fact('UNCONDITIONAL', oneOf(DepartmentKind, 24), '办案部门类别. The kind of department that handles it.', {
    always: true,
  })
  departmentKind: DepartmentKind;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '办案地. The division of the department that handles it.',
    { as: 'region' },
  )
  regionCode: string;

  @Fact('UNCONDITIONAL', oneOf(CaseProcedure), '处罚程序. By which procedure it is decided.', {
    always: true,
  })
  procedure: CaseProcedure;

  /** Not shown to everyone as it is: case.resolver.ts. */
  @Kept(oneOf(OriginKind), '案件来源. The kind of thing that it began with.')
  originKind: OriginKind;

  @RefersTo(
    () => SpotCheck,
    asId(recordReference(130)),
    'UNCONDITIONAL',
    '所涉监督抽查. The spot check that it began with, if it began with one.',
    {
      as: 'spotCheck',
      stated: '来源编号（抽查、举报、检查、隐患等）. The number of what it began with.',
      optional: true,
      when: { property: 'originKind', is: 'SPOT_CHECK' },
      unknown: 'flag',
      back: {
        name: 'cases',
        level: 'UNCONDITIONAL',
        says: '由此立案的案件，按办案地、案号排序. The cases that began with it, by division and number.',
        order: ['regionCode', 'number'],
        period: 'leadReceivedOn',
        state: 'status',
      },
    },
  )
  originReference: string | null;

  @RefersTo(
    () => Hazard,
    asId(documentNumber(64)),
    'UNCONDITIONAL',
    '涉及的隐患. The hazard that it is about, if it is about one.',
    {
      as: 'hazard',
      index: true,
      shown: '隐患编号. The number of the hazard that it belongs to.',
      optional: true,
      unknown: 'flag',
      back: {
        name: 'cases',
        level: 'UNCONDITIONAL',
        says: '由此立案的案件，新的在前. The cases about it, the latest first.',
        order: ['leadReceivedOn', 'number'],
        descending: true,
        period: 'leadReceivedOn',
        state: 'status',
      },
    },
  )
  hazardNumber: string | null;

  @RefersTo(
    () => Equipment,
    asId(undashedCode(20)),
    'UNCONDITIONAL',
    '涉及的特种设备. The device that it is about, if it is about one.',
    {
      as: 'equipment',
      index: true,
      shown: '涉及的特种设备代码. The code of the device that it is about.',
      optional: true,
      unknown: 'flag',
      back: {
        name: 'cases',
        level: 'UNCONDITIONAL',
        says: '涉及该设备的案件，新的在前. The cases about it, the latest first.',
        order: ['leadReceivedOn', 'number'],
        descending: true,
        period: 'leadReceivedOn',
        state: 'status',
      },
    },
  )
  equipmentCode: string | null;

  @Kept(
    asId(printedCode(40)),
    '专项行动代码，取自 campaigns. The campaign that it belongs to: a code of campaigns.',
    {
      optional: true,
    },
  )
  campaignCode: string | null;

  @Fact(
    'UNCONDITIONAL',
    listOf(asId(issueNumber)),
    '关联案号：联合执法、一案双罚、一超四罚. The numbers of cases of the same offence, of other departments or parties.',
    { always: true },
  )
  relatedNumbers: string[];

  @Fact(
    'UNCONDITIONAL',
    industry,
    '当事人行业代码 (GB/T 4754-2017)，以登记部门为准. The code of the party’s industry, as the register has it.',
    {
      optional: true,
      of: 'partyUscc',
    },
  )
  industryCode: string | null;

  @MatterCodes('UNCONDITIONAL', { always: true }) matterCodes: string[];
  @TaggedBy() matterCodesBy: string | null;
  @TaggedAt() matterCodesAt: Date | null;

  /** Kept by the database itself, in the transaction that writes a decision or its case. */
  @Kept(yuan, '有效罚款. The fine of its decision, unless that was withdrawn; null where there is none.', {
    optional: true,
  })
  fined: string | null;

  @About('UNCONDITIONAL') about: string[];
  @AboutOn() aboutOn: string | null;

  @Fact('UNCONDITIONAL', date, '违法行为终了之日. The day on which the unlawful act ended.', {
    optional: true,
  })
  actEndedOn: string | null;

  @Kept(
    prose(1000),
    '线索摘要；仅办案部门可见. The lead in short; only the handling kind of department sees it.',
    { optional: true },
  )
  leadSummary: string | null;

  @Kept(
    prose(1000),
    '证据目录；仅办案部门可见. A list of the evidence; only the handling kind of department sees it.',
    { optional: true },
  )
  evidence: string | null;

  @Synthetic('UNCONDITIONAL', { always: true }) synthetic: boolean;
}

/** Of the department that handles them. */
export const CASES: List<EnforcementCase> = {
  name: 'cases',
  entity: EnforcementCase,
  order: ['regionCode', 'number'],
};
