import { OTHER_USCC, investigator, make } from './case-sample';
import { pseudonym } from '../../../subgraphs/kernel';
import { TEST_SETTINGS } from '../../support/settings';
import {
  TODAY,
  fieldworkBed,
  fire,
  market,
  marketElsewhere,
  marketSecond,
  safety,
} from './inspection-sample';

const STEPS = {
  acceptTip:
    'mutation ($number: ID!) { done: acceptTip(number: $number) { status acceptedOn dueOn overdue } }',
  extendTip:
    'mutation ($input: TipReasonInput!) { done: extendTip(input: $input) { status extended dueOn } }',
  verifyTip:
    'mutation ($input: VerifyTipInput!) { done: verifyTip(input: $input) { status decidedOn caseNumber hazardNumber dueOn } }',
  dismissTip: 'mutation ($input: TipReasonInput!) { done: dismissTip(input: $input) { status decidedOn } }',
  tellTipReporter:
    'mutation ($input: TipReasonInput!) { done: tellTipReporter(input: $input) { status reply toldOn dueOn } }',
  rewardTip:
    'mutation ($input: RewardTipInput!) { done: rewardTip(input: $input) { status forMarketSupervision { reward } } }',
};
const LATE =
  'query ($overdue: Boolean) { tips(filter: { overdue: $overdue }, first: 100) { edges { node { number overdue } } } }';

const bed = fieldworkBed();

