import { ReferenceUnknown, checkDay, submissionOf } from '../../kernel';
import type { DishonestyListing } from '../listing/listing';
import { measuresOf } from '../measure';
import { MeasureFeedback, MeasureFeedbackInput } from './feedback';

type Listed = Pick<DishonestyListing, 'id' | 'list' | 'listedOn'>;

export const feedbackSubmission = submissionOf(MeasureFeedback, MeasureFeedbackInput, {
  kind: 'measure-feedback',
  /** The listings of the batch. */
  async prepare({ db, today }, _, records) {
    const rows = await db.read<Listed>(
      'SELECT id, list, listed_on AS "listedOn" FROM dishonesty_listing WHERE id = ANY($1::varchar[])',
      [[...new Set(records.map(({ listingId }) => listingId))]],
    );
    return { today, listings: new Map(rows.map((row) => [row.id, row])) };
  },
  row({ listingId, measureCode, takenOn }, { today, listings }) {
    const listing = listings.get(listingId);
    if (!listing?.listedOn)
      throw ReferenceUnknown({
        field: 'listingId',
        target: { zh: '列入记录', en: 'listing' },
        got: listingId,
      });
    const codes = measuresOf(listing.list).map(({ code }) => code);
    if (!codes.includes(measureCode))
      throw ReferenceUnknown({
        field: 'measureCode',
        target: { zh: '该名单的惩戒措施', en: 'measure of this list' },
        got: measureCode,
      });
    checkDay('takenOn', takenOn, { from: listing.listedOn, to: today });
    return {};
  },
});
