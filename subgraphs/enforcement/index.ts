import { defineSubgraph } from '../kernel';
import { campaign, typicalCase } from './campaign';
import { enforcementCase } from './case';
import { draw, drawCheck } from './draw';
import { supervisoryInspection } from './inspection';
import { EnterpriseNoticesResolver, NoticeResolver } from './notice/notice.resolver';
import { noticeByNumber } from './notice/notice.service';
import { LookBack, SupervisoryNotice } from './notice/supervisory-notice';
import { MatterOverviewResolver } from './overview';
import { penaltyDecision } from './penalty';
import { caseProcedure } from './procedure';
import { CreditFile, Department, Enterprise, Matter, MatterOverview, MatterScope, Region } from './others';
import { ranking } from './ranking';
import { tip } from './tip';
import { CriminalTransfer } from './transfer/criminal-transfer';
import { CaseTransferResolver, CriminalTransferResolver, TransferStepsResolver } from './transfer/transfer.resolver';

export const enforcement = defineSubgraph({
  name: 'enforcement',
  title: '执法办案. Enforcement: cases, penalties and their publicity, notices, draws, tips, ranking',
  port: 4004,
  nouns: [enforcementCase, penaltyDecision, caseProcedure, campaign, typicalCase, tip, draw, drawCheck, supervisoryInspection, ranking],
  resolvers: [
    MatterOverviewResolver,
    CaseTransferResolver,
    CriminalTransferResolver,
    TransferStepsResolver,
    NoticeResolver,
    EnterpriseNoticesResolver,
  ],
  types: [CriminalTransfer, SupervisoryNotice, LookBack],
  others: [Enterprise, Region, Department, CreditFile, Matter, MatterScope, MatterOverview],
  entities: [CriminalTransfer, SupervisoryNotice],
  references: {
    SupervisoryNotice: ({ number }: { number: string }, context) => noticeByNumber(context, number),
  },
});
