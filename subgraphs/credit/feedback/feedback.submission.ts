import { InputType } from 'type-graphql';
import { ReferenceUnknown, Sent, SubmittedInput, date, regionCode, text, type Submission, checkDay } from '../../kernel';
import type { DishonestyList } from '../listing/listing.terms';
import { measuresOf } from '../measure';
import { MeasureFeedback } from './feedback';

@InputType({ description: '联合惩戒反馈报送. What a department has done to a listed subject.' })
export class MeasureFeedbackInput extends SubmittedInput {
  @Sent(text(130), '列入记录编号. The id of the listing.')
  listingId: string;

  @Sent(text(40), '措施代码，见 jointMeasures. The code of a measure of that list.')
  measureCode: string;

  @Sent(text(40), '实施部门代码. The department that applied it.')
  departmentCode: string;

  @Sent(regionCode, '实施部门所在区划代码. The division of that department.')
  regionCode: string;

  @Sent(date, '实施日期. When it was applied.')
  takenOn: string;

  @Sent(text(500), '实施结果. What came of it.')
  result: string;
}

interface Listed {
  list: DishonestyList;
  listedOn: string | null;
}

export const feedbackSubmission: Submission<MeasureFeedbackInput, MeasureFeedback, { today: string; listings: Map<string, Listed> }> = {
  kind: 'measure-feedback',
  term: { zh: '联合惩戒反馈', en: 'feedback on a measure' },
  mutation: 'submitMeasureFeedback',
  subgraph: 'credit',
  input: MeasureFeedbackInput,
  entity: MeasureFeedback,
  key: 'id',
  /** The listings of the batch. */
  async prepare({ db, today }, _, records) {
    const rows = await db.read<Listed & { id: string }>(
      'SELECT id, list, listed_on AS "listedOn" FROM dishonesty_listing WHERE id = ANY($1::varchar[])',
      [[...new Set(records.map(({ listingId }) => listingId))]],
    );
    return { today, listings: new Map(rows.map((row) => [row.id, row])) };
  },
  toRow({ sourceId, revision: _, ...record }, { today, listings }, source) {
    const { listingId, measureCode, takenOn } = record;
    const listing = listings.get(listingId);
    if (!listing?.listedOn) throw ReferenceUnknown({ field: 'listingId', target: { zh: '列入记录', en: 'listing' }, got: listingId });
    const codes = measuresOf(listing.list).map(({ code }) => code);
    if (!codes.includes(measureCode))
      throw ReferenceUnknown({ field: 'measureCode', target: { zh: '该名单的惩戒措施', en: 'measure of this list' }, got: measureCode });
    checkDay('takenOn', takenOn, { from: listing.listedOn, to: today });
    return { ...record, id: `${source}/${sourceId}` };
  },
};
