import { checkSourceId, masked, normalCode, personIdOf, pseudonym, seal, submissionOf } from '../../kernel';
import { itemOn } from './item.rules';
import { pseudonymsOf } from './personal';
import { Qualification, QualificationInput } from './qualification';
import { checkIssuer, daysOf } from './qualification.rules';

export const qualificationSubmission = submissionOf(Qualification, QualificationInput, {
  kind: 'qualifications',
  // to issue a certificate is a decision, whatever became of it
  decided: 'always',
  document: 'numberPseudonym',
  row(record, { caller, settings: { dataKey }, today }, source) {
    const { sourceId, scheme, item, number, holderName, idNumber, issuedOn } = record;
    checkSourceId(sourceId);
    checkIssuer(scheme, caller.department);
    const pseudonyms = pseudonymsOf(number, holderName, dataKey);
    return {
      ...daysOf(record, today),
      id: pseudonym('qualification', [source, scheme, normalCode(number), item].join('\0'), dataKey),
      personId: personIdOf(idNumber, dataKey),
      itemId: itemOn(scheme, item, issuedOn).id,
      statedItem: item,
      holderName: masked(holderName),
      sealedName: seal(holderName, dataKey),
      sealedNumber: seal(number, dataKey),
      sealedIdNumber: seal(idNumber, dataKey),
      numberPseudonym: pseudonyms.number,
      holderPseudonym: pseudonyms.holder,
    };
  },
});
