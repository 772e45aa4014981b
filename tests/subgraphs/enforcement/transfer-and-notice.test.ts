import { DECISION, NUMBER, USCC, anyAgency, caseTest, fire, head, investigator, make, safety, type CaseTest } from './case-sample';

const PAPERS = { to: 'POLICE', receiver: '临湘市公安局', documents: ['LETTER', 'REPORT'] };
const STATUS = '{ status }';

describe('what goes on beside a case', () => {
  let test1: CaseTest;
  beforeEach(async () => {
    test1 = await caseTest();
    await test1.submit('Case', [make.case()]);
  });
  afterEach(() => test1.stop());

  const propose = () => test1.step('proposeTransfer', investigator, { team: ['zhang', 'chen'] });
  const seen = async (fields: string) =>
    (await test1.run(`{ case(number: "${NUMBER}") { status criminalTransfer { ${fields} } } }`, { caller: anyAgency })).data.case;

  test('a case MUST go to the police once the head has approved, within its days and its 24 hours', async () => {
    expect(await test1.step('transferCase', head, PAPERS)).toFailWith('TRANSFER_NOT_APPROVED');
    await propose();
    expect((await seen('status decideBy late')).criminalTransfer).toEqual({ status: 'PROPOSED', decideBy: '2026-06-04', late: false });
    test1.on('2026-06-05');
    expect((await seen('late')).criminalTransfer).toEqual({ late: true });
    test1.now('2026-06-03T04:00:00Z');
    const both = { ...investigator, scopes: ['decide:enforcement'] };
    expect(await test1.step('decideTransfer', both, { agreed: true }, STATUS)).toFailWith('APPROVER_MUST_DIFFER');
    await test1.step('decideTransfer', head, { agreed: true }, STATUS);
    expect((await seen('status handOverBy')).criminalTransfer).toEqual({ status: 'APPROVED', handOverBy: '2026-06-04T04:00:00.000Z' });
    test1.now('2026-06-04T04:00:00Z');
    expect((await seen('late')).criminalTransfer).toEqual({ late: false });
    test1.now('2026-06-04T04:00:01Z');
    expect((await seen('late')).criminalTransfer).toEqual({ late: true });
    expect(await test1.step('transferCase', head, { ...PAPERS, documents: ['LETTER'] })).toFailWith('DOCUMENTS_MISSING');
    expect((await test1.step('transferCase', head, PAPERS)).data.answer.status).toBe('TRANSFERRED');
    expect(await seen('status answerBy')).toEqual({
      status: 'TRANSFERRED',
      criminalTransfer: { status: 'HANDED_OVER', answerBy: '2026-06-07' },
    });
  });

  test('a refusal of the police MUST be asked to be reconsidered within three days, and may bring the case back', async () => {
    await propose();
    await test1.step('decideTransfer', head, { agreed: true }, STATUS);
    await test1.step('transferCase', head, PAPERS);
    await test1.step('recordPoliceAnswer', investigator, { agreed: false }, STATUS);
    expect(await test1.step('takeBackCase')).toFailWith('STEP_INCOMPLETE');
    test1.on('2026-06-05');
    expect(await test1.step('askReconsideration', investigator, {}, STATUS)).toFailWith('RECONSIDERATION_TOO_LATE');
    test1.on('2026-06-04');
    expect((await test1.step('askReconsideration', investigator, {}, STATUS)).data.answer.status).toBe('RECONSIDERED');
    expect((await test1.step('recordPoliceAnswer', investigator, { agreed: false }, STATUS)).data.answer.status).toBe('RETURNED');
    expect((await test1.step('takeBackCase')).data.answer.status).toBe('INVESTIGATING');
  });

  test('a case of another organ MUST be passed on without the police', async () => {
    expect((await test1.step('transferCase', head, { to: 'ORGAN', receiver: '某局' })).data.answer.status).toBe('TRANSFERRED');
    expect((await seen('status')).criminalTransfer).toBeNull();
  });

  test('a notice MUST be issued, received, answered and looked back at, in this order', async () => {
    const number = '临市监督〔2026〕3号';
    const notice = { number, kind: 'LISTED_SUPERVISION', departmentCode: '430682-MARKET_SUPERVISION', matter: '整改', dueOn: '2026-06-30' };
    expect(await test1.step('issueNotice', head, notice, '{ number }')).toFailWith('FIELD_MISSING');
    const issued = await test1.step(
      'issueNotice',
      head,
      { ...notice, addresseeUscc: USCC, caseNumber: NUMBER },
      '{ number case { number } }',
    );
    expect(issued.data.answer).toEqual({ number, case: { number: NUMBER } });
    expect(await test1.step('replyToNotice', investigator, { number, reply: '已改' }, '{ number }')).toFailWith('STEP_NOT_ALLOWED');
    await test1.step('receiveNotice', investigator, { number }, '{ number }');
    const overdue = async (day: string) => {
      test1.on(day);
      const of = [{ __typename: 'Enterprise', uscc: USCC }];
      const text =
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { notices { edges { node { overdue } } } } } }';
      return (await test1.run(text, { caller: fire, variables: { of } })).data._entities[0].notices.edges[0].node.overdue;
    };
    expect([await overdue('2026-06-30'), await overdue('2026-07-01')]).toEqual([false, true]);
    await test1.step('replyToNotice', investigator, { number, reply: '已改' }, '{ number }');
    expect(await overdue('2026-07-01')).toBe(false);
    const looked = await test1.step(
      'lookBackAtNotice',
      investigator,
      { number, result: 'PARTLY', findings: '一处未改' },
      '{ lookBack { on result } }',
    );
    expect(looked.data.answer.lookBack).toEqual({ on: '2026-07-01', result: 'PARTLY' });
  });

  test('a typical case MUST be nominated, voted for once by each department, and be seen by anyone once published', async () => {
    await test1.submit('Case', [make.decided({ revision: 2 })]);
    const shown = async () =>
      (await test1.run('{ typicalCases(month: "2026-05") { edges { node { id title votes } } } }')).data.typicalCases.edges;
    const input = { number: NUMBER, month: '2026-05', title: '某案', summary: '案情' };
    const text = 'mutation ($input: NominateCaseInput!) { nominateCase(input: $input) { number } }';
    expect(await test1.run(text, { caller: investigator, variables: { input } })).toSucceed();
    const [row] = await test1.subgraph.db.read<{ id: string }>('SELECT id FROM typical_case');
    const of = { id: row?.id };
    expect(await test1.step('publishTypicalCase', head, of, '{ id }')).toFailWith('STEP_INCOMPLETE');
    await test1.step('voteForTypicalCase', safety, of, '{ votes }');
    expect(await test1.step('voteForTypicalCase', { ...safety, subject: 'other' }, of, '{ votes }')).toFailWith('VOTED_ALREADY');
    expect(await shown()).toEqual([]);
    await test1.step('publishTypicalCase', head, of, '{ id }');
    expect(await shown()).toEqual([{ node: { id: row?.id, title: '某案', votes: 1 } }]);
  });

  test('the overview of a matter MUST count open cases and the fines that stand, by tag or industry, each once', async () => {
    const tagged = { matterCodes: ['HELMET'], industryCode: '2929' };
    await test1.submit('Case', [
      make.case({ revision: 2, ...tagged }),
      make.decided({ sourceId: '2', number: '临市监立〔2026〕2号', ...tagged }),
      make.case({ sourceId: '3', number: '临市监立〔2026〕3号', industryCode: '2929', partyRegionCode: '411003' }),
    ]);
    await test1.submit('Penalty', [make.penalty({ caseNumber: '临市监立〔2026〕2号' })]);
    const figures = async (regionCode: string) => {
      const of = [{ __typename: 'MatterOverview', matterCode: 'HELMET', regionCode, scope: { industries: ['29'] } }];
      const text = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { openCases finesTotal } } }';
      return (await test1.run(text, { variables: { of } })).data._entities[0];
    };
    expect(await figures('430000')).toEqual({ openCases: 1, finesTotal: '30000.00' });
    expect(await figures('000000')).toEqual({ openCases: 2, finesTotal: '30000.00' });
    expect(await figures('110000')).toEqual({ openCases: 0, finesTotal: '0.00' });
    await test1.step(
      'withdrawDecision',
      head,
      { documentNumber: DECISION, reason: '撤销', ground: 'REVOKED', annulledOn: '2026-06-01' },
      '{ published }',
    );
    expect(await figures('430000')).toEqual({ openCases: 1, finesTotal: '0.00' });
  });

  test('the cases of many enterprises MUST cost one statement', async () => {
    const of = [USCC, '91430682MA4L99993M'].map((uscc) => ({ __typename: 'Enterprise', uscc }));
    const text =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { cases(status: [INVESTIGATING]) { edges { node { number } } } } } }';
    expect(await test1.statementsOf(() => test1.run(text, { caller: anyAgency, variables: { of } }))).toHaveLength(1);
  });

  test('`overdue` MUST find the same cases in SQL as it says of each', async () => {
    const overdue = async (day: string) => {
      test1.on(day);
      const list = async (filter: string) =>
        (await test1.run(`{ cases(filter: { overdue: ${filter} }) { edges { node { overdue } } } }`, { caller: investigator })).data.cases
          .edges;
      return [(await list('true')).length, (await list('false')).length];
    };
    // filed on 2026-03-09, due on Sunday 2026-06-07, so on the Monday
    expect([await overdue('2026-06-08'), await overdue('2026-06-09')]).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});
