import { declareError } from '../kernel';

/** A wrong command line or a file that cannot be imported as it is: told in one line, exit code 1, nothing loaded. */
export class WrongUse extends Error {}

export const CsvQuotesBroken = declareError(
  'CSV_QUOTES_BROKEN',
  '本行引号不配对：含引号、逗号或换行的单元格须整体加引号，其中的引号写两次。',
  'The quotes of this line do not match: a cell with a quote, a comma or a line break stands in quotes as a whole, and a quote in it is doubled.',
);
export const ColumnsDiffer = declareError(
  'COLUMNS_DIFFER',
  '本行有 {got} 列，表头有 {expected} 列。',
  'The row has {got} columns, but the header has {expected}.',
);
export const JsonBroken = declareError(
  'JSON_BROKEN',
  '本行应为一个 JSON 对象：{reason:words}。',
  'The line must be one JSON object, but: {reason:words}.',
);
export const RejectNotCorrected = declareError(
  'REJECT_NOT_CORRECTED',
  '退回文件的本行尚未更正：原行无法读取，请将其改为一个 JSON 对象，列名为键。',
  'This line of a rejects file is not corrected yet: the row could not be read, so please make row a JSON object with the columns as its keys.',
);
export const LineTooLong = declareError(
  'LINE_TOO_LONG',
  '一行不得超过 {max} 个字节。',
  'A line may have {max} bytes at most.',
);
export const TextUndecodable = declareError(
  'TEXT_UNDECODABLE',
  '第 {line} 行含有不是 {encoding} 文字的字节，始于文件第 {offset} 字节（从 0 起）；如编码不符，请用 --encoding 指定并加 --again 重新导入。',
  'Line {line} has bytes that are no {encoding}, from byte {offset} of the file on (counted from 0); if the encoding is another one, name it by --encoding and import again with --again.',
);
export const TextOfAnotherEncoding = declareError(
  'TEXT_OF_ANOTHER_ENCODING',
  '本行是 UTF-8 文字，而文件按 {encoding} 读取，读作：{got}。',
  'The line is UTF-8 in a file that is read as {encoding}; as UTF-8 it says: {got}.',
);
export const DigitsLost = declareError(
  'DIGITS_LOST',
  '{field} 以数字形式存储，超过 15 位的数位已丢失，请以文本形式存储，收到：{got}。',
  '{field} is stored as a number, which loses digits beyond 15; please store it as text, but got: {got}.',
);
export const CellIsError = declareError(
  'CELL_IS_ERROR',
  '{field} 的单元格是公式错误，收到：{got}。',
  'The cell of {field} holds the error of a formula, but got: {got}.',
);
export const CellUnreadable = declareError(
  'CELL_UNREADABLE',
  '{field} 的单元格无法读取：{reason:words}，收到：{got}。',
  'The cell of {field} cannot be read: {reason:words}, but got: {got}.',
);
export const TermAmbiguous = declareError(
  'TERM_AMBIGUOUS',
  '{field} 的 {got} 可指 {values} 中任何一个，请填写代码或完整名称。',
  '{got} in {field} may stand for any of {values}; write the value or the whole term.',
);
export const ExampleRow = declareError(
  'EXAMPLE_ROW',
  '本行是导入模板的合成示例，不是实际记录，请删除；只有合成数据的来源系统可以试用。',
  'The row is the made-up example of the template and no record; please delete it. Only a source of synthetic data may try it.',
);
