import { defineRules } from '../kernel';

const RULES = '《市场主体登记管理条例实施细则》（市场监管总局令第52号，2022-03-01 起施行）';

const NAMES = {
  periods: {
    'registry.licence.confirm':
      '未载明有效期的批准文件：超过多久须确认效力. After how long an approval without an end is confirmed by its authority.',
    'registry.licence.change':
      '许可失效后申请变更或注销登记的期限. Within how long after a licence ends the registration is changed.',
  },
  numbers: {},
};

export const legalNumbers = defineRules(NAMES, [
  {
    id: 'registry.licence.confirm',
    from: '2022-03-01',
    to: null,
    value: 90,
    unit: 'days',
    source: `${RULES}第二十二条第一款：批准文件未载明有效期，自批准之日起超过九十日的，须由审批机关确认其效力`,
    verified: true,
  },
  {
    id: 'registry.licence.change',
    from: '2022-03-01',
    to: null,
    value: 30,
    unit: 'days',
    source: `${RULES}第二十二条第二款：许可变更、失效或被撤销后三十日内申请变更或注销登记`,
    verified: true,
  },
]);
