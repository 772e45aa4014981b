import { Float, ID, InputType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  Asked,
  CodeColumn,
  NumberInvalid,
  Sent,
  Submitted,
  SubmittedInput,
  date,
  regionCode,
  text,
  whole,
  type Reader,
} from '../../kernel';

/** What was counted for an indicator, with the query that lists the records behind it. */
@Entity()
@Index('assessment_figure_by_assessment', ['assessmentId', 'indicator'])
@Index('assessment_figure_by_source', ['source', 'sourceId'], { unique: true })
export class AssessmentFigure extends Submitted {
  @CodeColumn(60, { primary: true })
  id: string;

  @CodeColumn(24)
  assessmentId: string;

  @CodeColumn(7)
  quarter: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(12)
  indicator: string;

  @Column('int')
  numerator: number;

  @Column('int', { nullable: true })
  denominator: number | null;

  @Column('varchar', { length: 2000 })
  evidence: string;

  @CodeColumn(40, { nullable: true })
  departmentCode: string | null;

  @Column('date')
  measuredOn: string;

  @Column('boolean')
  synthetic: boolean;
}

/** What those who assess have entered; a later entry stands in place of an earlier one, which is kept. */
@Entity()
@Index('entered_score_by_assessment', ['assessmentId', 'indicator', 'nth'], { unique: true })
export class EnteredScore {
  @CodeColumn(60, { primary: true })
  id: string;

  @CodeColumn(24)
  assessmentId: string;

  @CodeColumn(12)
  indicator: string;

  @Column('int')
  nth: number;

  @Column('double precision')
  points: number;

  @Column('varchar', { length: 2000 })
  evidence: string;

  @Column('varchar', { length: 200 })
  enteredBy: string;

  @CodeColumn(40, { nullable: true })
  departmentCode: string | null;

  @Column('timestamptz')
  enteredAt: Date;
}

const COUNT = whole(0, 2_000_000_000);

@InputType({ description: '考核数据报送. A figure of the assessment as a department submits it.' })
export class AssessmentFigureInput extends SubmittedInput {
  @Sent(text(7), '季度，如 2026-Q3. The quarter.')
  quarter: string;

  @Sent(regionCode, '被考核区划. The division that is assessed.')
  regionCode: string;

  @Sent(text(12), '指标代码，见 assessmentModel；录入评分的除外. An indicator that is computed, not entered.')
  indicator: string;

  @Sent(COUNT, '分子；扣分指标为次数. The numerator, or the number of cases for a deduction.')
  numerator: number;

  @Sent(COUNT, '分母；扣分指标不填；为 0 即无可评. The denominator; left out for a deduction; 0 says that there is nothing to score.', {
    optional: true,
  })
  denominator: number | null;

  @Sent(text(2000), '佐证：列出相应记录的本接口查询. The query of this API that lists the records behind it.')
  evidence: string;

  @Sent(date, '数据日期. The day that it was counted.')
  measuredOn: string;
}

const points: Reader<number> = {
  wire: 'number',
  parse(value, field) {
    if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 100) return value;
    throw NumberInvalid({ field, min: -100, max: 100, got: value });
  },
};

@InputType({ description: '评分录入. A score that is entered after a visit or from files.' })
export class EnterScoreInput {
  @Asked(() => String, text(7), '季度，如 2026-Q3. The quarter.')
  quarter: string;

  @Asked(() => String, regionCode, '被考核区划. The division that is assessed.')
  region: string;

  @Asked(() => ID, text(12), '指标代码，见 assessmentModel. An indicator that is entered.')
  indicator: string;

  @Asked(() => Float, points, '得分，减分为负. Its points, less than 0 if taken away.')
  points: number;

  @Asked(() => String, text(2000), '依据：巡查记录、文件或查询. What it rests on.')
  evidence: string;
}

@InputType({ description: '考核确认. The confirmation of a quarter’s ranking.' })
export class ConfirmAssessmentInput {
  @Asked(() => String, text(7), '季度，如 2026-Q3. The quarter.')
  quarter: string;

  @Asked(() => String, regionCode, '考核方区划，其下级一并确认. The division that assesses: all members below it are confirmed together.')
  region: string;

  @Asked(() => String, text(500), '确认说明. Why it is confirmed.')
  reason: string;
}
