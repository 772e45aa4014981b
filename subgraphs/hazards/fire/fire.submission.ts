import { checkDay, submissionOf, type Caller } from '../../kernel';
import { FireCheck, FireCheckInput } from './fire-check';
import { FireKeyUnit, FireKeyUnitInput } from './fire-key-unit';
import { FIVE, FireUnitsNotYours, sealedGuarantors } from './fire.rules';

function checkFire({ department }: Caller): void {
  if (department !== 'FIRE_RESCUE') throw FireUnitsNotYours({ department });
}

export const fireKeyUnitSubmission = submissionOf(FireKeyUnit, FireKeyUnitInput, {
  kind: 'fire-key-units',
  row(record, { caller, today, settings }) {
    checkFire(caller);
    checkDay('designatedOn', record.designatedOn, { to: today });
    checkDay('onlineSince', record.onlineSince, { to: today });
    return {
      ...sealedGuarantors(record, settings.dataKey),
      complete: FIVE.every((field) => record[field] !== null),
    };
  },
});

export const fireCheckSubmission = submissionOf(FireCheck, FireCheckInput, {
  kind: 'fire-checks',
  row({ checkedOn, riskFactors, toClear, toControl, hazardNumbers }, { caller, today }) {
    checkFire(caller);
    checkDay('checkedOn', checkedOn, { to: today });
    return {
      riskFactors: riskFactors ?? [],
      toClear: toClear ?? [],
      toControl: toControl ?? [],
      hazardNumbers: hazardNumbers ?? [],
    };
  },
});
