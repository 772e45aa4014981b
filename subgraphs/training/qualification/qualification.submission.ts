import { isSynthetic, pseudonym, seal, type RequestContext, type Submission, checkSourceId, masked, personIdOf } from '../../kernel';
import { itemOn } from './item.rules';
import { holderPseudonym, normalized, numberPseudonym } from './personal';
import { Qualification } from './qualification';
import { QualificationInput } from './qualification.inputs';
import { checkIssuer, daysOf } from './qualification.rules';

export const qualificationSubmission: Submission<QualificationInput, Qualification, RequestContext> = {
  kind: 'qualifications',
  term: { zh: '人员资格', en: 'qualification' },
  mutation: 'submitQualifications',
  subgraph: 'training',
  input: QualificationInput,
  entity: Qualification,
  key: 'id',
  async prepare(context) {
    return context;
  },
  toRow(record, { caller, settings: { dataKey }, today }, source) {
    const { sourceId, revision: _, item, number, holderName, idNumber, matterCodes, ...stated } = record;
    checkSourceId(sourceId);
    checkIssuer(record.scheme, caller.department);
    return {
      ...stated,
      ...daysOf(record, today),
      id: pseudonym('qualification', [source, record.scheme, normalized(number), item].join('\0'), dataKey),
      personId: personIdOf(idNumber, dataKey),
      itemId: itemOn(record.scheme, item, record.issuedOn).id,
      statedItem: item,
      holderName: masked(holderName),
      sealedName: seal(holderName, dataKey),
      sealedNumber: seal(number, dataKey),
      sealedIdNumber: seal(idNumber, dataKey),
      numberPseudonym: numberPseudonym(number, dataKey),
      holderPseudonym: holderPseudonym(number, holderName, dataKey),
      matterCodes: matterCodes ?? [],
      synthetic: isSynthetic(source),
    };
  },
};
