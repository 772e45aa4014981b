import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Shared, type RequestContext } from '../../kernel';
import { EnforcementCase } from './case';
import {
  CaseStepInput,
  DecideCaseInput,
  FileCaseInput,
  NotifyPartyInput,
  RegisterLeadInput,
  ScheduleHearingInput,
  StartInvestigationInput,
  StopClockInput,
} from './case-steps.inputs';
import { caseVerbs } from './case-verbs';
import { registerLead } from './case.service';

type Verbs = ReturnType<typeof caseVerbs>;
/** The verbs that are told no more than the case and why. */
const PLAIN: readonly [mutation: string, verb: keyof Verbs, description: string][] = [
  ['extendFiling', 'extendFiling', '延长立案期限. Extends the period for filing, once.'],
  ['declineCase', 'decline', '不予立案. Decides not to file a case.'],
  ['resumeClock', 'resumeClock', '恢复计算办案期限. Lets the clock run again.'],
  ['extendCase', 'extend', '延长办案期限. Extends the period for deciding, once, by the head.'],
  ['requestHearing', 'requestHearing', '申请听证. Puts down that the party asks for a hearing.'],
  ['holdHearing', 'holdHearing', '举行听证. Puts down that the hearing was held.'],
  ['reviewCase', 'review', '法制审核. Puts down the legal review, by no investigator.'],
  ['deliverDecision', 'deliver', '送达. Puts down that the decision was delivered.'],
  ['recordPayment', 'pay', '登记缴款. Puts down that the fine was paid.'],
  ['executeDecision', 'execute', '执行完毕. Puts down that the decision was carried out.'],
  ['closeCase', 'close', '结案. Closes a case.'],
  ['takeBackCase', 'takeBack', '接收退回案件. Takes back a case that was passed on.'],
];

/** One resolver class for each of those mutations, as submissions have theirs. */
export const plainStepResolvers: readonly (new () => object)[] = PLAIN.map(([name, verb, description]) => {
  @Resolver()
  class CaseStepResolver {
    @Shared('UNCONDITIONAL')
    @Mutation(() => EnforcementCase, { name, nullable: true, description })
    step(
      @Arg('input', () => CaseStepInput, { description: '案件及事由. The case, and why.' }) input: CaseStepInput,
      @Ctx() context: RequestContext,
    ) {
      return (caseVerbs(context)[verb] as (input: CaseStepInput) => unknown)(input);
    }
  }
  return CaseStepResolver;
});

const asked = { description: '内容. What is done.' };

@Resolver()
export class CaseStepsResolver {
  @Shared('UNCONDITIONAL')
  @Mutation(() => EnforcementCase, { nullable: true, description: '登记线索. Registers a lead, from what it began with.' })
  registerLead(@Arg('input', () => RegisterLeadInput, asked) input: RegisterLeadInput, @Ctx() context: RequestContext) {
    return registerLead(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => EnforcementCase, { nullable: true, description: '立案. Files a case.' })
  fileCase(@Arg('input', () => FileCaseInput, asked) input: FileCaseInput, @Ctx() context: RequestContext) {
    return caseVerbs(context).file(input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => EnforcementCase, { nullable: true, description: '开始调查. Begins the investigation.' })
  startInvestigation(@Arg('input', () => StartInvestigationInput, asked) input: StartInvestigationInput, @Ctx() context: RequestContext) {
    return caseVerbs(context).investigate(input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => EnforcementCase, { nullable: true, description: '暂停计算办案期限. Stops the clock.' })
  stopClock(@Arg('input', () => StopClockInput, asked) input: StopClockInput, @Ctx() context: RequestContext) {
    return caseVerbs(context).stopClock(input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => EnforcementCase, { nullable: true, description: '行政处罚告知. Tells the party of the intended penalty.' })
  notifyParty(@Arg('input', () => NotifyPartyInput, asked) input: NotifyPartyInput, @Ctx() context: RequestContext) {
    return caseVerbs(context).notify(input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => EnforcementCase, { nullable: true, description: '通知听证. Tells the party the day of the hearing.' })
  scheduleHearing(@Arg('input', () => ScheduleHearingInput, asked) input: ScheduleHearingInput, @Ctx() context: RequestContext) {
    return caseVerbs(context).scheduleHearing(input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => EnforcementCase, { nullable: true, description: '作出处罚决定. Decides a case, by no investigator.' })
  decideCase(@Arg('input', () => DecideCaseInput, asked) input: DecideCaseInput, @Ctx() context: RequestContext) {
    return caseVerbs(context).decide(input);
  }
}
