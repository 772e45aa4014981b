import { CHECKS_PER_MINUTE } from '../../../subgraphs/training/qualification/check';
import type { Caller } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { idNumberOf, make, trainingBed } from './sample';

const CHECK =
  'query ($number: String!, $name: String!) { verifyQualification(number: $number, holderName: $name) { genuine status item { code } expiresOn checkedAt } }';

const bed = trainingBed();

describe('verifyQualification', () => {
  let callers = 0;
  beforeAll(async () => {
    await bed.put(
      'submitQualifications',
      make.qualification({ number: 'T430682-1', holderName: '阿依·古丽' }),
      make.qualification({
        number: 'T430682-1',
        holderName: '阿依·古丽',
        item: 'Q2',
        issuedOn: '2020-01-01',
      }),
      make.qualification({ number: 'T430682-2', standing: 'REVOKED' }),
      make.qualification({ number: 'T430682-3', issuedOn: '2022-06-14' }),
    );
  });

  /** Each with limits of its own. */
  const someone = (): Caller => ({ ...as.officer('FIRE_RESCUE', '410000'), subject: `someone ${callers++}` });
  const check = async (number: string, name: string, caller = someone()) =>
    (await bed.run(CHECK, { caller, variables: { number, name } })).data.verifyQualification;

  test('a genuine certificate MUST be said to be, with what is in force longest', async () => {
    expect(await check('T430682-1', '阿依·古丽')).toEqual({
      genuine: true,
      status: 'VALID',
      item: { code: 'N1' },
      expiresOn: '2028-06-20',
      checkedAt: '2026-06-15T04:00:00.000Z',
    });
    expect(await check('T430682-2', '张三丰')).toMatchObject({ genuine: true, status: 'REVOKED' });
    expect(await check('T430682-3', '张三丰')).toMatchObject({ genuine: true, status: 'EXPIRED' });
  });

  test('case, width, spaces and the dot of a name MUST make no difference', async () => {
    expect(await check(' ｔ430682-1 ', '阿依古丽')).toMatchObject({ genuine: true });
  });

  test('unless number and name are both right the answer MUST say nothing else, and the same', async () => {
    const nothing = {
      genuine: false,
      status: null,
      item: null,
      expiresOn: null,
      checkedAt: '2026-06-15T04:00:00.000Z',
    };
    for (const [number, name] of [
      ['T430682-1', '张三丰'],
      ['T430682-9', '阿依·古丽'],
      ['T430682-9', '张三丰'],
      ['-', '-'],
      ['T430682-2', '张三'],
      ['%', '%'],
      [idNumberOf(1), '张三丰'],
    ] as const) {
      expect(await check(number, name)).toEqual(nothing);
    }
    // refused before anything is looked up
    expect(await check('', '')).toBeNull();
  });

  test('the statements MUST be the same whether the number exists, the name is right, or neither', async () => {
    const [right, wrongName, unknown] = [
      await bed.statementsOf(() => check('T430682-1', '阿依·古丽')),
      await bed.statementsOf(() => check('T430682-1', '张三丰')),
      await bed.statementsOf(() => check('T430682-9', '张三丰')),
    ];
    expect(right.length).toBeGreaterThan(1);
    expect(wrongName).toEqual(right);
    expect(unknown).toEqual(right);
  });

  test('every check MUST be on record, with neither number nor name', async () => {
    const count = async () =>
      (await bed.subgraph.db.read("SELECT record FROM journal WHERE record LIKE '%verifyQualification%'"))
        .length;
    const before = await count();
    await check('T430682-1', '阿依·古丽');
    await check('T999999-9', '无名氏');
    expect(await count()).toBe(before + 2);
    const rows = await bed.subgraph.db.read<{ record: string }>('SELECT record FROM journal');
    expect(rows.filter(({ record }) => /T430682|T999999|阿依|无名氏/.test(record))).toEqual([]);
  });

  test('beyond the limit a caller MUST be refused, and another MUST NOT', async () => {
    const eager = someone();
    for (let at = 0; at < CHECKS_PER_MINUTE; at++)
      expect(await check('T430682-9', '张三丰', eager)).not.toBeNull();
    const refused = await bed.run(CHECK, {
      caller: eager,
      variables: { number: 'T430682-1', name: '阿依·古丽' },
    });
    expect(refused).toFailWith('RATE_LIMITED');
    expect(refused.data.verifyQualification).toBeNull();
    expect(await check('T430682-1', '阿依·古丽')).toMatchObject({ genuine: true });
  });

  test('every alias of one operation MUST count', async () => {
    const aliases = Array.from(
      { length: CHECKS_PER_MINUTE + 5 },
      (_, at) => `a${at}: verifyQualification(number: "${at}", holderName: "张") { genuine }`,
    );
    const { data, errors } = await bed.run(`{ ${aliases.join(' ')} }`, { caller: someone() });
    expect(Object.values(data).filter((each) => each !== null)).toHaveLength(CHECKS_PER_MINUTE);
    expect(errors).toHaveLength(5);
    expect({ errors }).toFailWith('RATE_LIMITED');
  });

  test('it MUST be for anyone, and a caller without a token MUST be counted by address', async () => {
    expect(await check('T430682-1', '阿依·古丽', as.public)).toMatchObject({ genuine: true });
  });
});
