import { defineRules } from '../kernel';

const RULES = '《市场主体登记管理条例实施细则》（市场监管总局令第52号，2022-03-01 起施行）';

export const legalNumbers = defineRules([
  {
    id: 'registry.licence.confirm',
    from: '2022-03-01',
    to: null,
    value: 90,
    unit: 'days',
    source: `${RULES}：批准文件未载明有效期，自批准之日起超过九十日的，须由审批机关确认其效力`,
    verified: true,
  },
  {
    id: 'registry.licence.change',
    from: '2022-03-01',
    to: null,
    value: 30,
    unit: 'days',
    source: `${RULES}：许可变更、失效或被撤销后三十日内申请变更或注销登记`,
    verified: true,
  },
]);