describe('the handling of tips', () => {
  let asked = 0;
  let receiptCode = '';
  beforeEach(() => bed.now(`${TODAY}T04:00:00Z`));

  const given = async (changes: object = {}) => {
    const input = {
      category: 'MARKET',
      regionCode: '430682',
      subject: '线索',
      description: '情况',
      reporterName: '张三',
      ...changes,
    };
    const answer = await bed.run(
      'mutation ($input: TipInput!) { submitTip(input: $input) { receiptCode } }',
      {
        client: `r${++asked}`,
        variables: {
          input,
        },
      },
    );
    receiptCode = answer.data.submitTip.receiptCode;
    const receipt = pseudonym('tip receipt', receiptCode, TEST_SETTINGS.dataKey);
    const [row] = await bed.subgraph.db.read<{ number: string }>(
      'SELECT number FROM tip WHERE receipt_pseudonym = $1',
      [receipt],
    );
    return row?.number ?? '';
  };
  const step = (name: keyof typeof STEPS, number: string, input: object = {}, caller = market) =>
    bed.run(STEPS[name], { caller, variables: { number, input: { number, ...input } } });
  const reason = { reason: '理由' };
  const verified = async (changes: object = {}) => {
    const number = await given(changes);
    await step('acceptTip', number);
    expect(await step('verifyTip', number, { finding: '属实' })).toSucceed();
    return number;
  };
  const progress = async () =>
    (
      await bed.run('query ($code: String!) { tipStatus(receiptCode: $code) { status reply reward } }', {
        client: `p${++asked}`,
        variables: {
          code: receiptCode,
        },
      })
    ).data.tipStatus;

  test('a tip MUST go from acceptance to a reward that is claimed with the code, each step in its history', async () => {
    const number = await given();
    expect((await step('acceptTip', number)).data.done).toEqual({
      status: 'ACCEPTED',
      acceptedOn: TODAY,
      dueOn: '2026-07-07',
      overdue: false,
    });
    await bed.putAs(investigator, 'submitCases', make.case({ number: '湘市监罚〔2026〕12号' }));
    const links = { finding: '属实', caseNumber: '湘市监罚[2026]012号', hazardNumber: 'YH-1' };
    expect((await step('verifyTip', number, links)).data.done).toEqual({
      ...{
        status: 'VERIFIED',
        decidedOn: TODAY,
        caseNumber: '湘市监罚〔2026〕12号',
        hazardNumber: 'YH-1',
        dueOn: '2026-06-23',
      },
    });
    expect((await step('tellTipReporter', number, { reason: '已立案' })).data.done).toEqual({
      ...{ status: 'VERIFIED', reply: '已立案', toldOn: TODAY, dueOn: null },
    });
    expect((await step('rewardTip', number, { amount: '500.00' }, marketSecond)).data.done).toEqual({
      ...{ status: 'REWARDED', forMarketSupervision: { reward: '500.00' } },
    });
    expect(await progress()).toEqual({ status: 'REWARDED', reply: '已立案', reward: '500.00' });
    const { data } = await bed.run(
      'query ($number: ID!) { tip(number: $number) { forMarketSupervision { history { step officer note } } } }',
      {
        ...{ caller: market, variables: { number } },
      },
    );
    expect(data.tip.forMarketSupervision.history.map((each: { step: string }) => each.step)).toEqual([
      ...['RECEIVE', 'ACCEPT', 'VERIFY', 'TELL', 'REWARD'],
    ]);
    expect(data.tip.forMarketSupervision.history[4]).toEqual({
      step: 'REWARD',
      officer: 'second-officer',
      note: '500.00',
    });
  });

  test('an enterprise and a hazard MUST lead to the tips about them, for whoever handles these and for nobody else', async () => {
    const number = await given({ uscc: OTHER_USCC });
    await step('acceptTip', number);
    await step('verifyTip', number, { finding: '属实', hazardNumber: 'YH-1' });
    const query = `query ($of: [_Any!]!, $status: [TipStatus!]) { _entities(representations: $of) {
      ... on Enterprise { tips(status: $status, from: "${TODAY}") { totalCount edges { node { number forMarketSupervision { enterprise { uscc } } } } } }
      ... on Hazard { tips(status: $status, to: "${TODAY}") { totalCount edges { node { number forMarketSupervision { hazard { number } } } } } } } }`;
    const of = [
      { __typename: 'Enterprise', uscc: OTHER_USCC },
      { __typename: 'Hazard', number: 'YH-1' },
    ];
    const found = async (caller = market, status: string[] | null = null) =>
      (await bed.run(query, { caller, variables: { of, status } })).data._entities;
    const one = (content: object) => ({
      tips: { totalCount: 1, edges: [{ node: { number, forMarketSupervision: content } }] },
    });
    const both = [one({ enterprise: { uscc: OTHER_USCC } }), one({ hazard: { number: 'YH-1' } })];
    const none = { tips: { totalCount: 0, edges: [] } };
    expect(await found(market, ['VERIFIED'])).toEqual(both);
    expect(await found(market, ['DISMISSED'])).toEqual([none, none]);
    for (const caller of [fire, safety, marketElsewhere]) expect(await found(caller)).toEqual([none, none]);
    expect(await bed.run(query, { variables: { of, status: null } })).toFailWith('SHARING_DENIED');
  });

  test('the history and the sealed reporter MUST NOT be changed or removed', async () => {
    await given();
    for (const table of ['tip_event', 'tip_reporter']) {
      await expect(bed.subgraph.db.read(`DELETE FROM ${table}`)).rejects.toThrow('takes new rows only');
      await expect(bed.subgraph.db.read(`UPDATE ${table} SET tip_number = 'x'`)).rejects.toThrow(
        'takes new rows only',
      );
    }
  });

  test('who verified MUST NOT reward, and no reward may be above its ceiling or nothing', async () => {
    const number = await verified();
    expect(await step('rewardTip', number, { amount: '500' })).toFailWith('REWARDER_MUST_DIFFER');
    expect(await step('rewardTip', number, { amount: '1000000.01' }, marketSecond)).toFailWith(
      'REWARD_INVALID',
    );
    expect(await step('rewardTip', number, { amount: '0' }, marketSecond)).toFailWith('REWARD_INVALID');
    expect(await step('rewardTip', number, { amount: '1000000' }, marketSecond)).toSucceed();
    expect(await step('rewardTip', number, { amount: '1' }, marketSecond)).toFailWith('STEP_NOT_ALLOWED');
  });

  test('a step MUST be refused to other departments, regions and scopes, as if there were no tip', async () => {
    const number = await given();
    for (const caller of [safety, fire, marketElsewhere])
      expect(await step('acceptTip', number, {}, caller)).toFailWith('NOT_FOUND');
    expect(await step('acceptTip', number, {}, { ...market, scopes: ['write:enforcement'] })).toFailWith(
      'SCOPE_MISSING',
    );
    expect(await step('acceptTip', 'nothing')).toFailWith('NOT_FOUND');
    expect(await bed.run(STEPS.acceptTip, { variables: { number } })).toFailWith('SHARING_DENIED');
  });

  test('a step out of order MUST be refused', async () => {
    const number = await given();
    expect(await step('verifyTip', number, { finding: 'x' })).toFailWith('STEP_NOT_ALLOWED');
    expect(await step('extendTip', number, reason)).toFailWith('STEP_NOT_ALLOWED');
    expect(await step('dismissTip', number, reason)).toFailWith('STEP_NOT_ALLOWED');
    await step('acceptTip', number);
    expect(await step('dismissTip', number, reason)).toSucceed();
    expect(await step('acceptTip', number)).toFailWith('STEP_NOT_ALLOWED');
    expect(await step('tellTipReporter', number, reason)).toSucceed();
    expect(await step('tellTipReporter', number, reason)).toFailWith('TIP_TOLD');
  });

  test('the period for checking MUST be extended once, not after its last day, and by 15 working days', async () => {
    const [number, late] = [await given(), await given()];
    for (const each of [number, late]) await step('acceptTip', each);
    bed.now('2026-07-07T15:59:59Z');
    expect((await step('extendTip', number, reason)).data.done).toEqual({
      status: 'ACCEPTED',
      extended: true,
      dueOn: '2026-07-28',
    });
    expect(await step('extendTip', number, reason)).toFailWith('TIP_EXTENDED_ALREADY');
    bed.now('2026-07-07T16:00:00Z');
    expect(await step('extendTip', late, reason)).toFailWith('TIP_PERIOD_OVER');
  });

  test('the tips about an enterprise MUST be found by those who handle them and by nobody else', async () => {
    const number = await given({ uscc: '91430682MA4L16JQ90' });
    const about = '{ tips(filter: { enterprise: "91430682MA4L16JQ90" }) { edges { node { number } } } }';
    const found = await Promise.all(
      [market, fire, safety, marketElsewhere].map((caller) => bed.run(about, { caller })),
    );
    const [own, ...others] = found.map(({ data }) => data.tips.edges);
    expect(own).toEqual([{ node: { number } }]);
    expect(others).toEqual([[], [], []]);
  });

  test('a tip MUST be overdue from the midnight after its last day on, in itself and in the filter', async () => {
    const number = await given();
    const late = async (moment: string) => {
      bed.now(moment);
      const answers = await Promise.all(
        [true, false].map((overdue) => bed.run(LATE, { caller: market, variables: { overdue } })),
      );
      const [yes, no] = answers.map(({ data }) =>
        data.tips.edges.map(({ node }: { node: { number: string } }) => node),
      );
      expect(
        yes.every((node: { overdue: boolean }) => node.overdue) &&
          no.every((node: { overdue: boolean }) => !node.overdue),
      ).toBe(true);
      return yes.some((node: { number: string }) => node.number === number);
    };
    expect(await late('2026-06-25T15:59:59Z')).toBe(false); // 7 working days from 06-15, over 端午节
    expect(await late('2026-06-25T16:00:00Z')).toBe(true);
    await step('acceptTip', number);
    expect(await late('2026-06-26T04:00:00Z')).toBe(false);
    expect(await late('2026-07-07T16:00:00Z')).toBe(true);
    await step('extendTip', number, reason);
  });

  test('a blocked way out MUST be overdue after 24 hours, and a tip whose period is not known MUST NOT be said to be in time', async () => {
    const [blocked, other] = [
      await given({ category: 'FIRE', blocksEscape: true }),
      await given({ category: 'SAFETY' }),
    ];
    bed.now('2026-06-17T04:00:00Z');
    const ask = '{ tips(first: 100) { edges { node { number dueOn overdue dueOnRule { version } } } } }';
    const answers = await Promise.all([fire, safety].map((caller) => bed.run(ask, { caller })));
    const nodes: { number: string }[] = answers.flatMap(({ data }) =>
      data.tips.edges.map(({ node }: { node: object }) => node),
    );
    expect(nodes.filter(({ number }) => number === blocked || number === other)).toEqual(
      expect.arrayContaining([
        {
          number: blocked,
          dueOn: '2026-06-16',
          overdue: true,
          dueOnRule: { version: 'enforcement.tip.check-escape:FIRE_RESCUE@2009-05-01' },
        },
        { number: other, dueOn: null, overdue: null, dueOnRule: null },
      ]),
    );
  });
});
