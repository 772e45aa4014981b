import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, regionCode, text, uscc, whole, type Submission, checkDay } from '../../kernel';
import { HazardPenalty, PrincipalCheck } from './records';

@InputType({ description: '安全生产处罚记录报送. A penalty as enforcement submits it.' })
export class HazardPenaltyInput extends SubmittedInput {
  @Sent(uscc, '被处罚单位的统一社会信用代码. Who was penalised.')
  uscc: string;

  @Sent(regionCode, '单位所在地区划代码. The division of the enterprise.')
  regionCode: string;

  @Sent(text(100), '处罚决定书文号. The decision.')
  documentNumber: string;

  @Sent(date, '决定日期. When it was decided.')
  decidedOn: string;
}

@InputType({ description: '主要负责人带队检查报送. A check that a principal has led, as it is submitted.' })
export class PrincipalCheckInput extends SubmittedInput {
  @Sent(uscc, '单位的统一社会信用代码. The enterprise.')
  uscc: string;

  @Sent(regionCode, '单位所在地区划代码. The division of the enterprise.')
  regionCode: string;

  @Sent(date, '检查日期. When.')
  checkedOn: string;

  @Sent(whole(0, 10_000), '发现重大事故隐患数. How many major hazards it found.', { optional: true })
  majorHazardsFound: number | null;
}

interface Day {
  today: string;
}

export const hazardPenaltySubmission: Submission<HazardPenaltyInput, HazardPenalty, Day> = {
  kind: 'hazard-penalties',
  term: { zh: '安全生产处罚记录', en: 'safety penalty' },
  mutation: 'submitHazardPenalties',
  subgraph: 'hazards',
  input: HazardPenaltyInput,
  entity: HazardPenalty,
  key: 'id',
  prepare: async ({ today }) => ({ today }),
  toRow({ sourceId, revision: _, ...record }, { today }, source) {
    checkDay('decidedOn', record.decidedOn, { to: today });
    return { ...record, id: `${source}/${sourceId}` };
  },
};

export const principalCheckSubmission: Submission<PrincipalCheckInput, PrincipalCheck, Day> = {
  kind: 'principal-checks',
  term: { zh: '主要负责人带队检查', en: 'check led by a principal' },
  mutation: 'submitPrincipalChecks',
  subgraph: 'hazards',
  input: PrincipalCheckInput,
  entity: PrincipalCheck,
  key: 'id',
  prepare: async ({ today }) => ({ today }),
  toRow({ sourceId, revision: _, ...record }, { today }, source) {
    checkDay('checkedOn', record.checkedOn, { to: today });
    return { ...record, majorHazardsFound: record.majorHazardsFound ?? 0, id: `${source}/${sourceId}` };
  },
};
