import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  asText,
  code,
  date,
  departmentCode,
  inputOf,
  printedCode,
  prose,
  regionCode,
} from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { Department } from '../others';

/** What a department has done to a listed subject: without it nobody knows whether a measure bites. */
@Noun('联合惩戒反馈. That a department has applied a measure to a listed subject.', {
  key: false,
  term: { zh: '联合惩戒反馈', en: 'feedback on a measure' },
})
@Index('measure_feedback_by_listing', ['listingId', 'takenOn', 'id'])
export class MeasureFeedback extends Submitted {
  @Id(null, '编号. The id of the record.') id: string;

  @RefersTo(() => DishonestyListing, code(130), 'UNCONDITIONAL', '列入记录编号. The id of the listing.', {
    back: {
      name: 'feedback',
      level: 'UNCONDITIONAL',
      says: '联合惩戒反馈. What was done about it.',
      byHand: true,
    },
  })
  listingId: string;

  @Kept(printedCode(40), '措施代码，见 jointMeasures. The code of a measure of that list.')
  measureCode: string;

  @RefersTo(
    () => Department,
    asText(departmentCode),
    'UNCONDITIONAL',
    '实施部门（代码）. The department that applied the measure, by its code.',
    {
      as: 'department',
      stated: '实施部门代码. The department that applied it.',
    },
  )
  departmentCode: string;

  @Kept(regionCode, '实施部门所在区划代码. The division of that department.')
  regionCode: string;

  @Fact('UNCONDITIONAL', date, '实施日期. The day on which the measure was applied.')
  takenOn: string;

  @Fact('UNCONDITIONAL', prose(500), '实施结果. The result of the measure.')
  result: string;
}

export const MeasureFeedbackInput = inputOf(
  MeasureFeedback,
  '联合惩戒反馈报送. What a department has done to a listed subject.',
  ['listingId', 'measureCode', 'departmentCode', 'regionCode', 'takenOn', 'result'],
);
