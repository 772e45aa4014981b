import { defineSubgraph } from '../kernel';
import { auditRecord } from './audit';
import { mergedLog } from './happening';

export const exchange = defineSubgraph({
  name: 'exchange',
  title: '数据共享交换. Exchange: what happens in all departments, in one order',
  port: 4009,
  nouns: [auditRecord],
  keeps: mergedLog,
});
