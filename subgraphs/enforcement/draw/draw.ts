import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Key,
  Noun,
  RefersTo,
  asId,
  asText,
  asked,
  asking,
  code,
  date,
  departmentCode,
  flag,
  id,
  inputType,
  listOf,
  moment,
  oneOf,
  regionCode,
  text,
  vocabulary,
  whole,
  type List,
} from '../../kernel';
import { Department, Enterprise, Expert, Inspector, Laboratory, Region } from '../others';
import { LARGEST_POOL, digest, seedText } from './draw.rules';

export const DrawKind = vocabulary('DrawKind', '抽取对象. The kinds of draws: enterprises or inspectors.', {
  OBJECTS: '检查对象. Enterprises to be checked.',
  INSPECTORS: '检查人员或实验室. Officers or laboratories to check them.',
});
export type DrawKind = keyof typeof DrawKind;

/**
 * 双随机: a draw that anyone can do again. The digest of the seed is announced before the pool is known; the draw reveals the
 * seed. What decides is in draw.rules.ts, and written out in the descriptions here.
 */
@Noun(
  '双随机抽取. A random draw. To do it again: 1. SHA-256(seed) must be seedDigest. 2. Sort the pool by UTF-8 bytes, join it by line feeds: its SHA-256 must be poolDigest. 3. For every item take SHA-256(seed, line feed, item) as lower-case hexadecimal text. 4. Sort the items by it. 5. The first `count` are the result, in that order.',
  { term: { zh: '抽取', en: 'draw' } },
)
@Index('draw_by_region', ['regionCode', 'id'])
export class Draw {
  @Key('UNCONDITIONAL', id(36), '抽取编号，公告时取得. The id of the draw, given by its announcement.')
  id: string;

  @Fact('UNCONDITIONAL', text(200), '抽查任务名称. The task that is drawn for.', { always: true })
  title: string;

  @Fact('UNCONDITIONAL', oneOf(DrawKind), '抽取对象，公告后不变. The kind of draw, as it was announced.', {
    always: true,
  })
  kind: DrawKind;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '组织抽查部门的区划. The division of the department that draws.',
    { as: 'region' },
  )
  regionCode: string;

  @RefersTo(
    () => Department,
    asText(departmentCode),
    'UNCONDITIONAL',
    '组织抽查的部门. The department that organises the draw.',
    { as: 'department' },
  )
  departmentCode: string;

  @Fact(
    'UNCONDITIONAL',
    moment,
    '种子摘要公告时间. The moment at which the digest of the seed was announced.',
    { always: true },
  )
  announcedAt: Date;

  @Fact(
    'UNCONDITIONAL',
    asId(digest),
    '种子摘要 (SHA-256，十六进制小写). SHA-256 of the seed in UTF-8, lower-case hexadecimal.',
    {
      always: true,
    },
  )
  seedDigest: string;

  @Fact('UNCONDITIONAL', date, '抽取日期. The day of the draw; null until then.', { optional: true })
  drawnOn: string | null;

  @Fact(
    'UNCONDITIONAL',
    seedText,
    '种子，至少 16 个字符，抽取时公开. The seed, 16 characters at least, revealed by the draw.',
    {
      optional: true,
    },
  )
  seed: string | null;

  @RefersTo(
    () => Enterprise,
    listOf(text(64)),
    'UNCONDITIONAL',
    '名单中的单位. The enterprises of the pool.',
    {
      shown:
        '名单：统一社会信用代码，或在册检验检测人员、专家、实验室编号；按 UTF-8 字节排序. The pool: codes of enterprises, or of laboratories, inspectors and experts that are on record, sorted by UTF-8 bytes.',
      always: true,
      unknown: 'refuse',
      when: { property: 'kind', is: 'OBJECTS' },
      also: {
        to: () => Laboratory,
        or: () => [Inspector, Expert],
        when: { property: 'kind', is: 'INSPECTORS' },
      },
    },
  )
  pool: string[];

  @Fact('UNCONDITIONAL', id(64), '名单摘要 (SHA-256). SHA-256 of the sorted pool, joined by line feeds.', {
    optional: true,
  })
  poolDigest: string | null;

  @Fact('UNCONDITIONAL', whole(1, LARGEST_POOL), '抽取数量. The number of those that are drawn.', {
    optional: true,
  })
  count: number | null;

  @Fact('UNCONDITIONAL', code(40), '算法. The algorithm: see the description of Draw.', { optional: true })
  algorithm: string | null;

  @Fact('UNCONDITIONAL', whole(1, 1_000), '算法版本. The version of the algorithm.', { optional: true })
  algorithmVersion: number | null;

  @Fact('UNCONDITIONAL', listOf(text(64)), '抽取结果，按抽中次序. The result, in the order of drawing.', {
    always: true,
  })
  result: string[];

  /** A seed is revealed by its draw: whoever announces it again knows what comes. */
  @DuplicateOf(null, ['seedDigest'], { length: 36 }) duplicateOf: string | null;
}

export const DRAWS: List<Draw> = { name: 'draws', entity: Draw, order: ['regionCode', 'id'] };

export const AnnounceSeedInput = inputType(
  'AnnounceSeedInput',
  '公告种子摘要. Binds a draw to a seed before its pool is fixed.',
  {
    ...asking(Draw, ['title', 'kind', 'regionCode', 'seedDigest']),
  },
);

export const CreateDrawInput = inputType('CreateDrawInput', '抽取. Reveals the seed and draws.', {
  ...asking(Draw, ['id', 'kind', 'pool', 'count!', 'seed!']),
});
export type CreateDrawInput = InstanceType<typeof CreateDrawInput>;

const optional = { optional: true } as const;
export const DrawFilter = inputType('DrawFilter', '抽取筛选. The draws for which all of this holds.', {
  region: asked(regionCode, '区划及其下级. By departments in the subtree of this division.', optional),
  kind: asked(oneOf(DrawKind), '抽取对象. Returns only those of this kind.', optional),
  drawn: asked(flag, '是否已抽取. Whether it was drawn already.', optional),
});
export type DrawFilter = Partial<InstanceType<typeof DrawFilter>>;
