import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  Kept,
  Submitted,
  asId,
  asText,
  asked,
  code,
  date,
  departmentCode,
  inputOf,
  inputType,
  moment,
  oneOf,
  printedCode,
  prose,
  regionCode,
  text,
  whole,
} from '../../kernel';
import { BesideKind } from './beside';
import { points } from './points';

const many = whole(0, 2_000_000_000);

/** What was counted for an indicator or beside it, with the query that lists the records behind it. */
@Entity()
@Index('assessment_figure_by_assessment', ['assessmentId', 'indicator'])
@Index('assessment_figure_by_source', ['source', 'sourceId'], { unique: true })
export class AssessmentFigure extends Submitted {
  /** Assessment, indicator and what stands beside it: sent again, it is a correction. */
  @CodeColumn(60, { primary: true })
  id: string;

  @Kept(code(24), '考核编号. The assessment that it counts in.') assessmentId: string;

  @Kept(code(7), '季度，如 2026-Q3. The quarter that is assessed.') quarter: string;

  @Kept(regionCode, '被考核区划. The division that is assessed.') regionCode: string;

  @Kept(
    printedCode(12),
    '指标代码，见 assessmentModel；录入评分的除外. An indicator that is computed, not entered.',
  )
  indicator: string;

  @Kept(
    oneOf(BesideKind, 24),
    '参看数据的种类；指标本身的数据不填. The kind of figure that is read beside the indicator, counted in `numerator`; left out for the figure of the indicator itself.',
    { optional: true },
  )
  beside: BesideKind | null;

  @Kept(many, '分子；扣分指标、参看数据为件数. The numerator, or the number of cases for a deduction.')
  numerator: number;

  @Kept(
    many,
    '分母；扣分指标不填；为 0 即无可评. The denominator; left out for a deduction; 0 says that there is nothing to score.',
    {
      optional: true,
    },
  )
  denominator: number | null;

  @Kept(
    prose(2000),
    '佐证：列出相应记录的本接口查询. The query of this API that lists the records behind it.',
  )
  evidence: string;

  @Kept(departmentCode, '报送部门. The department that has submitted it.', { optional: true })
  departmentCode: string | null;

  @Kept(date, '数据日期. The day that it was counted.') measuredOn: string;

  /** Its evidence is the query of `counted.ts` for this division and quarter, which anyone may send and count. */
  @Column('boolean', { default: false }) computed: boolean;

  @Column('boolean') synthetic: boolean;
}

export const AssessmentFigureInput = inputOf(
  AssessmentFigure,
  '考核数据报送. A figure of the assessment as a department submits it.',
  ['quarter', 'regionCode', 'indicator', 'beside', 'numerator', 'denominator', 'evidence', 'measuredOn'],
);
export type AssessmentFigureInput = InstanceType<typeof AssessmentFigureInput>;

/** What those who assess have entered; a later entry stands in place of an earlier one, which is kept. */
@Entity()
@Index('entered_score_by_assessment', ['assessmentId', 'indicator', 'nth'], { unique: true })
export class EnteredScore {
  @CodeColumn(60, { primary: true })
  id: string;

  @Kept(code(24), '考核编号. The assessment that it counts in.') assessmentId: string;

  @Kept(printedCode(12), '指标代码. The indicator that it was entered for.') indicator: string;

  @Kept(many, '次序，从 1 起. Its place among the entries for the indicator, from 1.') nth: number;

  @Kept(points, '得分，减分为负. The points, less than 0 if taken away.') points: number;

  @Kept(
    prose(2000),
    '依据：巡查记录、文件或查询. The record of the visit, the document or the query that it rests on.',
  )
  evidence: string;

  @Kept(text(200), '录入人. The officer who has entered it.') enteredBy: string;

  @Kept(departmentCode, '录入部门. The department of that officer.', { optional: true }) departmentCode:
    string | null;

  @Kept(moment, '录入时间. The moment at which it was entered.') enteredAt: Date;
}

const quarter = asked(text(7), '季度，如 2026-Q3. The quarter that is assessed.');

export const EnterScoreInput = inputType(
  'EnterScoreInput',
  '评分录入. A score that is entered after a visit or from files.',
  {
    quarter,
    region: asked(asText(regionCode), '被考核区划. The division that is assessed.'),
    indicator: asked(asId(printedCode(12)), '指标代码，见 assessmentModel. An indicator that is entered.'),
    points: asked(points, '得分，减分为负. The points, less than 0 if taken away.'),
    evidence: asked(
      prose(2000),
      '依据：巡查记录、文件或查询. The record of the visit, the document or the query that it rests on.',
    ),
  },
);
export type EnterScoreInput = InstanceType<typeof EnterScoreInput>;

export const ConfirmAssessmentInput = inputType(
  'ConfirmAssessmentInput',
  '考核确认. The confirmation of a quarter’s ranking.',
  {
    quarter,
    region: asked(
      asText(regionCode),
      '考核方区划，其下级一并确认. The division that assesses: all members below it are confirmed together.',
    ),
    reason: asked(prose(500), '确认说明. What is to be said with the confirmation.'),
  },
);
