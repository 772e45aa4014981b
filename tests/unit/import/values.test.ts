import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { buildSchema, isEnumType } from 'graphql';
import { subgraphs } from '../../../subgraphs';
import { columnsOf, rowOf } from '../../../subgraphs/import/columns';
import { readHeader } from '../../../subgraphs/import/header';
import { inspect, openRows } from '../../../subgraphs/import/read-file';
import { readValue } from '../../../subgraphs/import/values';
import {
  EnterpriseRole,
  code,
  date,
  flag,
  listOf,
  oneOf,
  text,
  valuesCalled,
  vocabulary,
  whole,
  yuan,
  type Kind,
} from '../../../subgraphs/kernel';
import { refusalOf } from '../../support/refusal';
import { read as readSource } from '../../support/sources';
import { workbook } from './workbook';

const api = buildSchema(readSource('schema/api.graphql'));

const read = (cell: string, kind: Kind<unknown, unknown>, power = 0) => readValue(cell, 'field', kind, power);
const fullWidth = (plain: string) =>
  plain.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('an amount', () => {
  const amounts = fc.record({
    units: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    fraction: fc.stringMatching(/^\d{0,6}$/),
  });
  const grouped = (units: bigint) => String(units).replace(/\B(?=(\d{3})+$)/g, ',');
  const POWERS = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };
  const forms = fc.constantFrom<(units: bigint) => string>(String, grouped, (units) => `￥${grouped(units)}`);
  /** In hundredths of a yuan; null if it is none to the hundredth, or too large for a field. */
  function exactly(units: bigint, fraction: string, power: number): bigint | null {
    const all = BigInt(`${units}${fraction.padEnd(8, '0')}`) * 10n ** BigInt(power);
    const unit = 10n ** 6n;
    return all % unit === 0n && all / unit < 10n ** 15n ? all / unit : null;
  }
  const hundredths = (yuanText: string) => {
    const [units = '', fraction = ''] = yuanText.split('.');
    return BigInt(units + fraction.padEnd(2, '0'));
  };

  test('of any unit, with separators or not, MUST be that many yuan to the last digit, or be refused', () => {
    const unit = fc.constantFrom(...Object.entries(POWERS));
    const exact = fc.property(
      amounts,
      forms,
      unit,
      fc.boolean(),
      ({ units, fraction }, form, [name, power], inCell) => {
        const written = form(units) + (fraction === '' ? '' : `.${fraction}`);
        const expected = exactly(units, fraction, power);
        const [cell, byHeader] =
          inCell && name !== '千元' && name !== '百万元' ? [written + name, 4] : [written, power];
        const answer = () => yuan.parse(read(cell, yuan, byHeader), 'field');
        if (expected === null) {
          expect(refusalOf(answer)).toMatchObject({ code: 'YUAN_INVALID', details: { got: cell } });
        } else {
          expect(hundredths(answer())).toBe(expected);
        }
      },
    );
    fc.assert(exact, { numRuns: 3000 });
  });

  test.each([
    '1,23',
    '1,2345',
    '12,34.5',
    '-5',
    '(5)',
    '1.2E+05',
    '5美元',
    '约5',
    '5-6',
    '5.',
    '.5',
    '',
    '五万',
  ])('that is none, or is told in another way, MUST NOT be made one: %s', (cell) => {
    expect(refusalOf(() => yuan.parse(read(cell, yuan, 4), 'field')).code).toBe('YUAN_INVALID');
  });

  test('that is read as it stands MUST stay so, since a record is known by its content', () => {
    for (const cell of ['12.50', '012', '0.0']) expect(read(cell, yuan)).toBe(cell);
  });
});

