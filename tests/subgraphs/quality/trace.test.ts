import { as } from '../../support/callers';
import {
  LINXIANG,
  MAKER,
  NUMBER,
  OTHER_SELLER,
  SELLER,
  decider,
  fire,
  linxiang,
  make,
  qualityBed,
  reporter,
  take,
} from './sample';

interface Step {
  id: string;
  depth: number;
  direction: string;
  enterprise: { uscc: string };
  overdue: boolean;
}

const bed = qualityBed();

describe('a two-way trace', () => {
  beforeEach(async () => {
    await bed.empty();
    await bed.receipt('submitCccCertificates', [make.certificate()]);
    await bed.receipt('submitSpotChecks', [
      make.spotCheck({ certificateNumber: NUMBER, publishedOn: '2026-06-10' }),
    ]);
  });

  const spotCheckId = 'test/s';
  const trace = async (caller = fire): Promise<Step[]> =>
    (
      await bed.run(
        `query ($id: ID!) { spotCheck(id: $id) { trace { id parentId depth direction enterprise { uscc } region { code } authority { code }
          certificate { number status } notifiedOn request answerDue answerDueProvisional answeredOn answer overdue } } }`,
        { caller, variables: { id: spotCheckId } },
      )
    ).data.spotCheck.trace;
  const open = (caller = reporter) =>
    take(bed, 'openTrace', { spotCheckId, request: '请核查生产情况及销售去向' }, caller, 'id');
  const add = (input: object, caller = reporter) =>
    take(
      bed,
      'addTraceStep',
      { spotCheckId, direction: 'DOWN', enterpriseUscc: OTHER_SELLER, regionCode: '411000', ...input },
      caller,
      'id',
    );
  const answer = (id: string, caller = linxiang) =>
    take(bed, 'answerTrace', { id, answer: '已责令停产' }, caller, 'id answeredOn answer');

  test('opening it MUST notify the authority of the maker’s place, with certificate and answer due', async () => {
    expect(await open()).toSucceed();
    expect(await trace()).toEqual([
      {
        id: expect.stringMatching(/^recorded\//),
        parentId: null,
        depth: 0,
        direction: 'UP',
        enterprise: { uscc: MAKER },
        region: { code: LINXIANG },
        authority: { code: '430682-MARKET_SUPERVISION' },
        certificate: { number: NUMBER, status: 'VALID' },
        notifiedOn: '2026-06-15',
        request: '请核查生产情况及销售去向',
        // 15 working days; 端午节 2026-06-19 is off
        answerDue: '2026-07-07',
        answerDueProvisional: false,
        answeredOn: null,
        answer: null,
        overdue: false,
      },
    ]);
    expect(await open()).toFailWith('TRACE_OPEN_ALREADY');
  });

  test('the due day MUST be in time, the next day overdue, and an answered step not', async () => {
    await open();
    const [step] = await trace();
    bed.now('2026-07-07T15:59:59Z');
    expect((await trace())[0]?.overdue).toBe(false);
    bed.now('2026-07-07T16:00:00Z');
    expect((await trace())[0]?.overdue).toBe(true);
    await answer(step?.id ?? '');
    expect((await trace())[0]?.overdue).toBe(false);
  });

  test('only market supervision of the step’s region MUST answer, and once', async () => {
    await open();
    const id = (await trace())[0]?.id ?? '';
    expect(await answer(id, decider)).toFailWith('OUTSIDE_REGION');
    expect(await answer(id, fire)).toFailWith('TRACE_NOT_YOURS');
    expect(await answer(id, as.officer('MARKET_SUPERVISION', LINXIANG))).toFailWith('SCOPE_MISSING');
    expect((await answer(id)).data.step).toEqual({ id, answeredOn: '2026-06-15', answer: '已责令停产' });
    expect(await answer(id)).toFailWith('TRACE_ANSWERED');
  });

  test('the tree MUST grow below a step by its own authority, and be listed in its order', async () => {
    await open();
    const up = (await trace())[0]?.id ?? '';
    await add({ enterpriseUscc: SELLER, regionCode: '411003' });
    expect(await add({ parentId: up }, reporter)).toFailWith('OUTSIDE_REGION');
    expect(await add({ parentId: up }, linxiang)).toSucceed();
    expect(await add({ parentId: up }, linxiang)).toFailWith('RECORD_DUPLICATE');
    expect(
      (await trace()).map(({ depth, direction, enterprise: { uscc } }) => [depth, direction, uscc]),
    ).toEqual(
      expect.arrayContaining([
        [0, 'UP', MAKER],
        [1, 'DOWN', OTHER_SELLER],
        [0, 'DOWN', SELLER],
      ]),
    );
    const order = (await trace()).map(({ id, depth }) => [id, depth]);
    expect(order[order.findIndex(([id]) => id === up) + 1]?.[1]).toBe(1);
  });

  test('what is still unanswered MUST be listed by region, the longest waiting first', async () => {
    await open();
    bed.now('2026-06-16T04:00:00Z');
    await add({});
    const unanswered = async (region: string | null, caller = fire) =>
      (
        await bed.run(
          'query ($region: RegionCode) { unansweredTraces(region: $region) { edges { node { enterprise { uscc } spotCheck { id } } } } }',
          {
            caller,
            variables: { region },
          },
        )
      ).data.unansweredTraces?.edges.map(({ node }: { node: Step }) => node.enterprise.uscc);
    expect(await unanswered(null)).toEqual([MAKER, OTHER_SELLER]);
    expect(await unanswered('430000')).toEqual([MAKER]);
    await answer((await trace())[0]?.id ?? '');
    expect(await unanswered('430000')).toEqual([]);
    expect(await unanswered(null, as.public)).toBeUndefined();
  });

  test('the public MUST NOT learn whom a trace leads to', async () => {
    await open();
    expect(await trace(as.public)).toEqual([
      expect.objectContaining({ id: null, enterprise: null, authority: null, answer: null }),
    ]);
  });

  test('only an unqualified product with a maker that is known MUST be traced', async () => {
    await bed.receipt('submitSpotChecks', [
      make.spotCheck({ sourceId: 'q', batch: 'Q', result: 'QUALIFIED', defects: null }),
      make.spotCheck({ sourceId: 'n', batch: 'N', producerRegionCode: null }),
    ]);
    expect(await take(bed, 'openTrace', { spotCheckId: 'test/q' }, reporter, 'id')).toFailWith(
      'TRACE_NEEDS_UNQUALIFIED',
    );
    expect(await take(bed, 'openTrace', { spotCheckId: 'test/n' }, reporter, 'id')).toFailWith(
      'TRACE_NEEDS_PRODUCER',
    );
  });

  test('steps of other systems MUST be taken in by who asks, in order of their days', async () => {
    const step = {
      ...{
        sourceId: 't',
        spotCheckId,
        direction: 'UP',
        enterpriseUscc: MAKER,
        notifiedOn: '2026-05-21',
        regionCode: LINXIANG,
      },
      ...{ fromRegionCode: '411003', answeredOn: '2026-06-01', answer: '已查处' },
    };
    const refusals = [
      { ...step, sourceId: '1', spotCheckId: 'none' },
      { ...step, sourceId: '2', notifiedOn: '2026-05-09' },
      { ...step, sourceId: '3', answeredOn: '2026-05-20' },
      { ...step, sourceId: '4', answer: null },
    ];
    const { accepted, rejected } = await bed.receipt('submitTraceSteps', [step, ...refusals], {
      caller: reporter,
    });
    expect(accepted).toBe(1);
    expect(rejected.map(({ code, field }) => [code, field])).toEqual([
      ['REFERENCE_UNKNOWN', 'spotCheckId'],
      ['DATE_OUT_OF_RANGE', 'notifiedOn'],
      ['DATE_OUT_OF_RANGE', 'answeredOn'],
      ['FIELD_MISSING', 'answer'],
    ]);
    expect(
      (await bed.receipt('submitTraceSteps', [{ ...step, sourceId: '5' }], { caller: linxiang })).rejected[0],
    ).toMatchObject({
      code: 'OUTSIDE_REGION',
    });
    const others = [
      { ...step, sourceId: '6' },
      { ...step, sourceId: '7', notifiedOn: '2026-05-22' },
    ];
    expect(await bed.receipt('submitTraceSteps', others)).toMatchObject({
      accepted: 1,
      rejected: [{ sourceId: '6', code: 'RECORD_DUPLICATE' }],
    });
  });
});
