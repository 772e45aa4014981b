import { defineSubgraph, echo } from '../kernel';
import { Campaign, campaignOf } from './campaign/campaign';
import { TypicalCase } from './campaign/typical-case';
import { TypicalCaseResolver } from './campaign/typical-case.resolver';
import { EnforcementCase } from './case/case';
import { CaseCause } from './case/case-cause';
import { CaseEvent } from './case/case-event';
import { CaseFile } from './case/case-file';
import { CaseStepsResolver, plainStepResolvers } from './case/case-steps.resolver';
import { caseByNumber } from './case/case.loaders';
import { CaseFileResolver, CaseResolver, EnterpriseCasesResolver, MatterCasesResolver } from './case/case.resolver';
import { caseSubmission } from './case/case.submission';
import { ClockStop } from './case/clock-stop';
import { EnterpriseNoticesResolver, NoticeResolver } from './notice/notice.resolver';
import { noticeByNumber } from './notice/notice.service';
import { LookBack, SupervisoryNotice } from './notice/supervisory-notice';
import { MatterOverviewResolver } from './overview';
import { PenaltyDecision } from './penalty/penalty-decision';
import { penaltyByNumber } from './penalty/penalty.loaders';
import { CreditFileResolver, EnterprisePenaltiesResolver, PenaltyResolver, PublicationResolver } from './penalty/penalty.resolver';
import { penaltySubmission } from './penalty/penalty.submission';
import { CreditFile, Department, Enterprise, Matter, MatterOverview, MatterScope, Region } from './references';
import { CriminalTransfer } from './transfer/criminal-transfer';
import { CaseTransferResolver, CriminalTransferResolver, TransferStepsResolver } from './transfer/transfer.resolver';

export const enforcement = defineSubgraph({
  name: 'enforcement',
  title: '执法办案. Enforcement: cases, penalties and their publicity, notices, draws, tips, ranking',
  port: 4004,
  resolvers: [
    CaseResolver,
    CaseFileResolver,
    CaseStepsResolver,
    ...plainStepResolvers,
    EnterpriseCasesResolver,
    MatterCasesResolver,
    MatterOverviewResolver,
    PenaltyResolver,
    PublicationResolver,
    EnterprisePenaltiesResolver,
    CreditFileResolver,
    CaseTransferResolver,
    CriminalTransferResolver,
    TransferStepsResolver,
    NoticeResolver,
    EnterpriseNoticesResolver,
    TypicalCaseResolver,
  ],
  types: [
    EnforcementCase,
    CaseCause,
    CaseEvent,
    CaseFile,
    ClockStop,
    Campaign,
    TypicalCase,
    PenaltyDecision,
    CriminalTransfer,
    SupervisoryNotice,
    LookBack,
    Enterprise,
    Region,
    Department,
    CreditFile,
    Matter,
    MatterScope,
    MatterOverview,
  ],
  entities: [EnforcementCase, CaseEvent, PenaltyDecision, CriminalTransfer, SupervisoryNotice, TypicalCase],
  references: {
    Case: ({ number }: { number: string }, context) => caseByNumber(context, number),
    PenaltyDecision: ({ documentNumber }: { documentNumber: string }, context) => penaltyByNumber(context, documentNumber),
    SupervisoryNotice: ({ number }: { number: string }, context) => noticeByNumber(context, number),
    Campaign: ({ code }: { code: string }) => campaignOf(code),
    Enterprise: echo,
    Region: echo,
    Department: echo,
    CreditFile: echo,
    Matter: echo,
    MatterOverview: echo,
  },
  submissions: [caseSubmission, penaltySubmission],
});