describe('a term', () => {
  const used = [
    ...new Set(
      subgraphs.flatMap(({ submissions = [] }) =>
        submissions.flatMap((submission) =>
          columnsOf(submission).flatMap(({ kind }) => kind.enumeration ?? []),
        ),
      ),
    ),
  ];
  const State = vocabulary('StateOfTheTest', '状态. A state.', {
    OPEN: '在营（开业）. Open.',
    SHUT: '停业（开业）. Shut.',
    MIXED: '安全出口、疏散通道. Two in one.',
  });
  const state = oneOf(State);

  test('of every enumeration that files hold MUST name its value, and only that', () => {
    const shown = used.filter((name) => isEnumType(api.getType(name)));
    expect(shown.length).toBeGreaterThan(60);
    const wrong = shown.flatMap((name) =>
      [...termsOf(name)].filter(([value, term]) =>
        [value, term, ` ${term} `, fullWidth(term)].some(
          (word) => String(valuesCalled(name, word)) !== value,
        ),
      ),
    );
    expect(wrong).toEqual([]);
    // no field of the schema is of these two
    expect(used.filter((name) => !shown.includes(name)).sort()).toEqual(['QualificationStanding', 'YesNo']);
    expect(['是', '否'].map((word) => valuesCalled('YesNo', word))).toEqual([['YES'], ['NO']]);
    expect(valuesCalled('QualificationStanding', '吊销、撤销')).toEqual(['REVOKED']);
  });

  test('MUST be read with what is in its brackets, without, or by that alone; in two ways it is refused', () => {
    expect(
      ['OPEN', '在营（开业）', '在营(开业)', '在营', ' 在 营 '].map((word) => read(word, state)),
    ).toEqual(Array(5).fill('OPEN'));
    expect(refusalOf(() => read('开业', state))).toMatchObject({
      code: 'TERM_AMBIGUOUS',
      details: { field: 'field', values: 'OPEN, SHUT', got: '开业' },
    });
    for (const word of ['在', '营业', 'open', '、', '在营（停业）', 'toString'])
      expect(refusalOf(() => state.parse(read(word, state), 'field'))).toMatchObject({
        code: 'ENUM_VALUE_UNKNOWN',
        details: { got: word },
      });
  });

  test('that the kind leaves out MUST be refused with the term that was written', () => {
    const open = oneOf(State, 12, ['SHUT']);
    expect(refusalOf(() => read('停业', open))).toMatchObject({
      code: 'ENUM_VALUE_UNKNOWN',
      details: { got: '停业' },
    });
  });

  test('joined to others by any sign MUST be read as a list, a term with a comma of its own as one', () => {
    const roles = listOf(oneOf(EnterpriseRole));
    for (const sign of [';', '；', '、', '，', ',', '|', '｜', '\n', ' ; ', '；\n'])
      expect(read(`检测实验室${sign}TRAINING_BODY${sign}认证机构`, roles)).toEqual([
        'LABORATORY',
        'TRAINING_BODY',
        'CERTIFICATION_BODY',
      ]);
    expect(read('安全出口、疏散通道；停业；', listOf(state))).toEqual(['MIXED', 'SHUT']);
    for (const [cell, kind] of [
      ['检测实验室、别的', roles],
      ['安全出口、疏散通道、在营', listOf(state)],
    ] as const)
      expect(refusalOf(() => read(cell, kind))).toMatchObject({
        code: 'ENUM_VALUE_UNKNOWN',
        details: { got: cell },
      });
  });
});

