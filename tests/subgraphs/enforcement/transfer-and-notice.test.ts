import {
  DECISION,
  NUMBER,
  USCC,
  anyAgency,
  caseBed,
  fire,
  head,
  investigator,
  make,
  safety,
  take,
} from './case-sample';

const PAPERS = { to: 'POLICE', receiver: '临湘市公安局', documents: ['LETTER', 'REPORT'] };
const STATUS = 'status';

const bed = caseBed();

describe('what goes on beside a case', () => {
  beforeEach(async () => {
    await bed.empty();
    await bed.submit('submitCases', [make.case()]);
  });

  const propose = () => take(bed, 'proposeTransfer', { team: ['zhang', 'chen'] }, investigator);
  const seen = async (fields: string) =>
    (
      await bed.run(`{ case(number: "${NUMBER}") { status criminalTransfer { ${fields} } } }`, {
        caller: anyAgency,
      })
    ).data.case;

  test('a case MUST go to the police once the head has approved, within its days and its 24 hours', async () => {
    expect(await take(bed, 'transferCase', PAPERS, head)).toFailWith('TRANSFER_NOT_APPROVED');
    await propose();
    const byLaw = 'decideByRule { version } handOverByRule { version }';
    expect((await seen(`status decideBy ${byLaw} late`)).criminalTransfer).toEqual({
      status: 'PROPOSED',
      decideBy: '2026-06-04',
      decideByRule: { version: expect.stringMatching(/^enforcement\.transfer\.approve@/) },
      handOverByRule: null,
      late: false,
    });
    bed.on('2026-06-05');
    expect((await seen('late')).criminalTransfer).toEqual({ late: true });
    bed.now('2026-06-03T04:00:00Z');
    const both = { ...investigator, scopes: ['decide:enforcement'] };
    expect(await take(bed, 'decideTransfer', { agreed: true }, both, STATUS)).toFailWith(
      'APPROVER_MUST_DIFFER',
    );
    await take(bed, 'decideTransfer', { agreed: true }, head, STATUS);
    expect((await seen('status handOverBy handOverByRule { version }')).criminalTransfer).toEqual({
      status: 'APPROVED',
      handOverBy: '2026-06-04T04:00:00.000Z',
      handOverByRule: { version: expect.stringMatching(/^enforcement\.transfer\.hand-over@/) },
    });
    bed.now('2026-06-04T04:00:00Z');
    expect((await seen('late')).criminalTransfer).toEqual({ late: false });
    bed.now('2026-06-04T04:00:01Z');
    expect((await seen('late')).criminalTransfer).toEqual({ late: true });
    expect(await take(bed, 'transferCase', { ...PAPERS, documents: ['LETTER'] }, head)).toFailWith(
      'DOCUMENTS_MISSING',
    );
    expect((await take(bed, 'transferCase', PAPERS, head)).data.step.status).toBe('TRANSFERRED');
    expect(await seen('status answerBy')).toEqual({
      status: 'TRANSFERRED',
      criminalTransfer: { status: 'HANDED_OVER', answerBy: '2026-06-07' },
    });
  });

  test('a refusal of the police MUST be asked to be reconsidered within three days, and may bring the case back', async () => {
    await propose();
    await take(bed, 'decideTransfer', { agreed: true }, head, STATUS);
    await take(bed, 'transferCase', PAPERS, head);
    await take(bed, 'recordPoliceAnswer', { agreed: false }, investigator, STATUS);
    expect(await take(bed, 'takeBackCase')).toFailWith('STEP_INCOMPLETE');
    bed.on('2026-06-05');
    expect(await take(bed, 'askReconsideration', {}, investigator, STATUS)).toFailWith(
      'RECONSIDERATION_TOO_LATE',
    );
    bed.on('2026-06-04');
    expect((await take(bed, 'askReconsideration', {}, investigator, STATUS)).data.step.status).toBe(
      'RECONSIDERED',
    );
    expect(
      (await take(bed, 'recordPoliceAnswer', { agreed: false }, investigator, STATUS)).data.step.status,
    ).toBe('RETURNED');
    expect((await take(bed, 'takeBackCase')).data.step.status).toBe('INVESTIGATING');
  });

  test('a case of another organ MUST be passed on without the police', async () => {
    expect((await take(bed, 'transferCase', { to: 'ORGAN', receiver: '某局' }, head)).data.step.status).toBe(
      'TRANSFERRED',
    );
    expect((await seen('status')).criminalTransfer).toBeNull();
  });

  test('a lead that was passed on and comes back MUST be filed before it is investigated', async () => {
    const of = { number: '临市监立〔2026〕9号' };
    await take(bed, 'registerLead', make.lead(of), investigator);
    expect(
      (await take(bed, 'transferCase', { ...of, to: 'ORGAN', receiver: '某局' }, head)).data.step.status,
    ).toBe('TRANSFERRED');
    expect((await take(bed, 'takeBackCase', of)).data.step.status).toBe('LEAD');
    expect(await take(bed, 'notifyParty', of)).toFailWith('STEP_NOT_ALLOWED');
  });

  test('a notice MUST be issued, received, answered and looked back at, in this order', async () => {
    const number = '临市监督〔2026〕3号';
    const notice = {
      number,
      kind: 'LISTED_SUPERVISION',
      departmentCode: '430682-MARKET_SUPERVISION',
      matter: '整改',
      dueOn: '2026-06-30',
    };
    expect(await take(bed, 'issueNotice', notice, head, 'number')).toFailWith('FIELD_MISSING');
    const issued = await take(
      bed,
      'issueNotice',
      { ...notice, addresseeUscc: USCC, caseNumber: NUMBER },
      head,
      'number case { number }',
    );
    expect(issued.data.step).toEqual({ number, case: { number: NUMBER } });
    expect(await take(bed, 'replyToNotice', { number, reply: '已改' }, investigator, 'number')).toFailWith(
      'STEP_NOT_ALLOWED',
    );
    await take(bed, 'receiveNotice', { number }, investigator, 'number');
    const overdue = async (day: string) => {
      bed.on(day);
      const of = [{ __typename: 'Enterprise', uscc: USCC }];
      const text =
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { notices { edges { node { overdue } } } } } }';
      return (await bed.run(text, { caller: fire, variables: { of } })).data._entities[0].notices.edges[0]
        .node.overdue;
    };
    expect([await overdue('2026-06-30'), await overdue('2026-07-01')]).toEqual([false, true]);
    await take(bed, 'replyToNotice', { number, reply: '已改' }, investigator, 'number');
    expect(await overdue('2026-07-01')).toBe(false);
    const looked = await take(
      bed,
      'lookBackAtNotice',
      { number, result: 'PARTLY', findings: '一处未改' },
      investigator,
      'lookBack { on result }',
    );
    expect(looked.data.step.lookBack).toEqual({ on: '2026-07-01', result: 'PARTLY' });
  });

  test('a typical case MUST be nominated, voted for once by each department, and be seen by anyone once published', async () => {
    await bed.submit('submitCases', [make.decided({ revision: 2 })]);
    const shown = async () =>
      (await bed.run('{ typicalCases(month: "2026-05") { edges { node { id title votes } } } }')).data
        .typicalCases.edges;
    const input = { number: NUMBER, month: '2026-05', title: '某案', summary: '案情' };
    const text = 'mutation ($input: NominateCaseInput!) { nominateCase(input: $input) { number } }';
    expect(await bed.run(text, { caller: investigator, variables: { input } })).toSucceed();
    const again = { ...input, number: '临市监立[2026] 01', month: '2026-06' };
    expect(await bed.run(text, { caller: investigator, variables: { input: again } })).toFailWith(
      'RECORD_DUPLICATE',
    );
    const [row] = await bed.subgraph.db.read<{ id: string }>('SELECT id FROM typical_case');
    await bed.rows(`INSERT INTO typical_case SELECT (json_populate_record(one,
      json_build_object('id', 'old', 'duplicate_of', id, 'published_on', '2026-05-02'))).* FROM typical_case AS one`);
    const of = { id: row?.id };
    expect(await take(bed, 'publishTypicalCase', of, head, 'id')).toFailWith('STEP_INCOMPLETE');
    await take(bed, 'voteForTypicalCase', of, safety, 'votes');
    expect(await take(bed, 'voteForTypicalCase', of, { ...safety, subject: 'other' }, 'votes')).toFailWith(
      'VOTED_ALREADY',
    );
    expect(await shown()).toEqual([]);
    await take(bed, 'publishTypicalCase', of, head, 'id');
    expect(await shown()).toEqual([{ node: { id: row?.id, title: '某案', votes: 1 } }]);
    const counted = async (filter: string) =>
      (await bed.run(`{ typicalCases(filter: { ${filter} }) { totalCount } }`)).data.typicalCases.totalCount;
    expect(await counted('region: "430600", from: "2026-05-31", to: "2026-05-01", published: true')).toBe(1);
    for (const none of ['region: "411000"', 'from: "2026-06-01"', 'to: "2026-04-30"', 'published: false'])
      expect([none, await counted(none)]).toEqual([none, 0]);
  });

  test('the overview of a matter MUST count open cases and the fines that stand, by what they are about and not by industry', async () => {
    const tagged = { matterCodes: ['HELMET'], industryCode: '2929' };
    await bed.submit('submitCases', [
      make.case({ revision: 2, ...tagged }),
      make.decided({ sourceId: '2', number: '临市监立〔2026〕2号', ...tagged }),
      make.case({
        sourceId: '3',
        number: '临市监立〔2026〕3号',
        industryCode: '2929',
        partyRegionCode: '411003',
      }),
    ]);
    await bed.submit('submitPenalties', [make.penalty({ caseNumber: '临市监立〔2026〕2号' })]);
    const scope = { equipmentKinds: ['9000'], productCategories: [], hazardDomains: [], roles: [] };
    const figures = async (regionCode: string) => {
      const of = [{ __typename: 'MatterOverview', matterCode: 'HELMET', regionCode, scope }];
      const text =
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { openCases finesTotal } } }';
      return (await bed.run(text, { caller: anyAgency, variables: { of } })).data._entities[0];
    };
    expect(await figures('430000')).toEqual({ openCases: 1, finesTotal: '30000.00' });
    expect(await figures('000000')).toEqual({ openCases: 1, finesTotal: '30000.00' });
    expect(await figures('110000')).toEqual({ openCases: null, finesTotal: null });
    await take(
      bed,
      'withdrawDecision',
      { documentNumber: DECISION, reason: '撤销', ground: 'REVOKED', annulledOn: '2026-06-01' },
      head,
      'published',
    );
    expect(await figures('430000')).toEqual({ openCases: 1, finesTotal: '0.00' });
  });

  test('the cases of many enterprises MUST cost one statement', async () => {
    const of = [USCC, '91430682MA4L99993M'].map((uscc) => ({ __typename: 'Enterprise', uscc }));
    const text =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { cases(status: [INVESTIGATING]) { edges { node { number } } } } } }';
    expect(
      await bed.statementsOf(() => bed.run(text, { caller: anyAgency, variables: { of } })),
    ).toHaveLength(1);
  });

  test('`overdue` MUST find the same cases in SQL as it says of each', async () => {
    const overdue = async (day: string) => {
      bed.on(day);
      const list = async (filter: string) =>
        (
          await bed.run(`{ cases(filter: { overdue: ${filter} }) { edges { node { overdue } } } }`, {
            caller: investigator,
          })
        ).data.cases.edges;
      return [(await list('true')).length, (await list('false')).length];
    };
    // filed on 2026-03-09, due on Sunday 2026-06-07, so on the Monday
    expect([await overdue('2026-06-08'), await overdue('2026-06-09')]).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});
