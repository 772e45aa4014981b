import sql from 'sql-template-tag';
import { fields, manyBy, workedOut } from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { JointMeasure, jointMeasures } from '../measure';
import { MeasureFeedback } from './feedback';

const feedbackOfListing = manyBy(MeasureFeedback, 'listingId', sql`taken_on, id`);

export const feedbackFields = fields(MeasureFeedback, {
  measure: workedOut(
    'UNCONDITIONAL',
    () => JointMeasure,
    '实施的措施. The measure that was applied.',
    ({ measureCode }) => jointMeasures.find(({ code }) => code === measureCode),
  ),
});

export const listingFeedback = fields(DishonestyListing, {
  feedback: workedOut(
    'UNCONDITIONAL',
    () => [MeasureFeedback],
    '联合惩戒反馈，按日期排序. What departments have done, by date.',
    ({ id }, context) => feedbackOfListing(context)(id),
  ),
});
