import { as } from '../../support/callers';
import type { Caller } from '../../../subgraphs/kernel';
import {
  OTHER_USCC,
  TODAY,
  USCC,
  fieldworkBed,
  fire,
  market,
  marketElsewhere,
  marketSecond,
  safety,
} from './inspection-sample';
import { tipsIn } from './tip-sample';

const PROGRESS = `query ($code: String!) { tipStatus(receiptCode: $code) { status checkBy overdue refusalGround reply
  heldBy { code } transfers { to { code } status offeredOn answeredOn note } } }`;
const OFFERS = `{ tipTransfers(first: 100) { edges { node { number status reason from { code } to { code } tip { number }
  forMarketSupervision { subject } forFireRescue { subject } } } } }`;
const FIRE = '430682-FIRE_RESCUE';
const countyFire = as.officer('FIRE_RESCUE', '430682', 'decide:enforcement');
const bed = fieldworkBed();
const { run, given, known, receipt, nextClient } = tipsIn(bed);

describe('举报 that another department is competent for', () => {
  beforeEach(() => bed.now(`${TODAY}T04:00:00Z`));

  const offer = (number: string, toDepartmentCode = FIRE, caller = market) =>
    run(
      'transferTip',
      'TransferTipInput',
      { number, toDepartmentCode, reason: '消防法第五十三条', note: '已移送消防' },
      caller,
      'status overdue',
    );
  const offers = async (
    caller: Caller,
    status?: string,
  ): Promise<{ number: string; status: string; tip: object | null }[]> => {
    const query = status ? OFFERS.replace('first: 100', `status: ${status}, first: 100`) : OFFERS;
    const { data } = await bed.run(query, { caller });
    return data.tipTransfers.edges.map(({ node }: { node: object }) => node);
  };
  const passed = async (to = FIRE) => {
    const number = await given();
    expect(await offer(number, to)).toSucceed();
    const rows = await bed.subgraph.db.read<{ number: string }>(
      'SELECT number FROM tip_transfer WHERE tip_number = $1',
      [number],
    );
    return { number, transfer: rows[0]?.number ?? '' };
  };
  const takeIn = (number: string, caller: Caller, more: object = {}) =>
    run('takeInTip', 'TakeInTipInput', { number, ...more }, caller, 'status answeredOn document');
  const returned = (number: string, caller: Caller) =>
    run('returnTip', 'ReturnTipInput', { number, answer: '非消防职责' }, caller, 'status answer');
  const progress = async () =>
    (await bed.run(PROGRESS, { client: nextClient(), variables: { code: receipt() } })).data.tipStatus;

  test('until the other department takes it in, the first one MUST answer for it and the reporter MUST know who has it', async () => {
    const { number, transfer } = await passed();
    const note = { to: { code: FIRE }, offeredOn: TODAY, note: '已移送消防' };
    expect(await progress()).toMatchObject({
      ...{ status: 'TRANSFERRING', overdue: false, heldBy: { code: '430682-MARKET_SUPERVISION' } },
      transfers: [{ ...note, status: 'OFFERED', answeredOn: null }],
    });
    expect([await known(number, market), await known(number, fire)]).toEqual([true, false]);
    bed.now('2026-06-26T04:00:00Z');
    expect((await progress()).overdue).toBe(true); // its seven working days go on
    const late = await bed.run(
      '{ tips(filter: { overdue: true }, first: 100) { edges { node { number } } } }',
      {
        caller: market,
      },
    );
    expect(late.data.tips.edges).toContainEqual({ node: { number } });
    expect((await takeIn(transfer, countyFire)).data.done).toEqual({
      ...{ status: 'TAKEN_IN', answeredOn: '2026-06-26', document: null },
    });
    expect([await known(number, market), await known(number, fire)]).toEqual([false, true]);
    expect(await progress()).toMatchObject({
      ...{ status: 'RECEIVED', checkBy: '2026-06-27', overdue: false, heldBy: { code: FIRE } }, // within 24 hours
      transfers: [{ ...note, status: 'TAKEN_IN', answeredOn: '2026-06-26' }],
    });
    expect(
      await bed.run('mutation ($number: ID!) { acceptTip(number: $number) { status } }', {
        ...{ caller: fire, variables: { number } },
      }),
    ).toSucceed();
  });

  test('a transfer that is returned or taken back MUST leave the tip where it was, with its days', async () => {
    const { number, transfer } = await passed();
    expect((await returned(transfer, countyFire)).data.done).toEqual({
      status: 'RETURNED',
      answer: '非消防职责',
    });
    expect(await progress()).toMatchObject({
      ...{ status: 'RECEIVED', heldBy: { code: '430682-MARKET_SUPERVISION' } },
      transfers: [{ status: 'RETURNED', answeredOn: TODAY }],
    });
    await bed.run('mutation ($number: ID!) { acceptTip(number: $number) { status } }', {
      ...{ caller: market, variables: { number } },
    });
    await offer(number);
    const [again] = await offers(market, 'OFFERED');
    const withdraw = (caller: Caller) =>
      run(
        'withdrawTipTransfer',
        'WithdrawTipTransferInput',
        { number: again?.number, answer: '自行处理' },
        caller,
        'status',
      );
    expect(await withdraw(countyFire)).toFailWith('OUTSIDE_REGION');
    expect(await withdraw(fire)).toFailWith('CASE_NOT_YOURS');
    expect((await withdraw(market)).data.done).toEqual({ status: 'WITHDRAWN' });
    expect((await progress()).status).toBe('ACCEPTED');
    expect(await takeIn(String(again?.number), countyFire)).toFailWith('STEP_NOT_ALLOWED');
    const { data } = await bed.run(
      'query ($number: ID!) { tip(number: $number) { forMarketSupervision { history { step } transfers { status } } } }',
      { caller: market, variables: { number } },
    );
    expect(data.tip.forMarketSupervision.history.map(({ step }: { step: string }) => step)).toEqual([
      ...['RECEIVE', 'TRANSFER', 'RETURN', 'ACCEPT', 'TRANSFER', 'RECALL'],
    ]);
    expect(data.tip.forMarketSupervision.transfers).toHaveLength(2);
  });

  test('only the two departments MUST know of a transfer, and only the one that answers what the tip says', async () => {
    const { number, transfer } = await passed();
    const [own, theirs] = [await offers(market, 'OFFERED'), await offers(countyFire, 'OFFERED')];
    const node = { number: transfer, status: 'OFFERED', reason: '消防法第五十三条' };
    const both = { ...node, from: { code: '430600-MARKET_SUPERVISION' }, to: { code: FIRE } };
    expect(own).toContainEqual({ ...both, tip: { number }, forMarketSupervision: null, forFireRescue: null });
    const content = { forMarketSupervision: null, forFireRescue: { subject: '锁闭出口' } };
    expect(theirs).toContainEqual({ ...both, tip: null, ...content });
    const town = as.officer('FIRE_RESCUE', '430682001', 'decide:enforcement');
    for (const caller of [safety, marketElsewhere, town]) {
      expect(await offers(caller)).toEqual([]);
      expect(await takeIn(transfer, caller)).toFailWith(caller === town ? 'TOWN_NOT_EMPOWERED' : 'NOT_FOUND');
    }
    expect(await takeIn(transfer, market)).toFailWith('CASE_NOT_YOURS');
    expect(await bed.run(OFFERS)).toFailWith('SHARING_DENIED');
  });

  test('the same kind of department elsewhere MUST be able to take it in, and have its own days from then on', async () => {
    const { number, transfer } = await passed('411002-MARKET_SUPERVISION');
    bed.now('2026-06-16T04:00:00Z');
    expect(await takeIn(transfer, marketElsewhere)).toSucceed();
    expect([await known(number, market), await known(number, marketElsewhere)]).toEqual([false, true]);
    const { data } = await bed.run(
      'query ($number: ID!) { tip(number: $number) { region { code } takenInOn dueOn forMarketSupervision { subject } } }',
      { caller: marketElsewhere, variables: { number } },
    );
    expect(data.tip).toEqual({
      ...{ region: { code: '430682' }, takenInOn: '2026-06-16', dueOn: '2026-06-26' },
      forMarketSupervision: { subject: '锁闭出口' },
    });
  });

  test('what a department that handles no tips here has answered MUST be put down with its paper', async () => {
    const { number, transfer } = await passed('430682-HOUSING');
    expect(await takeIn(transfer, market)).toFailWith('STEP_INCOMPLETE');
    expect((await takeIn(transfer, market, { document: '签收单3号' })).data.done.status).toBe('TAKEN_IN');
    expect(await progress()).toMatchObject({ status: 'TRANSFERRED', overdue: false });
    expect(await offer(number)).toFailWith('STEP_NOT_ALLOWED');
  });

  test.each([
    ['430682-MARKET_SUPERVISION', 'TIP_RECEIVER_UNFIT'],
    ['430682001-FIRE_RESCUE', 'TIP_RECEIVER_UNFIT'],
    ['430682-FIRE_RESCUE', 'TIP_RECEIVER_UNFIT'],
    ['430600-FIRE_RESCUE', 'TIP_RECEIVER_UNFIT'],
    ['430000-FIRE_RESCUE', null],
  ])('a tip about the fire department of a city MUST be offered to %s: %s', async (to, refused) => {
    const number = await given({ aboutDepartmentCode: '430600-FIRE_RESCUE' });
    const answer = await offer(number, to);
    if (refused === null) expect(answer).toSucceed();
    else expect(answer).toFailWith(refused);
  });

  test('不予受理 MUST have a ground, and the reporter MUST be told of it with it', async () => {
    const number = await given({ reporterName: '张三' });
    const decline = (more: object) =>
      run(
        'declineTip',
        'DeclineTipInput',
        { number, refusalGround: 'NO_LEAD', notice: '没有线索，不予受理', ...more },
        market,
        'status refusalGround toldOn dueOn overdue',
      );
    for (const lacking of [{ refusalGround: undefined }, { notice: undefined }])
      expect((await decline(lacking)).errors).toHaveLength(1);
    expect((await decline({})).data.done).toEqual({
      ...{ status: 'NOT_ACCEPTED', refusalGround: 'NO_LEAD', toldOn: TODAY, dueOn: null, overdue: false },
    });
    expect(await progress()).toMatchObject({
      status: 'NOT_ACCEPTED',
      refusalGround: 'NO_LEAD',
      reply: '没有线索，不予受理',
    });
    expect(await decline({})).toFailWith('STEP_NOT_ALLOWED');
  });

  describe('回避', () => {
    const recuse = (input: object, caller = market) =>
      run(
        'askTipRecusal',
        'AskTipRecusalInput',
        { ground: 'INTEREST', reason: '配偶任职', ...input },
        caller,
        'number status officer tip { number }',
      );
    const decide = (number: string, granted: boolean, caller: Caller) =>
      run(
        'decideTipRecusal',
        'DecideTipRecusalInput',
        { number, granted, decision: '依规定' },
        caller,
        'status decidedBy',
      );
    const head: Caller = { ...market, subject: 'head' };
    const pending = async (caller: Caller) =>
      (await bed.run('{ tipRecusals(first: 100) { edges { node { number status } } } }', { caller })).data
        .tipRecusals.edges;

    test('whoever declares an interest MUST NOT see, handle or decide a tip from then on, until the head refuses it', async () => {
      const number = await given();
      const { data } = await recuse({ tipNumber: number });
      expect(data.done).toMatchObject({ status: 'ASKED', officer: market.subject, tip: null });
      const accept = (caller: Caller) =>
        bed.run('mutation ($number: ID!) { acceptTip(number: $number) { status } }', {
          caller,
          variables: { number },
        });
      expect(await known(number, market)).toBe(false);
      expect(await accept(market)).toFailWith('NOT_FOUND');
      expect(await known(number, marketSecond)).toBe(true);
      expect(await decide(data.done.number, false, market)).toFailWith('RECUSAL_DECIDER_MUST_DIFFER');
      expect((await decide(data.done.number, true, head)).data.done).toEqual({
        status: 'GRANTED',
        decidedBy: 'head',
      });
      expect(await known(number, market)).toBe(false);
      expect((await decide(data.done.number, false, head)).data.done.status).toBe('REFUSED');
      expect(await known(number, market)).toBe(true);
      expect(await accept(market)).toSucceed();
    });

    test('an officer whom a tip is about MUST NOT learn that it is there, nor that they were named', async () => {
      const number = await given();
      const named = await recuse(
        { tipNumber: number, officer: market.subject, ground: 'CONCERNED' },
        marketSecond,
      );
      expect(named.data.done).toMatchObject({ officer: market.subject, tip: { number } });
      const { number: recusal } = named.data.done;
      expect([await known(number, market), await known(number, marketSecond)]).toEqual([false, true]);
      expect(await pending(market)).not.toContainEqual({
        node: expect.objectContaining({ number: recusal }),
      });
      expect(await pending(head)).toContainEqual({ node: { number: recusal, status: 'ASKED' } });
      expect(await decide(recusal, false, market)).toFailWith('NOT_FOUND');
      expect(await decide(recusal, true, marketSecond)).toFailWith('RECUSAL_DECIDER_MUST_DIFFER');
      expect(await offer(number, FIRE, marketSecond)).toSucceed();
      expect((await offers(market)).some(({ status, tip }) => status === 'OFFERED' && tip === null)).toBe(
        false,
      );
      expect(await recuse({ tipNumber: number })).toFailWith('NOT_FOUND');
    });

    test('an interest in an enterprise MUST keep its officer from every tip about it, and nobody else declares it', async () => {
      const [about, other] = [await given({ uscc: USCC }), await given({ uscc: OTHER_USCC })];
      expect(await recuse({ uscc: USCC, officer: 'another' })).toFailWith('RECUSAL_UNCLEAR');
      for (const input of [{}, { uscc: USCC, tipNumber: about }])
        expect(await recuse(input)).toFailWith('RECUSAL_UNCLEAR');
      expect(await recuse({ uscc: USCC })).toSucceed();
      const later = await given({ uscc: USCC });
      expect([await known(about, market), await known(later, market), await known(other, market)]).toEqual([
        ...[false, false, true],
      ]);
    });
  });
});
