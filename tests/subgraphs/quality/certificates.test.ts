import { drift } from '../../../migrations/run';
import { quality } from '../../../subgraphs/quality';
import { as } from '../../support/callers';
import { HELMET, MAKER, NUMBER, fire, linxiang, make, national, qualityBed, reporter, take } from './sample';

const CERTIFICATE = `query ($number: ID!) { cccCertificate(number: $number) {
  number status statusSince holder { uscc } manufacturer { uscc } category { code name } body { code name }
  numberParts { year body category serial } history { status since reason document decidedBy } validityChecks { result disposal disposedOn } } }`;

/** By which a body or the authority decides. */
const DOCUMENT = '认决〔2026〕1号';

const bed = qualityBed();

describe('CCC certificates', () => {
  beforeEach(() => bed.empty());

  const certificate = async (number = NUMBER, caller = linxiang) =>
    (await bed.run(CERTIFICATE, { caller, variables: { number } })).data.cccCertificate;
  const refusal = async (changes: object) =>
    (await bed.receipt('submitCccCertificates', [make.certificate(changes)])).rejected[0];

  test('the tables MUST be those that the entities declare', async () => {
    expect(await drift(quality, bed.url)).toEqual([]);
  });

  test('a certificate MUST be found by its number, with its parts, category, body and history', async () => {
    expect(await bed.receipt('submitCccCertificates', [make.certificate()])).toMatchObject({ accepted: 1 });
    expect(await certificate()).toEqual({
      number: NUMBER,
      status: 'VALID',
      statusSince: '2025-01-10',
      holder: { uscc: MAKER },
      manufacturer: { uscc: MAKER },
      category: { code: '0101', name: '电线组件' },
      body: { code: '01', name: '中国质量认证中心' },
      numberParts: { year: '2025', body: '01', category: '0101', serial: '000001' },
      history: [{ status: 'VALID', since: '2025-01-10', reason: null, document: null, decidedBy: 'test' }],
      validityChecks: [],
    });
  });

  test.each([
    ['20 digits', { number: '20250101010000010000' }, 'CCC_NUMBER_INVALID', 'number'],
    ['15 digits', { number: '202501010100000' }, 'CCC_NUMBER_INVALID', 'number'],
    ['a letter', { number: '202501010100000X' }, 'CCC_NUMBER_INVALID', 'number'],
    ['a body that is not designated', { number: '2025770101000001' }, 'REFERENCE_UNKNOWN', 'number'],
    ['a category that is not known', { number: '2025019901000001' }, 'CCC_CATEGORY_UNKNOWN', 'categoryCode'],
    [
      'a category that is not that of the number',
      { categoryCode: '0701' },
      'CCC_NUMBER_MISMATCH',
      'categoryCode',
    ],
    ['issue before the year of the number', { issuedOn: '2024-12-31' }, 'CCC_NUMBER_MISMATCH', 'issuedOn'],
    ['issue in the future', { issuedOn: '2026-06-16' }, 'DATE_OUT_OF_RANGE', 'issuedOn'],
    ['an end before the issue', { expiresOn: '2025-01-09' }, 'DATE_OUT_OF_RANGE', 'expiresOn'],
    ['a status that follows from the date', { status: 'EXPIRED' }, 'ENUM_VALUE_UNKNOWN', 'status'],
  ])('a submission MUST be refused for %s', async (_, changes, code, field) => {
    expect(await refusal(changes)).toMatchObject({ code, field });
  });

  test('a category without an official code MUST be stated, and is not compared with the number', async () => {
    expect(
      await bed.receipt('submitCccCertificates', [
        make.certificate({ number: '2025019901000001', categoryCode: HELMET }),
      ]),
    ).toMatchObject({
      accepted: 1,
    });
    expect((await certificate('2025019901000001')).category.code).toBe(HELMET);
  });

  test('a question for a number that is none MUST be refused by its code', async () => {
    expect(await bed.run(CERTIFICATE, { variables: { number: '123' } })).toFailWith('CCC_NUMBER_INVALID');
    expect(await certificate('2025010101999999')).toBeNull();
  });

  test('on its last day a certificate MUST be valid, on the next it MUST be expired, and changes no more', async () => {
    await bed.receipt('submitCccCertificates', [make.certificate({ expiresOn: '2026-06-30' })]);
    bed.now('2026-06-30T15:59:59Z');
    expect((await certificate()).status).toBe('VALID');
    bed.now('2026-06-30T16:00:00Z');
    expect((await certificate()).status).toBe('EXPIRED');
    expect(
      await take(
        bed,
        'suspendCccCertificate',
        { number: NUMBER, document: DOCUMENT, reason: '监督不合格' },
        national,
        'number',
      ),
    ).toFailWith('CCC_ENDED');
  });

  test('suspending, resuming and revoking MUST each leave a trace in the history, in their order', async () => {
    await bed.receipt('submitCccCertificates', [make.certificate()]);
    const step = (verb: string, on: string) =>
      take(bed, verb, { number: NUMBER, document: DOCUMENT, reason: verb, on }, national, 'number status');
    expect(await step('resumeCccCertificate', '2026-06-01')).toFailWith('CCC_NOT_SUSPENDED');
    expect((await step('suspendCccCertificate', '2026-06-01')).data.step.status).toBe('SUSPENDED');
    expect(await step('suspendCccCertificate', '2026-06-02')).toFailWith('CCC_NOT_VALID');
    expect(await step('resumeCccCertificate', '2026-05-31')).toFailWith('DATE_OUT_OF_RANGE');
    expect((await step('resumeCccCertificate', '2026-06-05')).data.step.status).toBe('VALID');
    expect((await step('revokeCccCertificate', '2026-06-10')).data.step.status).toBe('REVOKED');
    expect(await step('cancelCccCertificate', '2026-06-11')).toFailWith('CCC_ENDED');
    expect((await certificate()).history).toEqual([
      { status: 'VALID', since: '2025-01-10', reason: null, document: null, decidedBy: 'test' },
      {
        status: 'SUSPENDED',
        since: '2026-06-01',
        reason: 'suspendCccCertificate',
        document: DOCUMENT,
        decidedBy: '000000-MARKET_SUPERVISION',
      },
      {
        status: 'VALID',
        since: '2026-06-05',
        reason: 'resumeCccCertificate',
        document: DOCUMENT,
        decidedBy: '000000-MARKET_SUPERVISION',
      },
      {
        status: 'REVOKED',
        since: '2026-06-10',
        reason: 'revokeCccCertificate',
        document: DOCUMENT,
        decidedBy: '000000-MARKET_SUPERVISION',
      },
    ]);
  });

  test.each(['suspend', 'resume', 'revoke', 'cancel'])(
    'an office MUST NOT %s a certificate itself, but the national authority, and nothing changes',
    async (verb) => {
      await bed.put('submitCccCertificates', make.certificate());
      const status = async () => (await certificate()).status;
      const before = await status();
      const input = { number: NUMBER, document: DOCUMENT, reason: '监督不合格' };
      const offices = ['430682', '430600', '430000'].map((region) =>
        as.officer('MARKET_SUPERVISION', region, 'decide:quality'),
      );
      const ofFire = as.officer('FIRE_RESCUE', '000000', 'decide:quality');
      for (const caller of [...offices, ofFire])
        expect(await take(bed, `${verb}CccCertificate`, input, caller, 'number')).toFailWith(
          'CCC_ISSUER_DECIDES',
        );
      expect(await status()).toBe(before);
    },
  );

  test('a decision MUST be of who may decide, in the region of the holder', async () => {
    await bed.receipt('submitCccCertificates', [make.certificate()]);
    const input = { number: NUMBER, document: DOCUMENT, reason: '监督不合格' };
    expect(await take(bed, 'revokeCccCertificate', input, as.public, 'number')).toFailWith('SHARING_DENIED');
    expect(await take(bed, 'revokeCccCertificate', input, reporter, 'number')).toFailWith('SCOPE_MISSING');
    const elsewhere = as.officer('MARKET_SUPERVISION', '410000', 'decide:quality');
    expect(await take(bed, 'revokeCccCertificate', input, elsewhere, 'number')).toFailWith('OUTSIDE_REGION');
    expect(
      await take(bed, 'revokeCccCertificate', { ...input, number: '2025010101000009' }, national, 'number'),
    ).toFailWith('NOT_FOUND');
  });

  test('a status that another system reports MUST go into the history once', async () => {
    await bed.receipt('submitCccCertificates', [make.certificate()]);
    await bed.receipt('submitCccCertificates', [
      make.certificate({ revision: 2, productName: '电线组件（新）' }),
    ]);
    await bed.receipt('submitCccCertificates', [
      make.certificate({ revision: 3, status: 'SUSPENDED', statusSince: '2026-02-01' }),
    ]);
    expect((await certificate()).history.map(({ status }: { status: string }) => status)).toEqual([
      'VALID',
      'SUSPENDED',
    ]);
  });

  test('the public MUST NOT see reasons and validity checks, and all else MUST stand', async () => {
    await bed.receipt('submitCccCertificates', [make.certificate()]);
    await bed.receipt('submitValidityChecks', [make.validityCheck()]);
    const seen = await certificate(NUMBER, as.public);
    expect(seen).toMatchObject({
      number: NUMBER,
      status: 'VALID',
      validityChecks: [{ result: null }],
      history: [{ status: 'VALID', reason: null }],
    });
    expect((await certificate(NUMBER, fire)).validityChecks).toEqual([
      { result: 'NONCONFORMING', disposal: null, disposedOn: null },
    ]);
  });

  test('a check MUST be disposed of once, where it was taken, and only if it has found a fault; its reason is kept', async () => {
    await bed.receipt('submitCccCertificates', [make.certificate()]);
    await bed.receipt('submitValidityChecks', [
      make.validityCheck(),
      make.validityCheck({ sourceId: 'ok', result: 'CONFORMING', finding: null }),
    ]);
    const dispose = (id: string, disposal: string, caller = national) =>
      take(
        bed,
        'disposeValidityCheck',
        { id, disposal, reason: '有效性抽查不符合' },
        caller,
        'disposal disposalReason orderedOn',
      );
    expect(await dispose('test/ok', 'SUSPEND')).toFailWith('VALIDITY_CHECK_CONFORMS');
    expect(await dispose('test/v', 'HAND_OVER', linxiang)).toFailWith('OUTSIDE_REGION');
    const handedOver = { disposal: 'HAND_OVER', disposalReason: '有效性抽查不符合', orderedOn: null };
    expect((await dispose('test/v', 'HAND_OVER')).data.step).toEqual(handedOver);
    expect(await dispose('test/v', 'SUSPEND')).toFailWith('VALIDITY_CHECK_DISPOSED');
    expect((await certificate()).status).toBe('VALID');
  });

  describe.each([
    ['REVOKE', 'REVOKED', 'SUSPENDED'],
    ['SUSPEND', 'SUSPENDED', 'REVOKED'],
  ])('an order to %s', (disposal, done, other) => {
    const FIELDS = 'disposal orderedOn orderState orderDue orderOverdue answeredOn answerDocument';
    const xuchang = as.officer('MARKET_SUPERVISION', '411000', 'decide:quality');
    const ANSWER = { id: 'test/v', answer: done, document: '认撤〔2026〕7号', reason: '结构不符' };
    const order = (caller = xuchang) =>
      take(bed, 'disposeValidityCheck', { id: 'test/v', disposal, reason: '不符合' }, caller, FIELDS);
    const answer = (changes: object = {}, caller = linxiang) =>
      take(bed, 'answerCertificateOrder', { ...ANSWER, ...changes }, caller, FIELDS);
    beforeEach(async () => {
      await bed.put('submitCccCertificates', make.certificate());
      await bed.put('submitValidityChecks', make.validityCheck());
    });

    test('MUST be ordered by the regulator and leave the certificate valid, until its body has decided', async () => {
      expect((await order()).data.step).toEqual({
        ...{ disposal, orderedOn: '2026-06-15', orderState: 'AWAITED', orderDue: '2026-07-07' },
        ...{ orderOverdue: false, answeredOn: null, answerDocument: null },
      });
      expect((await certificate()).status).toBe('VALID');
      expect(await order(national)).toFailWith('VALIDITY_CHECK_DISPOSED');
      expect((await answer()).data.step).toMatchObject({
        ...{ orderState: done, answeredOn: '2026-06-15', answerDocument: '认撤〔2026〕7号' },
      });
      const { status, history } = await certificate();
      expect([status, history.at(-1)]).toMatchObject([
        done,
        { reason: '结构不符', document: '认撤〔2026〕7号' },
      ]);
      expect(await answer()).toFailWith('CERTIFICATE_NOT_ORDERED');
    });

    test('MAY be declined by its body, with its document, and the certificate stay as it is', async () => {
      await order();
      expect((await answer({ answer: 'DECLINED' })).data.step.orderState).toBe('DECLINED');
      expect((await certificate()).status).toBe('VALID');
    });

    test('MUST be answered where the certificate is kept, after its order and not before, and on no day to come', async () => {
      expect(await answer()).toFailWith('CERTIFICATE_NOT_ORDERED');
      await order();
      expect(await answer({}, xuchang)).toFailWith('OUTSIDE_REGION');
      for (const on of ['2026-06-14', '2026-06-16'])
        expect(await answer({ on })).toFailWith('DATE_OUT_OF_RANGE');
      expect(await answer({ answer: 'AWAITED' })).toFailWith('ENUM_VALUE_UNKNOWN');
      expect(await answer({ answer: other })).toFailWith('FIELD_INVALID');
    });

    test('that was not answered MUST be overdue from the day after its last day', async () => {
      await order();
      const overdue = async () =>
        (
          await bed.run(
            `{ cccCertificate(number: "${NUMBER}") { validityChecks { orderState orderOverdue } } }`,
            {
              caller: national,
            },
          )
        ).data.cccCertificate.validityChecks[0];
      bed.on('2026-07-07');
      expect(await overdue()).toEqual({ orderState: 'AWAITED', orderOverdue: false });
      bed.on('2026-07-08');
      expect(await overdue()).toEqual({ orderState: 'AWAITED', orderOverdue: true });
    });

    test('MUST NOT be ordered of a certificate that has ended', async () => {
      await take(
        bed,
        'cancelCccCertificate',
        { number: NUMBER, document: DOCUMENT, reason: '申请' },
        national,
        'number',
      );
      expect(await order()).toFailWith('CCC_ENDED');
    });
  });
});
