import { WrongUse } from '../errors';
import { decide, Reading, type Tally } from './evidence';

/** How a text file may be written. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export const ENCODING_TERMS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB 18030',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
};
export function isUtf16(encoding: Encoding): boolean {
  return encoding.startsWith('utf-16');
}

/** The names that agencies use; GBK and GB 2312 are parts of GB 18030. */
const NAMES: Record<string, Encoding> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};
const CHOICE = 'utf-8, gb18030, utf-16le or utf-16be';
/** What stands before the first character of a file and says how it is written. */
const MARKS: readonly { encoding: Encoding; mark: Buffer }[] = [
  { encoding: 'utf-8', mark: Buffer.of(0xef, 0xbb, 0xbf) },
  { encoding: 'utf-16le', mark: Buffer.of(0xff, 0xfe) },
  { encoding: 'utf-16be', mark: Buffer.of(0xfe, 0xff) },
  { encoding: 'gb18030', mark: Buffer.of(0x84, 0x31, 0x95, 0x33) },
];
const LONGEST_MARK = 4;
/** Of 100 bytes so many are zero in UTF-16 with any numbers, separators or line ends, and in no other text. */
const ZEROS_OF_UTF16 = 5;

/** How a file is written, and how many bytes come before its first character. */
export interface Writing {
  encoding: Encoding;
  markLength: number;
}

/** What a file shows of its encoding: all of it is looked at, piece by piece, since a decision by its beginning alone would be a guess. */
export class Evidence {
  private head = Buffer.alloc(0);
  private bytes = 0;
  private zeros = 0;
  private readonly asUtf8 = new Reading('utf-8');
  private readonly asGb18030 = new Reading('gb18030');

  add(chunk: Buffer): void {
    if (this.head.length < LONGEST_MARK)
      this.head = Buffer.concat([this.head, chunk.subarray(0, LONGEST_MARK - this.head.length)]);
    this.bytes += chunk.length;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) this.zeros++;
    this.asUtf8.add(chunk);
    this.asGb18030.add(chunk);
  }

  /** @throws WrongUse, with what speaks for which encoding, if that is not certain and none was named */
  writing(path: string, name?: string): Writing {
    const named = name === undefined ? null : namedEncoding(name);
    const marked = MARKS.find(({ mark }) => this.head.subarray(0, mark.length).equals(mark));
    if (marked && named && marked.encoding !== named)
      throw new WrongUse(
        `${path} begins with the mark of ${ENCODING_TERMS[marked.encoding]}, but --encoding says ${named}.`,
      );
    if (marked) return { encoding: marked.encoding, markLength: marked.mark.length };
    if (named) return { encoding: named, markLength: 0 };
    return { encoding: this.found(path), markLength: 0 };
  }

  private found(path: string): Encoding {
    const ask = `The encoding of ${path} is not certain: name it by --encoding ${CHOICE}.`;
    if (this.zeros * 100 >= this.bytes * ZEROS_OF_UTF16 && this.zeros > 0)
      throw new WrongUse(`${ask} It has zero bytes, as UTF-16 has, but no mark at its beginning.`);
    const [utf8, gb18030] = [this.asUtf8.tally(), this.asGb18030.tally()];
    const encoding = decide(utf8, gb18030);
    if (!encoding) throw new WrongUse(`${ask} As UTF-8 ${inWords(utf8)}; as GB 18030 ${inWords(gb18030)}.`);
    return encoding;
  }
}

function namedEncoding(name: string): Encoding {
  const encoding = NAMES[name.toLowerCase()];
  if (!encoding) throw new WrongUse(`--encoding must be ${CHOICE}, but got: ${name}`);
  return encoding;
}

function inWords({ total, broken, common }: Tally): string {
  return `${broken} of ${total} characters beyond ASCII are broken and ${common} are common in Chinese`;
}
