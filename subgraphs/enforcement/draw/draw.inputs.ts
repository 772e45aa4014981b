import { ID, InputType, Int } from 'type-graphql';
import {
  Asked,
  DateOnly,
  RegionCode,
  TextTooShort,
  Uscc,
  date,
  listOf,
  oneOf,
  regionCode,
  shaped,
  text,
  uscc,
  whole,
  type Reader,
} from '../../kernel';
import { DrawKind, type DrawKind as Kind } from './draw';
import { DrawCheckOutcome, type DrawCheckOutcome as Outcome } from './draw-check';

const SHORTEST_SEED = 16;
/** Long enough not to be found by trying, and not repeated in an error. */
const seed: Reader<string> = {
  wire: 'text',
  parse(value, field) {
    const read = text(200).parse(value, field);
    if (read.length < SHORTEST_SEED) throw TextTooShort({ field, min: SHORTEST_SEED, got: '***' });
    return read;
  },
};
const digest = shaped(
  (value) => /^[0-9a-f]{64}$/.test(value),
  { zh: '64 位十六进制的 SHA-256', en: 'SHA-256, 64 hexadecimal digits' },
  (value) => value.toLowerCase(),
);

@InputType({ description: '公告种子摘要. Binds a draw to a seed before its pool is fixed.' })
export class AnnounceSeedInput {
  @Asked(() => String, text(200), '抽查任务名称. What is drawn for.')
  title: string;

  @Asked(() => DrawKind, oneOf(DrawKind), '抽取对象. What is drawn.')
  kind: Kind;

  @Asked(() => RegionCode, regionCode, '组织抽查部门的区划代码. The division of the department that draws.')
  regionCode: string;

  @Asked(() => ID, digest, '种子的 SHA-256（十六进制）. SHA-256 of the seed in UTF-8, hexadecimal.')
  seedDigest: string;
}

@InputType({ description: '抽取. Reveals the seed and draws.' })
export class CreateDrawInput {
  @Asked(() => ID, text(36), '抽取编号，来自公告. The draw that was announced.')
  id: string;

  @Asked(() => DrawKind, oneOf(DrawKind), '抽取对象，与公告一致. What is drawn, as announced.')
  kind: Kind;

  @Asked(
    () => [String],
    listOf(text(64)),
    '名单：统一社会信用代码，或检查人员、实验室编号. The pool: codes of enterprises, or ids of officers or laboratories.',
  )
  pool: string[];

  @Asked(() => Int, whole(1, 5_000), '抽取数量. How many to draw.')
  count: number;

  @Asked(() => String, seed, '种子，至少 16 个字符. The seed, 16 characters at least.')
  seed: string;
}

@InputType({ description: '检查结果. What the check of a drawn enterprise has found.' })
export class RecordDrawCheckInput {
  @Asked(() => ID, text(36), '抽取编号. The draw.')
  drawId: string;

  @Asked(() => Uscc, uscc, '被抽中单位. The enterprise that was drawn.')
  uscc: string;

  @Asked(() => DateOnly, date, '检查日期. When it was checked.')
  checkedOn: string;

  @Asked(() => DrawCheckOutcome, oneOf(DrawCheckOutcome), '检查结果. What was found.')
  outcome: Outcome;
}