describe('other values', () => {
  test('codes of a list MUST be joined by any sign, and texts by signs that they do not hold', () => {
    expect(read('4010、4020，4030;4040\n4050', listOf(code(40)))).toEqual([
      '4010',
      '4020',
      '4030',
      '4040',
      '4050',
    ]);
    expect(read('检查台账，并签字；每月、每季公示|培训', listOf(text(60)))).toEqual([
      '检查台账，并签字',
      '每月、每季公示',
      '培训',
    ]);
  });

  test('numbers and answers MUST be read as spreadsheets show them', () => {
    const count = whole(0, 9_999_999);
    expect(['1,234', '1,234,567', '12.00', '１２'].map((cell) => read(cell, count))).toEqual([
      '1234',
      '1234567',
      '12',
      '12',
    ]);
    for (const cell of ['1,23', '12.5', '1e3', '12人'])
      expect(refusalOf(() => count.parse(read(cell, count), 'field')).details.got).toBe(cell);
    expect(['是', '否', 'TRUE', 'False'].map((cell) => flag.parse(read(cell, flag), 'field'))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(refusalOf(() => flag.parse(read('有', flag), 'field')).code).toBe('FIELD_INVALID');
  });

  test('Excel’s signs of a text MUST go, and an apostrophe of a name stay', () => {
    const name = text(40);
    expect(
      ['="007"', "'007", "'91430682A", "'+86 1", '="a""b"', "'=1"].map((cell) => read(cell, name)),
    ).toEqual(['007', '007', '91430682A', '+86 1', 'a"b', '=1']);
    for (const cell of ["'老地方'餐馆", "'t Hooft 公司", '=A1+1', 'a="b"', "O'Neil"])
      expect(read(cell, name)).toBe(cell);
    expect(read('="2024/3/1"', date)).toBe('2024-03-01');
  });
});

test('a row MUST be told with what stood in its cells, and the header say the unit', () => {
  const penalties = subgraphs
    .flatMap(({ submissions = [] }) => submissions)
    .find(({ kind }) => kind === 'penalties');
  const known = columnsOf(penalties!).map((column) => ({ ...column, required: false }));
  const row = (header: string[], cells: string[]) => rowOf(2, cells, readHeader(header, known), true);
  const unit = (title: string) => row([title], ['1,234.5'])?.record?.fine;
  expect(
    ['罚款金额', '罚款金额（元）', '罚款金额（万元）', '*罚款金额(单位：万元，必填)', '罚款金额【亿元】'].map(
      unit,
    ),
  ).toEqual([...['1234.5', '1234.5', '12345000', '12345000', '123450000000']]);
  expect(() => unit('罚款金额（万美元）')).toThrow('Column 1 of the header is unknown');
  const refused = row(['决定日期', '罚款金额（万元）'], ['2024年3月1日', '1.2345678']);
  expect(refused).toMatchObject({
    record: { decidedOn: '2024-03-01' },
    refusal: { code: 'YUAN_INVALID', details: { field: 'fine', got: '1.2345678' } },
    raw: { decidedOn: '2024年3月1日', fine: '1.2345678' },
  });
});

test('the cells of a workbook MUST be read as those of a text', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'onematter-values-')), 'values.xlsx');
  const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  const titles = ['事故编号', '事故类别', '发生时间', '*直接经济损失（万元）', '特种设备事故情形'];
  const cells = [
    ...[text('SG-1'), text('火灾事故'), text('2026年3月1日 8:30'), '<c><v>12.5</v></c>'],
    text('起重机械整体倾覆、客运索道高空滞留人员'),
  ];
  const sheet = [titles.map(text), cells].map((row) => `<row>${row.join('')}</row>`).join('');
  writeFileSync(path, workbook({ sheet }));
  const accidents = subgraphs
    .flatMap(({ submissions = [] }) => submissions)
    .find(({ kind }) => kind === 'accidents');
  const known = columnsOf(accidents!).map((column) => ({ ...column, required: false }));
  const { rows, notice } = await openRows(await inspect(path), known);
  const read = [];
  for await (const row of rows) read.push(row);
  rmSync(dirname(path), { recursive: true });
  expect(read).toMatchObject([
    {
      record: {
        ...{ number: 'SG-1', kind: 'FIRE', occurredAt: '2026-03-01T08:30:00+08:00', directLoss: '125000' },
        circumstances: ['CRANE_OVERTURN', 'ROPEWAY_STRANDED'],
      },
      raw: { kind: '火灾事故', directLoss: '12.5' },
    },
  ]);
  expect(notice).toBe('By the header, amounts are turned into yuan: directLoss × 10000.');
});

/** The values of an enumeration with their terms, as the schema prints them. */
function termsOf(name: string): Map<string, string> {
  const type = api.getType(name);
  if (!isEnumType(type)) throw new Error(`the schema has no enumeration ${name}`);
  return new Map(type.getValues().map((value) => [value.name, value.description?.split('. ')[0] ?? '']));
}
