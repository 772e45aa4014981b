import fc from 'fast-check';
import { columnsOf } from '../../../subgraphs/import/columns';
import { openCsv } from '../../../subgraphs/import/text/csv';
import { Evidence, type Encoding } from '../../../subgraphs/import/text/encoding';
import { WrongUse } from '../../../subgraphs/import/errors';
import { Lines } from '../../../subgraphs/import/text/lines';
import { enterpriseSubmission } from '../../../subgraphs/registry/enterprise/enterprise.submission';
import { gb18030 } from '../../support/gb18030';
import { read } from '../../support/sources';

const ENCODE: Record<Encoding, (text: string) => Buffer> = {
  'utf-8': (text) => Buffer.from(text),
  gb18030,
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
};
const ENCODINGS = Object.keys(ENCODE) as Encoding[];
/** Real Chinese: every phrase of the schema's descriptions. */
const PHRASES = [...new Set(read('schema/api.graphql').match(/[\u4e00-\u9fff，。、；：（）〔〕]{2,40}/gu))];

function evidenceOf(chunks: readonly Buffer[]): Evidence {
  const evidence = new Evidence();
  for (const chunk of chunks) evidence.add(chunk);
  return evidence;
}

/** The encoding that is found, or why there is none. */
function found(bytes: Buffer, cuts: readonly number[] = []): string {
  try {
    return evidenceOf(cut(bytes, cuts)).writing('x.csv').encoding;
  } catch (error) {
    if (error instanceof WrongUse) return error.message;
    throw error;
  }
}

function cut(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((at) => at % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return places.slice(1).map((to, at) => bytes.subarray(places[at], to));
}

const cuts = fc.array(fc.nat(), { maxLength: 12 });
const phrases = (minLength: number) =>
  fc
    .array(fc.constantFrom(...PHRASES), { minLength, maxLength: 40 })
    .map((list) => list.map((phrase, at) => `${at},${phrase},430682\n`).join(''));
/** One byte beyond ASCII is lost, or another stands in its place. */
const damage = fc.record({ place: fc.nat(), put: fc.constantFrom([], [0x2c], [0xff], [0xe4]) });
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

function damaged(bytes: Buffer, { place, put }: Damage): Buffer {
  const places = [...bytes.keys()].filter((at) => (bytes[at] ?? 0) > 0x7f);
  const at = places[place % places.length] ?? 0;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + 1)]);
}

describe('the encoding of a file', () => {
  test.each(['utf-8', 'gb18030'] as const)(
    'of Chinese text in %s MUST be found, and with a broken byte MUST NOT become another one',
    (encoding) => {
      expect(PHRASES.length).toBeGreaterThan(2000);
      const certain = fc.property(phrases(5), cuts, (text, places) => {
        expect(found(ENCODE[encoding](text), places)).toBe(encoding);
      });
      fc.assert(certain, { numRuns: 300 });
      const repaired = fc.property(phrases(20), damage, (text, how) => {
        expect(found(damaged(ENCODE[encoding](text), how))).toBe(encoding);
      });
      fc.assert(repaired, { numRuns: 300 });
    },
  );

  test.each(['utf-8', 'gb18030'] as const)(
    'of very little text in %s MUST be found or asked for, whatever byte is broken',
    (encoding) => {
      const never = fc.property(phrases(1), fc.option(damage), (text, how) => {
        const bytes = ENCODE[encoding](text);
        const answer = found(how ? damaged(bytes, how) : bytes);
        expect(answer === encoding || answer.includes('name it by --encoding')).toBe(true);
      });
      fc.assert(never, { numRuns: 1000 });
    },
  );

  test.each(ENCODINGS)('that is marked as %s MUST be what the mark says', (encoding) => {
    const bytes = ENCODE[encoding]('\ufeffsourceId\n1\n');
    expect(evidenceOf([bytes]).writing('x.csv')).toEqual({
      encoding,
      markLength: ENCODE[encoding]('\ufeff').length,
    });
    const other = encoding === 'gb18030' ? 'utf-8' : 'gbk';
    expect(() => evidenceOf([bytes]).writing('x.csv', other)).toThrow('begins with the mark of');
  });

  test.each([
    ['two bytes that are text in both', Buffer.from('1,Café,430682\n')],
    ['a character that is text in both', Buffer.from('1,甲A,430682\n')],
    ['half of it in each', Buffer.concat([Buffer.from('临湘市长安街道\n'), gb18030('岳阳市建材有限公司\n')])],
    ['Latin 1', Buffer.from('Müller, Société Générale, Citroën, Nestlé, Málaga\n', 'latin1')],
    ['no text', Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7919) % 256 || 1))],
    [
      'text that was read wrongly before',
      Buffer.from(new TextDecoder('gb18030').decode(Buffer.from(PHRASES.slice(0, 50).join('，')))),
    ],
  ])('MUST be asked for with %s', (_, bytes) => {
    expect(found(bytes)).toMatch(
      /The encoding of x\.csv is not certain: name it by --encoding .* As UTF-8 \d+ of/,
    );
    expect(evidenceOf([bytes]).writing('x.csv', 'GBK').encoding).toBe('gb18030');
  });

  test('UTF-16 without its mark MUST be named as what it looks like', () => {
    expect(found(ENCODE['utf-16le']('sourceId,名称\n1,临湘市\n'))).toMatch(/zero bytes, as UTF-16 has/);
  });

  test('GB 18030 MUST be that of 2022 on this Node: what was private use before is a character of its own', () => {
    const moved = {
      ...{ a6d9: 0xfe10, a6da: 0xfe12, a6db: 0xfe11, a6dc: 0xfe13, a6dd: 0xfe14, a6de: 0xfe15 },
      ...{ a6df: 0xfe16, a6ec: 0xfe17, a6ed: 0xfe18, a6f3: 0xfe19, fe59: 0x9fb4, fe61: 0x9fb5 },
      ...{ fe66: 0x9fb6, fe67: 0x9fb7, fe6d: 0x9fb8, fe7e: 0x9fb9, fe90: 0x9fba, fea0: 0x9fbb },
    };
    const decoder = new TextDecoder('gb18030', { fatal: true });
    for (const [code, codePoint] of Object.entries(moved))
      expect([code, decoder.decode(Buffer.from(code, 'hex')).codePointAt(0)]).toEqual([code, codePoint]);
  });
});

