import { Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  asking,
  date,
  id,
  inputType,
  oneOf,
  regionCode,
  uscc,
  vocabulary,
  type List,
} from '../../kernel';
import { Enterprise } from '../others';

export const DrawCheckOutcome = vocabulary(
  'DrawCheckOutcome',
  '抽查结果. What a check of a drawn enterprise has found.',
  {
    NO_PROBLEM: '未发现问题. Nothing was found.',
    CORRECTED: '发现问题，已责令改正. Something was found and is to be put right.',
    CASE_OPENED: '发现违法行为，已立案. A breach was found and a case opened.',
    NOT_COOPERATING: '不配合检查，情节严重. The check was gravely obstructed.',
    UNREACHABLE: '通过登记的住所无法联系. Not found at its registered address.',
  },
);
export type DrawCheckOutcome = keyof typeof DrawCheckOutcome;

/** What the check of a drawn enterprise has found: for agencies, and for anyone once it is published. */
@Noun('双随机检查结果. The result of a check of an enterprise that was drawn.', { key: false })
@Index('draw_check_by_region', ['regionCode', 'id'])
@Index('draw_check_by_draw', ['drawId', 'id'])
export class DrawCheck {
  @Key('PUBLIC', id(60), '检查结果编号. The id of the result: draw and enterprise.')
  id: string;

  @Fact('PUBLIC', id(36), '抽取编号. The id of the draw.', { always: true })
  drawId: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'PUBLIC',
    '被抽中、受检查的单位. The enterprise that was drawn and checked.',
    {
      index: true,
      back: {
        name: 'drawChecks',
        level: 'PUBLIC',
        says: '双随机检查结果，新的在前；公众仅见已公示的. The results of checks of it that were drawn, the latest first; the public sees those published.',
        order: ['checkedOn', 'id'],
        descending: true,
        period: 'checkedOn',
        state: 'outcome',
      },
      as: 'enterprise',
    },
  )
  uscc: string;

  @Kept(regionCode, '组织抽查部门的区划代码. The division of the department that draws.')
  regionCode: string;

  @Fact('PUBLIC', date, '检查日期. The day of the check.', { always: true })
  checkedOn: string;

  @Fact('PUBLIC', oneOf(DrawCheckOutcome, 16), '检查结果. The result of the check.', { always: true })
  outcome: DrawCheckOutcome;

  @Fact('PUBLIC', date, '公示日期. The day since which the public sees it.', { optional: true })
  publishedOn: string | null;
}

export const DRAW_CHECKS: List<DrawCheck> = {
  name: 'drawChecks',
  entity: DrawCheck,
  order: ['regionCode', 'id'],
};
export const CHECKS_OF_DRAW: List<DrawCheck> = { name: 'checksOfDraw', entity: DrawCheck, order: ['id'] };

export const RecordDrawCheckInput = inputType(
  'RecordDrawCheckInput',
  '检查结果. What the check of a drawn enterprise has found.',
  {
    ...asking(DrawCheck, ['drawId', 'uscc', 'checkedOn', 'outcome']),
  },
);
export type RecordDrawCheckInput = InstanceType<typeof RecordDrawCheckInput>;
