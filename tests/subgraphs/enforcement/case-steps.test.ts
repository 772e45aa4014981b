import { drift } from '../../../migrations/run';
import { enforcement } from '../../../subgraphs/enforcement';
import { as } from '../../support/callers';
import {
  DECISION,
  NUMBER,
  TODAY,
  anyAgency,
  caseBed,
  elsewhere,
  fire,
  head,
  investigator,
  make,
  safety,
  take,
} from './case-sample';

const TEAM = { investigators: ['zhang', 'chen'] };
const DECIDE = { documentNumber: '临市监罚[2026]0001号', kinds: ['FINE'], fine: '30000', waived: true };

const bed = caseBed();

describe('the penalty procedure', () => {
  beforeEach(() => bed.empty());

  const register = (changes: object = {}) => take(bed, 'registerLead', make.lead(changes), investigator);
  const seen = async (fields: string, caller = anyAgency) =>
    (await bed.run(`{ case(number: "${NUMBER}") { ${fields} } }`, { caller })).data.case;
  const investigating = async () => {
    await register();
    await take(bed, 'fileCase', {}, head);
    await take(bed, 'startInvestigation', TEAM, investigator);
  };

  test('the tables MUST be those that the entities declare', async () => {
    expect(await drift(enforcement, bed.url)).toEqual([]);
  });

  test('a case MUST go from its lead to its end, each step with officer, time and reason', async () => {
    expect(await register()).toSucceed();
    expect((await take(bed, 'fileCase', {}, head)).data.step).toEqual({ number: NUMBER, status: 'FILED' });
    await take(bed, 'startInvestigation', TEAM, investigator);
    expect((await take(bed, 'notifyParty')).data.step.status).toBe('NOTIFIED');
    expect((await take(bed, 'decideCase', DECIDE, head)).data.step.status).toBe('DECIDED');
    await take(bed, 'deliverDecision');
    await take(bed, 'recordPayment');
    expect((await take(bed, 'executeDecision')).data.step.status).toBe('EXECUTED');
    expect((await take(bed, 'closeCase', {}, head)).data.step.status).toBe('CLOSED');
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
    expect(penalty).toEqual({
      documentNumber: DECISION,
      printedNumber: '临市监罚[2026]0001号',
      fine: '30000.00',
      kinds: ['FINE'],
    });
    expect(
      history.map(({ step, officer }: { step: string; officer: string }) => `${step} ${officer}`),
    ).toEqual(
      expect.arrayContaining([
        'REGISTER zhang',
        'FILE li',
        'INVESTIGATE zhang',
        'NOTIFY zhang',
        'DECIDE li',
        'CLOSE li',
      ]),
    );
    expect(history).toHaveLength(9);
    expect(history[0]).toMatchObject({ at: `${TODAY}T04:00:00.000Z` });
  });

  test('the history of a case MUST NOT be changed or removed by anyone', async () => {
    await register();
    for (const statement of ["UPDATE case_event SET reason = ''", 'DELETE FROM case_event']) {
      await expect(bed.subgraph.db.read(statement)).rejects.toThrow('takes new rows only');
    }
  });

  test('a step that the state does not allow MUST be refused with what is possible', async () => {
    await register();
    const answer = await take(bed, 'decideCase', DECIDE, head);
    expect(answer).toFailWith('STEP_NOT_ALLOWED');
    expect(answer.errors?.[0]?.extensions?.allowed).toBe('EXTEND_FILING, FILE, DECLINE, TRANSFER');
  });

  test('a number MUST be given to one case only, in whatever brackets', async () => {
    await register();
    expect(await register({ number: '临市监立[2026]01号' })).toFailWith('NUMBER_TAKEN');
    expect(
      (await bed.run('{ case(number: "临市监立（2026）0001号") { number } }', { caller: investigator })).data
        .case.number,
    ).toBe(NUMBER);
  });

  test('an officer of another department, another region or without the scope MUST be refused', async () => {
    await register();
    expect(await take(bed, 'extendFiling', {}, { ...safety, scopes: ['decide:enforcement'] })).toFailWith(
      'NOT_FOUND',
    );
    expect(await take(bed, 'fileCase', {}, elsewhere)).toFailWith('NOT_FOUND');
    expect(await take(bed, 'fileCase', {}, investigator)).toFailWith('SCOPE_MISSING');
    expect(await take(bed, 'fileCase', {}, as.public)).toFailWith('SHARING_DENIED');
    expect(
      await register({ number: '临市监立〔2026〕2号', departmentCode: '430682-FIRE_RESCUE' }),
    ).toFailWith('CASE_NOT_YOURS');
    expect(
      await register({ number: '临市监立〔2026〕2号', departmentCode: '411003-MARKET_SUPERVISION' }),
    ).toFailWith('OUTSIDE_REGION');
  });

  test('who investigates MUST NOT review, extend or decide', async () => {
    await investigating();
    const both = { ...investigator, scopes: ['write:enforcement', 'decide:enforcement'] };
    expect(await take(bed, 'extendCase', {}, both)).toFailWith('DECIDER_MUST_DIFFER');
    await take(bed, 'notifyParty', { legalReviewGrounds: ['COMPLEX'] }, investigator);
    expect(await take(bed, 'reviewCase', {}, both)).toFailWith('DECIDER_MUST_DIFFER');
    expect(await take(bed, 'decideCase', DECIDE, both)).toFailWith('DECIDER_MUST_DIFFER');
  });

  test('an investigation MUST have two officers at least', async () => {
    await register();
    await take(bed, 'fileCase', {}, head);
    expect(
      await take(bed, 'startInvestigation', { investigators: ['zhang', 'zhang'] }, investigator),
    ).toFailWith('INVESTIGATORS_TOO_FEW');
  });

  test('a case of Art. 58 MUST NOT be decided before its legal review', async () => {
    await investigating();
    await take(bed, 'notifyParty', { legalReviewGrounds: ['PUBLIC_INTEREST'] }, investigator);
    expect(await take(bed, 'decideCase', DECIDE, head)).toFailWith('LEGAL_REVIEW_MISSING');
    await take(bed, 'reviewCase', {}, head);
    expect(await take(bed, 'decideCase', DECIDE, head)).toSucceed();
  });

  test('a decision MUST wait for the party’s five working days, unless they are waived', async () => {
    await investigating();
    await take(bed, 'notifyParty');
    bed.on('2026-06-08');
    expect(await take(bed, 'decideCase', { ...DECIDE, waived: false }, head)).toFailWith('TOO_EARLY');
    bed.on('2026-06-09');
    expect(await take(bed, 'decideCase', { ...DECIDE, waived: false }, head)).toSucceed();
  });

  test('a hearing MUST be asked for in five working days and told seven before, and stops the clock', async () => {
    await investigating();
    const before = (await seen('decisionDue')).decisionDue;
    await take(bed, 'notifyParty');
    bed.on('2026-06-08');
    expect((await take(bed, 'requestHearing')).data.step.status).toBe('HEARING');
    expect(await take(bed, 'scheduleHearing', { on: '2026-06-16' }, investigator)).toFailWith('TOO_EARLY');
    expect(await take(bed, 'scheduleHearing', { on: '2026-06-17' }, investigator)).toSucceed();
    expect(await take(bed, 'decideCase', DECIDE, head)).toFailWith('HEARING_PENDING');
    const chair = { ...investigator, subject: 'sun' };
    expect(await take(bed, 'holdHearing', {}, chair)).toFailWith('TOO_EARLY');
    bed.on('2026-06-17');
    expect(await take(bed, 'holdHearing', {}, investigator)).toFailWith('DECIDER_MUST_DIFFER');
    expect(await take(bed, 'holdHearing', {}, chair)).toSucceed();
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
    await take(bed, 'notifyParty');
    bed.on('2026-06-09');
    expect(await take(bed, 'requestHearing')).toFailWith('PERIOD_OVER');
  });

  test('of two officers who decide at once one MUST win and the other be told', async () => {
    await investigating();
    await take(bed, 'notifyParty');
    const other = { ...head, subject: 'sun' };
    const answers = await Promise.all([
      take(bed, 'decideCase', DECIDE, head),
      take(bed, 'decideCase', { ...DECIDE, documentNumber: '临市监罚〔2026〕2号' }, other),
    ]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(answers.find(({ errors }) => errors)).toFailWith('STEP_NOT_ALLOWED');
    const [row] = await bed.subgraph.db.read<{ count: number }>(
      'SELECT count(*)::int AS count FROM penalty_decision',
    );
    expect(row?.count).toBe(1);
  });

  test('an act that ended more than two years ago MUST NOT be filed, more than five where somebody was harmed', async () => {
    await register({ actEndedOn: '2024-05-31' });
    expect(await take(bed, 'fileCase', {}, head)).toFailWith('LIMITATION_PASSED');
    expect(await take(bed, 'fileCase', { grave: true }, head)).toSucceed();
  });

  test('a fine MUST have an amount, and what is no fine none', async () => {
    await investigating();
    await take(bed, 'notifyParty');
    expect(await take(bed, 'decideCase', { ...DECIDE, fine: null }, head)).toFailWith('FINE_MISMATCH');
    expect(await take(bed, 'decideCase', { ...DECIDE, kinds: ['WARNING'] }, head)).toFailWith(
      'FINE_MISMATCH',
    );
  });

  test('a decision with a fine MUST NOT be executed before it is delivered and paid', async () => {
    await investigating();
    await take(bed, 'notifyParty');
    await take(bed, 'decideCase', DECIDE, head);
    expect(await take(bed, 'executeDecision')).toFailWith('STEP_INCOMPLETE');
    await take(bed, 'deliverDecision');
    expect(await take(bed, 'executeDecision')).toFailWith('STEP_INCOMPLETE');
    await take(bed, 'recordPayment');
    expect(await take(bed, 'executeDecision')).toSucceed();
  });

  test('a lead MUST be seen by the department that checks it, in its region, and by no other', async () => {
    await register();
    expect(await seen('status', investigator)).toEqual({ status: 'LEAD' });
    for (const caller of [elsewhere, safety, fire, anyAgency])
      expect(await seen('status', caller)).toBeNull();
    await take(bed, 'declineCase', {}, head);
    expect(await seen('status', fire)).toBeNull();
    expect(await seen('status', investigator)).toEqual({ status: 'NOT_FILED' });
  });
});