describe('the rows of a text', () => {
  const columns = columnsOf(enterpriseSubmission);
  async function* inPieces(chunks: readonly Buffer[]) {
    yield* chunks;
  }
  async function rowsOf(bytes: Buffer, encoding: Encoding, places: readonly number[] = []) {
    const rows: unknown[] = [];
    const lines = Lines.read(inPieces(cut(bytes, places)), { encoding, markLength: 0 });
    // a line that cannot be read is kept as a text, any other as its cells
    for await (const { line, refusal, raw } of (await openCsv(lines, columns)).rows) {
      const isRead = typeof raw !== 'string';
      rows.push({
        line,
        cells: isRead ? raw : null,
        refusal: isRead ? null : [refusal?.code, refusal?.details.offset],
      });
    }
    return rows;
  }
  const HEADER = 'sourceId,uscc,name,regionCode';
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  /** Any characters, of which those of three and four bytes in GB 18030 are not rare. */
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.array(fc.constantFrom(...'甲𠮷㐂€龴é"，,;\t ﷐0'), { maxLength: 8 }).map((signs) => signs.join('')),
    fc.constantFrom(...PHRASES),
  );
  const lines = fc.array(
    cell.map((name) => name.replace(/[\r\n\0]/g, '')),
    { minLength: 1, maxLength: 8 },
  );

  test.each(ENCODINGS)(
    'in %s MUST be the same wherever it is cut into pieces, and hold what was written',
    async (encoding) => {
      const same = fc.asyncProperty(lines, lineEnd, cuts, async (names, end, places) => {
        const text = [HEADER, ...names.map((name, at) => `${at},u,${quoted(name)},430682`)].join(end);
        const bytes = ENCODE[encoding](text);
        const whole = await rowsOf(bytes, encoding);
        expect(await rowsOf(bytes, encoding, places)).toEqual(whole);
        expect(whole).toEqual(
          names.map((name, at) => ({
            line: at + 2,
            cells: { sourceId: String(at), uscc: 'u', name, regionCode: '430682' },
            refusal: null,
          })),
        );
      });
      await fc.assert(same, { numRuns: 500 });
    },
  );

  test.each(ENCODINGS)(
    'in %s with bytes that are no text MUST be refused alone, told with line and byte, wherever it is cut',
    async (encoding) => {
      const none = {
        'utf-8': [0xe4, 0xb8],
        gb18030: [0xff],
        'utf-16le': [0x00, 0xd8],
        'utf-16be': [0xdc, 0x00],
      }[encoding];
      const encode = ENCODE[encoding];
      const alone = fc.asyncProperty(lines, fc.nat(), cuts, async (names, place, places) => {
        const bad = place % names.length;
        const rows = names.map(
          (name, at) => [encode(`${at},u,${quoted(name)}`), encode(',430682\n')] as const,
        );
        const before = Buffer.concat([encode(`${HEADER}\n`), ...rows.slice(0, bad).flat()]);
        const [start = Buffer.alloc(0), end = Buffer.alloc(0)] = rows[bad] ?? [];
        const after = Buffer.concat(rows.slice(bad + 1).flat());
        const bytes = Buffer.concat([before, start, Buffer.from(none), end, after]);
        const read = await rowsOf(bytes, encoding, places);
        expect(read.filter((row) => (row as { refusal: unknown }).refusal)).toEqual([
          { line: bad + 2, cells: null, refusal: ['TEXT_UNDECODABLE', before.length + start.length] },
        ]);
        expect(read).toHaveLength(names.length);
      });
      await fc.assert(alone, { numRuns: 300 });
    },
  );

  test('UTF-8 in a file of GB 18030 MUST be refused, not read as other characters', async () => {
    const bytes = Buffer.concat([
      gb18030(`${HEADER}\n1,u,岳阳市建材厂,430682\n`),
      Buffer.from('2,u,临湘市测试企业有,430682\n'),
    ]);
    expect(await rowsOf(bytes, 'gb18030')).toEqual([
      { line: 2, cells: expect.objectContaining({ name: '岳阳市建材厂' }), refusal: null },
      { line: 3, cells: null, refusal: ['TEXT_OF_ANOTHER_ENCODING', undefined] },
    ]);
  });
});
