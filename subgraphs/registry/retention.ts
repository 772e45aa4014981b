import { WHILE_PENALISED, WHILE_REACHED, defineRetention } from '../kernel';
import { Enterprise } from './enterprise/enterprise';
import { GridPerson } from './grid/grid';

export const retention = defineRetention({
  'registry.kept.contact-phone': {
    says: '登记联系电话：自注销之日起的保存期限. The phone of an enterprise: how long it is kept once the enterprise is struck off.',
    ...WHILE_REACHED,
    entity: Enterprise,
    ended: `CASE WHEN status = 'CANCELLED' THEN (SELECT max(at AT TIME ZONE 'Asia/Shanghai')::date FROM enterprise_change AS change
      WHERE change.uscc = enterprise.uscc AND change.status = 'CANCELLED') END`,
  },
  'registry.kept.grid-person': {
    says: '网格监管人员姓名：自离岗之日起的保存期限. The name of a grid member: how long it is kept after the last day in the post.',
    ...WHILE_PENALISED,
    entity: GridPerson,
    ended: 'ended_on',
  },
});
