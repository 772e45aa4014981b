import { existsSync } from 'node:fs';
import { gb18030 } from '../support/gb18030';
import { HEADER, file, imported, rejectsOf, row, uscc } from '../support/imports';
import { startPlatform, type Platform } from '../support/platform';
import { testDatabase } from '../support/database';

/** What the command has stored is asked of the gateway, over HTTP. */
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform('local', {}, testDatabase);
});
afterAll(() => platform.stop());

const load = (kind: string, path: string, ...more: string[]) =>
  imported([kind, path, '--source', 'hunan', ...more], { DATABASE_URL: platform.config.databaseUrl ?? '' });

async function enterprise(number: number) {
  const { data } = await platform.post(
    'query ($uscc: Uscc!) { enterprise(uscc: $uscc) { name status registeredOn roles } }',
    { variables: { uscc: uscc(number) } },
  );
  return data.enterprise as Record<string, unknown> | null;
}

test('a table as Excel in China saves it MUST be stored as it is meant', async () => {
  const lines = [
    '临湘市市场主体登记表;;;;;;;',
    '填报单位：临湘市市场监督管理局;;;;填报日期：2026年3月1日;;;',
    '*来源系统中的记录编号;统一社会信用代码（必填）;"名称\n（必填）";登记地区划代码;登记状态;成立日期;主体角色;住所',
    `1;"=""${uscc(1)}""";临湘市𠮷利燃气有限公司;430682;在营;2024/3/1;特种设备使用单位、消防安全重点单位;长安街道`,
    `2;'${uscc(2)};临湘市龴山商行;430682;存续（在营）;2024年3月2日;;"长安街道;1号"`,
    `3;${uscc(3)};临湘市三号厂;430682;歇业;20240303;检测实验室;`,
    `4;${uscc(4)};临湘市四号厂;430682;吊销;3/4/24;;`,
    ';;;;;;;',
  ];
  const path = file('登记表.csv', gb18030(lines.join('\r\n')));
  const { code, out, err } = await load('enterprises', path);
  expect({ code, out, err }).toMatchObject({
    code: 2,
    out: expect.stringMatching(/accepted: 3\s+未变 unchanged: 0\s+退回 rejected: 1/) as string,
  });
  expect(err).toContain('The file is read as GB 18030.');
  expect(err).toContain(
    'The header is in line 3; what stands above it is not read: "临湘市市场主体登记表", ',
  );
  expect(await Promise.all([1, 2, 3, 4].map(enterprise))).toEqual([
    {
      name: '临湘市𠮷利燃气有限公司',
      status: 'OPERATING',
      registeredOn: '2024-03-01',
      roles: ['EQUIPMENT_USER', 'FIRE_KEY_UNIT'],
    },
    { name: '临湘市龴山商行', status: 'OPERATING', registeredOn: '2024-03-02', roles: [] },
    { name: '临湘市三号厂', status: 'SUSPENDED', registeredOn: '2024-03-03', roles: ['LABORATORY'] },
    null,
  ]);
  expect(rejectsOf(path)).toMatchObject([
    { line: 8, sourceId: '4', row: { status: '吊销', registeredOn: '3/4/24' } },
  ]);
});

test('amounts in 万元 and times of day MUST be stored exactly, from Excel’s UTF-16 text with tabs', async () => {
  const lines = [
    [
      '来源系统中的记录编号',
      '事故编号',
      '事故类别',
      '发生时间',
      '单位报告时间',
      '发生地区划代码',
      '死亡人数',
      '重伤人数（含急性工业中毒）',
      '直接经济损失（万元）',
      '事故简况',
    ],
    [
      '1',
      'SG-1',
      '生产安全事故',
      '2026/3/1 8:30',
      '2026年3月1日 9时5分',
      '430682',
      '0',
      '1',
      '"1,234.5678"',
      '"合成数据\n第二行"',
    ],
    ['2', 'SG-2', '火灾事故', '2026/3/1 8:30', '2026/3/1 9:05', '430682', '1', '0', '0.1234567', '合成数据'],
  ];
  const text = `\ufeff${lines.map((cells) => cells.join('\t')).join('\r\n')}\r\n`;
  const path = file('事故.txt', Buffer.from(text, 'utf16le'));
  const { code, err } = await load('accidents', path);
  expect({ code, err }).toMatchObject({
    code: 2,
    err: expect.stringContaining('directLoss × 10000') as string,
  });
  expect(err).toContain('The file is read as UTF-16 (little endian).');
  expect(rejectsOf(path)).toMatchObject([
    { line: 4, field: 'directLoss', code: 'YUAN_INVALID', row: { directLoss: '0.1234567' } },
  ]);
  const token = await platform.token('MARKET_SUPERVISION', '430682');
  const { data } = await platform.post(
    'query ($number: ID!) { accident(number: $number) { directLoss occurredAt kind seriousInjuries description } }',
    { token, variables: { number: 'SG-1' } },
  );
  expect(data.accident).toEqual({
    directLoss: '12345678.00',
    occurredAt: '2026-03-01T00:30:00.000Z',
    kind: 'WORK_SAFETY',
    seriousInjuries: 1,
    description: '合成数据\n第二行',
  });
});

test('a broken byte in a UTF-8 file MUST refuse its row, told with line and byte, and change no other', async () => {
  const rows = [11, 12, 13, 14].map((number) => Buffer.from(`${row(number)}\n`));
  const before = Buffer.concat([Buffer.from(`${HEADER}\n`), ...rows.slice(0, 3)]);
  const last = rows[3] ?? Buffer.alloc(0);
  const name = last.indexOf('临');
  const broken = Buffer.concat([last.subarray(0, name), last.subarray(name + 1)]);
  const path = file('broken.csv', Buffer.concat([before, broken]));
  expect((await load('enterprises', path)).code).toBe(2);
  expect(await enterprise(12)).toMatchObject({ name: '临湘市12号燃气有限公司' });
  expect(await enterprise(14)).toBeNull();
  expect(rejectsOf(path)).toMatchObject([
    {
      line: 5,
      code: 'TEXT_UNDECODABLE',
      message: expect.stringContaining(`from byte ${before.length + name} of`) as string,
    },
  ]);
});

test('a file whose encoding is not certain MUST be asked for before anything is stored, and be read as it is named', async () => {
  const path = file('asked.csv', gb18030(`${HEADER}\n${row(21).replace('临湘市21号燃气有限公司', '模')}\n`));
  const asked = await load('enterprises', path);
  expect(asked).toMatchObject({ code: 1, out: '' });
  expect(asked.err).toMatch(/^The encoding of .*asked\.csv is not certain: name it by --encoding /);
  expect([await enterprise(21), existsSync(`${path}.rejects.ndjson`)]).toEqual([null, false]);
  expect((await load('enterprises', path, '--encoding', 'gbk')).code).toBe(0);
  expect(await enterprise(21)).toMatchObject({ name: '模' });
});

test('a character of four bytes MUST be whole where a piece of the file ends within it', async () => {
  const name = '临湘市𠮷利燃气有限公司';
  const first = gb18030(`${HEADER}\n${row(31)}\n`);
  const last = gb18030(`last,${uscc(32)},${name},430682,2020-01-02,Road 12`);
  const filling = 65_536 - 3 - first.length - last.indexOf(gb18030('𠮷'));
  const lines = `${'x'.repeat(199)}\n`.repeat(Math.ceil(filling / 200)).slice(-filling);
  const path = file('pieces.csv', Buffer.concat([first, Buffer.from(lines), last]));
  await load('enterprises', path);
  expect(await enterprise(32)).toMatchObject({ name });
});
