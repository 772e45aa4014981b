import { drift } from '../../../migrations/run';
import { enforcement } from '../../../subgraphs/enforcement';
import { as } from '../../support/callers';
import {
  DECISION,
  NUMBER,
  TODAY,
  anyAgency,
  caseTest,
  elsewhere,
  fire,
  head,
  investigator,
  make,
  safety,
  type CaseTest,
} from './case-sample';

const TEAM = { investigators: ['zhang', 'chen'] };
const DECIDE = { documentNumber: '临市监罚[2026]0001号', kinds: ['FINE'], fine: '30000', waived: true };

describe('the penalty procedure', () => {
  let test1: CaseTest;
  beforeEach(async () => {
    test1 = await caseTest();
  });
  afterEach(() => test1.stop());

  const register = (changes: object = {}) => test1.step('registerLead', investigator, make.lead(changes));
  const seen = async (fields: string, caller = anyAgency) =>
    (await test1.run(`{ case(number: "${NUMBER}") { ${fields} } }`, { caller })).data.case;
  const investigating = async () => {
    await register();
    await test1.step('fileCase', head);
    await test1.step('startInvestigation', investigator, TEAM);
  };

  test('the tables MUST be those that the entities declare', async () => {
    expect(await drift(enforcement, test1.url)).toEqual([]);
  });

  test('a case MUST go from its lead to its end, each step with officer, time and reason', async () => {
    expect(await register()).toSucceed();
    expect((await test1.step('fileCase', head)).data.answer).toEqual({ number: NUMBER, status: 'FILED' });
    await test1.step('startInvestigation', investigator, TEAM);
    expect((await test1.step('notifyParty')).data.answer.status).toBe('NOTIFIED');
    expect((await test1.step('decideCase', head, DECIDE)).data.answer.status).toBe('DECIDED');
    await test1.step('deliverDecision');
    await test1.step('recordPayment');
    expect((await test1.step('executeDecision')).data.answer.status).toBe('EXECUTED');
    expect((await test1.step('closeCase', head)).data.answer.status).toBe('CLOSED');
    const { history, penalty, ...rest } = await seen(
      'status closedOn decidedOnTime paymentDue deliveryDue originKind originReference history { step officer at reason } penalty { documentNumber printedNumber fine kinds }',
    );
    expect(rest).toEqual({
      status: 'CLOSED',
      closedOn: TODAY,
      decidedOnTime: true,
      deliveryDue: '2026-06-10',
      paymentDue: '2026-06-16',
      originKind: 'SPOT_CHECK',
      originReference: 'test/spot-1',
    });
    expect(penalty).toEqual({ documentNumber: DECISION, printedNumber: '临市监罚[2026]0001号', fine: '30000.00', kinds: ['FINE'] });
    expect(history.map(({ step, officer }: { step: string; officer: string }) => `${step} ${officer}`)).toEqual(
      expect.arrayContaining(['REGISTER zhang', 'FILE li', 'INVESTIGATE zhang', 'NOTIFY zhang', 'DECIDE li', 'CLOSE li']),
    );
    expect(history).toHaveLength(9);
    expect(history[0]).toMatchObject({ at: `${TODAY}T04:00:00.000Z` });
  });

  test('the history of a case MUST NOT be changed or removed by anyone', async () => {
    await register();
    for (const statement of ["UPDATE case_event SET reason = ''", 'DELETE FROM case_event']) {
      await expect(test1.subgraph.db.read(statement)).rejects.toThrow('takes new rows only');
    }
  });

  test('a step that the state does not allow MUST be refused with what is possible', async () => {
    await register();
    const answer = await test1.step('decideCase', head, DECIDE);
    expect(answer).toFailWith('STEP_NOT_ALLOWED');
    expect(answer.errors?.[0]?.extensions?.allowed).toBe('EXTEND_FILING, FILE, DECLINE, TRANSFER');
  });

  test('a number MUST be given to one case only, in whatever brackets', async () => {
    await register();
    expect(await register({ number: '临市监立[2026]01号' })).toFailWith('NUMBER_TAKEN');
    expect((await test1.run('{ case(number: "临市监立（2026）0001号") { number } }', { caller: investigator })).data.case.number).toBe(
      NUMBER,
    );
  });

  test('an officer of another department, another region or without the scope MUST be refused', async () => {
    await register();
    expect(await test1.step('extendFiling', { ...safety, scopes: ['decide:enforcement'] })).toFailWith('CASE_NOT_YOURS');
    expect(await test1.step('fileCase', elsewhere)).toFailWith('OUTSIDE_REGION');
    expect(await test1.step('fileCase', investigator)).toFailWith('SCOPE_MISSING');
    expect(await test1.step('fileCase', as.public)).toFailWith('SHARING_DENIED');
    expect(await register({ number: '临市监立〔2026〕2号', departmentCode: '430682-FIRE_RESCUE' })).toFailWith('CASE_NOT_YOURS');
    expect(await register({ number: '临市监立〔2026〕2号', departmentCode: '411003-MARKET_SUPERVISION' })).toFailWith('OUTSIDE_REGION');
  });

  test('who investigates MUST NOT review, extend or decide', async () => {
    await investigating();
    const both = { ...investigator, scopes: ['write:enforcement', 'decide:enforcement'] };
    expect(await test1.step('extendCase', both)).toFailWith('DECIDER_MUST_DIFFER');
    await test1.step('notifyParty', investigator, { legalReviewGrounds: ['COMPLEX'] });
    expect(await test1.step('reviewCase', both)).toFailWith('DECIDER_MUST_DIFFER');
    expect(await test1.step('decideCase', both, DECIDE)).toFailWith('DECIDER_MUST_DIFFER');
  });

  test('an investigation MUST have two officers at least', async () => {
    await register();
    await test1.step('fileCase', head);
    expect(await test1.step('startInvestigation', investigator, { investigators: ['zhang', 'zhang'] })).toFailWith('INVESTIGATORS_TOO_FEW');
  });

  test('a case of Art. 58 MUST NOT be decided before its legal review', async () => {
    await investigating();
    await test1.step('notifyParty', investigator, { legalReviewGrounds: ['PUBLIC_INTEREST'] });
    expect(await test1.step('decideCase', head, DECIDE)).toFailWith('LEGAL_REVIEW_MISSING');
    await test1.step('reviewCase', head);
    expect(await test1.step('decideCase', head, DECIDE)).toSucceed();
  });

  test('a decision MUST wait for the party’s five working days, unless they are waived', async () => {
    await investigating();
    await test1.step('notifyParty');
    test1.on('2026-06-08');
    expect(await test1.step('decideCase', head, { ...DECIDE, waived: false })).toFailWith('TOO_EARLY');
    test1.on('2026-06-09');
    expect(await test1.step('decideCase', head, { ...DECIDE, waived: false })).toSucceed();
  });

  test('a hearing MUST be asked for in five working days and told seven before, and stops the clock', async () => {
    await investigating();
    const before = (await seen('decisionDue')).decisionDue;
    await test1.step('notifyParty');
    test1.on('2026-06-08');
    expect((await test1.step('requestHearing')).data.answer.status).toBe('HEARING');
    expect(await test1.step('scheduleHearing', investigator, { on: '2026-06-16' })).toFailWith('TOO_EARLY');
    expect(await test1.step('scheduleHearing', investigator, { on: '2026-06-17' })).toSucceed();
    expect(await test1.step('decideCase', head, DECIDE)).toFailWith('HEARING_PENDING');
    const chair = { ...investigator, subject: 'sun' };
    expect(await test1.step('holdHearing', chair)).toFailWith('TOO_EARLY');
    test1.on('2026-06-17');
    expect(await test1.step('holdHearing', investigator)).toFailWith('DECIDER_MUST_DIFFER');
    expect(await test1.step('holdHearing', chair)).toSucceed();
    const after = await seen('decisionDue stops { reason from to } legalReviewGrounds');
    expect(after).toEqual({
      decisionDue: '2026-09-08',
      stops: [{ reason: 'HEARING', from: '2026-06-08', to: '2026-06-17' }],
      legalReviewGrounds: ['HEARING'],
    });
    expect(before).toBe('2026-08-31');
  });

  test('a hearing MUST NOT be asked for on the sixth working day', async () => {
    await investigating();
    await test1.step('notifyParty');
    test1.on('2026-06-09');
    expect(await test1.step('requestHearing')).toFailWith('PERIOD_OVER');
  });

  test('of two officers who decide at once one MUST win and the other be told', async () => {
    await investigating();
    await test1.step('notifyParty');
    const other = { ...head, subject: 'sun' };
    const answers = await Promise.all([
      test1.step('decideCase', head, DECIDE),
      test1.step('decideCase', other, { ...DECIDE, documentNumber: '临市监罚〔2026〕2号' }),
    ]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(answers.find(({ errors }) => errors)).toFailWith('STEP_NOT_ALLOWED');
    const [row] = await test1.subgraph.db.read<{ count: number }>('SELECT count(*)::int AS count FROM penalty_decision');
    expect(row?.count).toBe(1);
  });

  test('an act that ended more than two years ago MUST NOT be filed, more than five where somebody was harmed', async () => {
    await register({ actEndedOn: '2024-05-31' });
    expect(await test1.step('fileCase', head)).toFailWith('LIMITATION_PASSED');
    expect(await test1.step('fileCase', head, { grave: true })).toSucceed();
  });

  test('a fine MUST have an amount, and what is no fine none', async () => {
    await investigating();
    await test1.step('notifyParty');
    expect(await test1.step('decideCase', head, { ...DECIDE, fine: null })).toFailWith('FINE_MISMATCH');
    expect(await test1.step('decideCase', head, { ...DECIDE, kinds: ['WARNING'] })).toFailWith('FINE_MISMATCH');
  });

  test('a decision with a fine MUST NOT be executed before it is delivered and paid', async () => {
    await investigating();
    await test1.step('notifyParty');
    await test1.step('decideCase', head, DECIDE);
    expect(await test1.step('executeDecision')).toFailWith('STEP_INCOMPLETE');
    await test1.step('deliverDecision');
    expect(await test1.step('executeDecision')).toFailWith('STEP_INCOMPLETE');
    await test1.step('recordPayment');
    expect(await test1.step('executeDecision')).toSucceed();
  });

  test('a lead MUST be seen by the department that checks it, in its region, and by no other', async () => {
    await register();
    expect(await seen('status', investigator)).toEqual({ status: 'LEAD' });
    for (const caller of [elsewhere, safety, fire, anyAgency]) expect(await seen('status', caller)).toBeNull();
    await test1.step('declineCase', head);
    expect(await seen('status', fire)).toBeNull();
    expect(await seen('status', investigator)).toEqual({ status: 'NOT_FILED' });
  });
});
