import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Key,
  Noun,
  RefersTo,
  Sealed,
  Served,
  Submitted,
  asked,
  inputOf,
  prose,
  asId,
  printedCode,
  departmentCode,
} from '../../kernel';
import { date, ratio, regionCode, text, whole } from '../../kernel';
import { Department } from '../place/department';

@Noun('安全生产网格. A grid of work safety: a part of a town or a village that people answer for.', {
  term: { zh: '安全生产网格', en: 'grid' },
})
@Index('grid_by_region', ['regionCode', 'code'])
export class Grid extends Submitted {
  @Key('PUBLIC', asId(printedCode(40)), '网格编号. The code of the grid.', { always: false }) code: string;
  @Fact('PUBLIC', text(100), '名称. The name of the grid.') name: string;
  @Kept(regionCode, '乡镇（街道）或村（社区）区划代码. The town or the village, 9 or 12 digits.')
  regionCode: string;

  @RefersTo(
    () => Department,
    departmentCode,
    'PUBLIC',
    '监管单位，代码如 430682-EMERGENCY_MANAGEMENT. The department that answers for it.',
    {
      as: 'department',
      stated: '监管单位代码，如 430682-EMERGENCY_MANAGEMENT. The department that answers for it.',
    },
  )
  departmentCode: string;
}

export const GridInput = inputOf(Grid, '网格报送. A grid as it is submitted.', [
  'code',
  'name',
  'regionCode',
  'departmentCode',
]);

/** 定人、定岗、定责: who answers for a grid, in which post, for what. */
@Noun('网格监管人员. A person who answers for a grid.', {
  key: false,
  term: { zh: '网格监管人员', en: 'grid member' },
})
export class GridPerson extends Submitted {
  @Id('UNCONDITIONAL', '编号. The id of the record.', { always: false }) id: string;

  @RefersTo(() => Grid, printedCode(40), 'UNCONDITIONAL', '网格编号. The code of the grid.', {
    index: 'grid_person_by_grid',
    back: { name: 'people', level: 'UNCONDITIONAL', says: '监管人员. The people who answer for it.' },
  })
  gridCode: string;

  @Kept(regionCode, '网格所在区划代码. The division of the grid.') regionCode: string;

  @Sealed('CONDITIONAL', text(60), '姓名，加密存储. The name; it is sealed at rest.', {
    as: 'name',
    owner: 'EMERGENCY_MANAGEMENT',
  })
  sealedName: string;

  @Fact('UNCONDITIONAL', text(60), '岗位. The post that the person holds.') post: string;
  @Fact('UNCONDITIONAL', prose(500), '监管职责. The duties of supervision that the person has.') duty: string;
  @Fact('UNCONDITIONAL', date, '到岗日期. The first day in the post.') startedOn: string;

  @Fact('UNCONDITIONAL', date, '离岗日期. The last day in the post; null while it has none.', {
    optional: true,
  })
  endedOn: string | null;
}

export const GridPersonInput = inputOf(
  GridPerson,
  '网格监管人员报送. A person of a grid as it is submitted.',
  ['gridCode', 'post', 'duty', 'startedOn', 'endedOn'],
  { also: { name: asked(text(60), '姓名. The name; it is sealed.') } },
);

const count = whole(0, 2e9);
const ALWAYS = { always: true } as const;

@ObjectType({
  description: '网格覆盖率. The share of towns that have a grid with people who answer for it.',
  simpleResolvers: true,
})
export class GridCoverage {
  @Served('PUBLIC', count, '乡镇（街道）数. The towns and streets that are known below the division.', ALWAYS)
  towns: number;
  @Served('PUBLIC', count, '已覆盖乡镇（街道）数. Those with a grid that has people today.', ALWAYS)
  covered: number;
  @Served('PUBLIC', ratio, '覆盖率（%）. The share; null where no towns are known.', { optional: true })
  rate: number | null;
  @Served('PUBLIC', count, '网格数. The number of grids in the division.', ALWAYS) grids: number;
  @Served('PUBLIC', count, '无人负责的网格数. Those that nobody answers for today.', ALWAYS)
  gridsWithoutPeople: number;
}
