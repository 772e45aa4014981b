import { isSynthetic, type Caller, type Submission } from '../../kernel';
import { checkSource } from '../decision/decision.service';
import { DishonestyListing } from './listing';
import { ListingInput } from './listing.inputs';
import { statusOn, termOf } from './listing.rules';
import { checkMeasures } from '../measure';
import { checkCourse, checkDepartment, checkOwner, checkSubject } from './submission.rules';

interface Prepared {
  caller: Caller;
  today: string;
}

export const listingSubmission: Submission<ListingInput, DishonestyListing, Prepared> = {
  kind: 'listings',
  term: { zh: '列入记录', en: 'listing' },
  mutation: 'submitListings',
  subgraph: 'credit',
  input: ListingInput,
  entity: DishonestyListing,
  key: 'id',
  checkSource,
  async prepare({ caller, today }) {
    return { caller, today };
  },
  toRow(record, { caller, today }, source) {
    const { sourceId, revision: _, ...stated } = record;
    checkOwner(record.list, caller);
    checkDepartment(record, caller);
    checkSubject(record);
    const term = termOf(record.list, record.listedOn);
    checkCourse(record, term.expiresOn, today);
    return {
      ...stated,
      ...term,
      // whose term was over when it came was never published here
      status: statusOn({ status: record.status, ...term }, today),
      id: `${source}/${sourceId}`,
      measures: checkMeasures(record.measures ?? [], record.list),
      matterCodes: record.matterCodes ?? [],
      synthetic: isSynthetic(source),
    };
  },
};
