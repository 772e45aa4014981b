import { WHILE_REACHED, WHILE_SUED, defineRetention } from '../kernel';
import { EnforcementCase } from './case/case';
import { TipReporter } from './tip/tip-records';

const ofTip = (column: string) => `(SELECT ${column} FROM tip WHERE tip.number = tip_reporter.tip_number)`;

export const retention = defineRetention({
  'enforcement.kept.party': {
    says: '自然人当事人姓名：自结案之日起的保存期限. The name of a person whom a case is about: how long it is kept after the case is closed.',
    ...WHILE_SUED,
    entity: EnforcementCase,
    ended: 'closed_on',
    masks: { storedPartyName: '**' },
    holds: [
      {
        why: { zh: '处罚决定仍在公示', en: 'the penalty is still published' },
        where: `EXISTS (SELECT FROM penalty_decision AS penalty WHERE penalty.case_number = enforcement_case.number
          AND penalty.public_until >= (now() AT TIME ZONE 'Asia/Shanghai')::date
          AND penalty.stopped_on IS NULL AND penalty.withdrawn_on IS NULL)`,
      },
      {
        why: { zh: '移送公安机关后尚无结果', en: 'it is with the police, who have not answered yet' },
        where: `EXISTS (SELECT FROM criminal_transfer AS passed WHERE passed.case_number = enforcement_case.number
          AND passed.status NOT IN ('REFUSED', 'COMPLETED', 'RETURNED'))`,
      },
    ],
  },
  'enforcement.kept.reporter': {
    says: '举报人姓名和电话：自举报办结之日起的保存期限. Name and phone of a reporter: how long they are kept after the tip is settled.',
    ...WHILE_REACHED,
    entity: TipReporter,
    ended: ofTip('decided_on'),
    holds: [
      {
        why: { zh: '尚未答复举报人', en: 'the reporter has no answer yet' },
        where: `${ofTip('named')} AND ${ofTip('told_on')} IS NULL`,
      },
      {
        why: { zh: '由举报立案的案件尚未结案', en: 'the case that the tip led to is open' },
        where: `EXISTS (SELECT FROM tip JOIN enforcement_case AS led ON led.number = tip.case_number
          WHERE tip.number = tip_reporter.tip_number AND led.closed_on IS NULL)`,
      },
    ],
  },
});
