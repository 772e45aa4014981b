import { submissionOf } from '../../kernel';
import { checkSource } from '../decision/propose';
import { checkMeasures } from '../measure';
import { DishonestyListing, ListingInput } from './listing';
import { statusOn, subjectOf, termOf } from './listing.rules';
import { checkCourse, checkDepartment, checkOwner, checkSubject } from './submission.rules';

export const listingSubmission = submissionOf(DishonestyListing, ListingInput, {
  kind: 'listings',
  decided: {
    status: { NOTIFIED: false, LISTED: true, EXPIRED: true, REMOVED_EARLY: true, REVOKED: true },
  },
  document: 'basisDocument',
  checkSource,
  row(record, { caller, today }) {
    checkOwner(record.list, caller);
    checkDepartment(record, caller);
    checkSubject(record);
    const term = termOf(record.list, record.listedOn);
    checkCourse(record, term.expiresOn, today);
    return {
      ...term,
      // whose term was over when it came was never published here
      status: statusOn({ status: record.status, expiresOn: term.expiresOn }, today),
      measures: checkMeasures(record.measures ?? [], record.list),
      matterCodes: record.matterCodes ?? [],
      subject: subjectOf(record),
    };
  },
});
