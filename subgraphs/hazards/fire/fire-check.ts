import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  asText,
  date,
  departmentCode,
  inputOf,
  listOf,
  oneOf,
  prose,
  regionCode,
  uscc,
  whole,
} from '../../kernel';
import { Hazard } from '../hazard/hazard';
import { hazardNumber } from '../hazard/hazard.rules';
import { Department, Enterprise } from '../others';
import { FireClearing, FireControl, FireRiskFactor } from './fire.terms';

@Noun('消防检查记录. A fire check and what it has found, by the items of the campaign.', {
  key: false,
  term: { zh: '消防检查记录', en: 'fire check' },
})
@Index('fire_check_by_enterprise', ['uscc', 'checkedOn', 'id'])
@Index('fire_check_by_hazard', { synchronize: false })
export class FireCheck extends Submitted {
  @Id(null, '编号. The id of the record.') id: string;

  @RefersTo(() => Enterprise, uscc, 'UNCONDITIONAL', '被检查单位. The enterprise that was checked.', {
    as: 'enterprise',
    stated:
      '被检查单位的统一社会信用代码. The unified social credit code of the enterprise that was checked.',
    back: {
      name: 'fireChecks',
      level: 'UNCONDITIONAL',
      says: '消防检查，新的在前. Its fire checks, the latest first.',
      order: ['checkedOn', 'id'],
      descending: true,
      period: 'checkedOn',
    },
    unknown: 'flag',
  })
  uscc: string;

  @Kept(regionCode, '被检查单位所在区划代码. The division of the enterprise that was checked.')
  regionCode: string;

  @RefersTo(
    () => Department,
    asText(departmentCode),
    'UNCONDITIONAL',
    '检查部门. The department that checked.',
    {
      as: 'department',
      stated: '检查部门代码. The department that checked.',
    },
  )
  departmentCode: string;

  @Fact('UNCONDITIONAL', date, '检查日期. The day on which the enterprise was checked.') checkedOn: string;

  @Fact(
    'UNCONDITIONAL',
    listOf(oneOf(FireRiskFactor)),
    '存在的致命风险因素. The factors that were found, out of ten.',
  )
  riskFactors: FireRiskFactor[];

  @Fact('UNCONDITIONAL', listOf(oneOf(FireClearing)), '三清中未清的项. The items that were not cleared away.')
  toClear: FireClearing[];

  @Fact(
    'UNCONDITIONAL',
    listOf(oneOf(FireControl)),
    '两管中未管住的项. The items that were not under control.',
  )
  toControl: FireControl[];

  @Fact(
    'UNCONDITIONAL',
    whole(0, 100_000),
    '发现隐患数，未发现填 0. The number of hazards that it found; 0 for none.',
  )
  hazardsFound: number;

  @RefersTo(
    () => Hazard,
    listOf(hazardNumber),
    'UNCONDITIONAL',
    '转入隐患库的隐患. The hazards that it led to.',
    {
      as: 'hazards',
      shown: '转入隐患库的编号. The numbers of the hazards that it led to.',
      back: {
        name: 'fireChecks',
        level: 'UNCONDITIONAL',
        says: '查出该隐患的消防检查，新的在前. The fire checks that found it, the latest first.',
        order: ['checkedOn', 'id'],
        descending: true,
        period: 'checkedOn',
      },
      unknown: 'flag',
    },
  )
  hazardNumbers: string[];

  @Fact('UNCONDITIONAL', prose(1000), '记录摘要. What the record says in short.', { optional: true })
  summary: string | null;
}

export const FireCheckInput = inputOf(FireCheck, '消防检查记录报送. A fire check as it is submitted.', [
  'uscc',
  'regionCode',
  'departmentCode',
  'checkedOn',
  'riskFactors?',
  'toClear?',
  'toControl?',
  'hazardsFound',
  'hazardNumbers?',
  'summary',
]);
