import { defineSubgraph } from '../kernel';
import { Campaign, campaignOf } from './campaign/campaign';
import { TypicalCase } from './campaign/typical-case';
import { TypicalCaseResolver } from './campaign/typical-case.resolver';
import { enforcementCase } from './case';
import { draw, drawCheck } from './draw';
import { supervisoryInspection } from './inspection';
import { EnterpriseNoticesResolver, NoticeResolver } from './notice/notice.resolver';
import { noticeByNumber } from './notice/notice.service';
import { LookBack, SupervisoryNotice } from './notice/supervisory-notice';
import { MatterOverviewResolver } from './overview';
import { penaltyDecision } from './penalty';
import { caseProcedure } from './procedure';
import { CircularResolver, EnforcementCircular } from './ranking/circular';
import { EnforcementRank, RankComponent } from './ranking/enforcement-rank';
import { EnforcementRankResolver } from './ranking/ranking.resolver';
import { CreditFile, Department, Enterprise, Matter, MatterOverview, MatterScope, Region } from './others';
import { tip } from './tip';
import { CriminalTransfer } from './transfer/criminal-transfer';
import { CaseTransferResolver, CriminalTransferResolver, TransferStepsResolver } from './transfer/transfer.resolver';

export const enforcement = defineSubgraph({
  name: 'enforcement',
  title: '执法办案. Enforcement: cases, penalties and their publicity, notices, draws, tips, ranking',
  port: 4004,
  nouns: [enforcementCase, penaltyDecision, caseProcedure, tip, draw, drawCheck, supervisoryInspection],
  resolvers: [
    MatterOverviewResolver,
    CaseTransferResolver,
    CriminalTransferResolver,
    TransferStepsResolver,
    NoticeResolver,
    EnterpriseNoticesResolver,
    TypicalCaseResolver,
    EnforcementRankResolver,
    CircularResolver,
  ],
  types: [Campaign, TypicalCase, CriminalTransfer, SupervisoryNotice, LookBack, EnforcementRank, RankComponent, EnforcementCircular],
  others: [Enterprise, Region, Department, CreditFile, Matter, MatterScope, MatterOverview],
  entities: [CriminalTransfer, SupervisoryNotice, TypicalCase],
  references: {
    SupervisoryNotice: ({ number }: { number: string }, context) => noticeByNumber(context, number),
    Campaign: ({ code }: { code: string }) => campaignOf(code),
  },
});
