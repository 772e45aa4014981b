import { defineSubgraph } from '../kernel';
import { Campaign, campaignOf } from './campaign/campaign';
import { TypicalCase } from './campaign/typical-case';
import { TypicalCaseResolver } from './campaign/typical-case.resolver';
import { enforcementCase } from './case';
import { Draw } from './draw/draw';
import { DrawCheck } from './draw/draw-check';
import { drawById } from './draw/draw.loaders';
import { DrawCheckResolver, DrawResolver, DrawStepResolver } from './draw/draw.resolver';
import { inspectionById } from './inspection/inspection.loaders';
import { EnterpriseInspectionsResolver, OverlappingVisitsResolver, SupervisoryInspectionResolver } from './inspection/inspection.resolver';
import { supervisoryInspectionSubmission } from './inspection/inspection.submission';
import { OverlappingVisits } from './inspection/overlap';
import { SupervisoryInspection } from './inspection/supervisory-inspection';
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
  nouns: [enforcementCase, penaltyDecision, caseProcedure, tip],
  resolvers: [
    MatterOverviewResolver,
    CaseTransferResolver,
    CriminalTransferResolver,
    TransferStepsResolver,
    NoticeResolver,
    EnterpriseNoticesResolver,
    TypicalCaseResolver,
    DrawResolver,
    DrawStepResolver,
    DrawCheckResolver,
    SupervisoryInspectionResolver,
    OverlappingVisitsResolver,
    EnterpriseInspectionsResolver,
    EnforcementRankResolver,
    CircularResolver,
  ],
  types: [
    Campaign,
    TypicalCase,
    CriminalTransfer,
    SupervisoryNotice,
    LookBack,
    Draw,
    DrawCheck,
    SupervisoryInspection,
    OverlappingVisits,
    EnforcementRank,
    RankComponent,
    EnforcementCircular,
  ],
  others: [Enterprise, Region, Department, CreditFile, Matter, MatterScope, MatterOverview],
  entities: [CriminalTransfer, SupervisoryNotice, TypicalCase, Draw, DrawCheck, SupervisoryInspection],
  references: {
    SupervisoryNotice: ({ number }: { number: string }, context) => noticeByNumber(context, number),
    Campaign: ({ code }: { code: string }) => campaignOf(code),
    Draw: ({ id }: { id: string }, context) => drawById(context).load(id),
    SupervisoryInspection: ({ id }: { id: string }, context) => inspectionById(context).load(id),
  },
  submissions: [supervisoryInspectionSubmission],
});
