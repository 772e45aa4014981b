import { declareError } from '../subgraphs/kernel';

const AnswerTooLarge = declareError(
  'ANSWER_TOO_LARGE',
  '答复超过 {rows} 个对象或 {bytes} 字节，已中止：请缩小每页条数或分次查询。',
  'The answer has more than {rows} objects or {bytes} bytes and was given up: ask for smaller pages, or in several operations.',
);

/** What one answer may be made of: objects, and bytes of text. */
export interface MostOfAnswer {
  answerRows: number;
  answerBytes: number;
}

/** Counts an answer while it grows, so that one that nobody can have meant is given up before it has taken all memory. */
export class Growth {
  private rows = 0;
  private bytes = 0;

  constructor(private readonly most: MostOfAnswer) {}

  /** @throws ANSWER_TOO_LARGE as soon as it is, and whatever is added after that */
  add(rows: number, bytes: number): void {
    this.rows += rows;
    this.bytes += bytes;
    const { answerRows, answerBytes } = this.most;
    if (this.rows > answerRows || this.bytes > answerBytes)
      throw AnswerTooLarge({ rows: answerRows, bytes: answerBytes });
  }

  /** All that a subgraph has answered. */
  addAll(value: unknown): void {
    if (typeof value === 'string') return this.add(0, Buffer.byteLength(value));
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const each of value as unknown[]) this.addAll(each);
    else {
      this.add(1, 0);
      const row = value as Record<string, unknown>;
      for (const name in row) this.addAll(row[name]);
    }
  }
}
