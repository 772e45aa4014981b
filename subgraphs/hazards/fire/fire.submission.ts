import { checkDay } from '../../kernel';
import type { Caller, Submission } from '../../kernel';
import { FireCheck } from './fire-check';
import { FireKeyUnit } from './fire-key-unit';
import { FireCheckInput, FireKeyUnitInput } from './fire.inputs';
import { FIVE, FireUnitsNotYours, sealedGuarantors } from './fire.rules';

interface Prepared {
  caller: Caller;
  today: string;
}

function checkFire({ department }: Caller): void {
  if (department !== 'FIRE_RESCUE') throw FireUnitsNotYours({ department });
}

export const fireKeyUnitSubmission: Submission<FireKeyUnitInput, FireKeyUnit, Prepared & { dataKey: Uint8Array }> = {
  kind: 'fire-key-units',
  term: { zh: '消防安全重点单位', en: 'key fire unit' },
  mutation: 'submitFireKeyUnits',
  subgraph: 'hazards',
  input: FireKeyUnitInput,
  entity: FireKeyUnit,
  key: 'uscc',
  prepare: async ({ caller, today, settings }) => ({ caller, today, dataKey: settings.dataKey }),
  toRow({ sourceId: _, revision: __, ...record }, { caller, today, dataKey }) {
    checkFire(caller);
    checkDay('designatedOn', record.designatedOn, { to: today });
    checkDay('onlineSince', record.onlineSince, { to: today });
    return { ...record, ...sealedGuarantors(record, dataKey), complete: FIVE.every((field) => record[field] !== null) };
  },
};

export const fireCheckSubmission: Submission<FireCheckInput, FireCheck, Prepared> = {
  kind: 'fire-checks',
  term: { zh: '消防检查记录', en: 'fire check' },
  mutation: 'submitFireChecks',
  subgraph: 'hazards',
  input: FireCheckInput,
  entity: FireCheck,
  key: 'id',
  prepare: async ({ caller, today }) => ({ caller, today }),
  toRow({ sourceId, revision: _, ...record }, { caller, today }, source) {
    checkFire(caller);
    checkDay('checkedOn', record.checkedOn, { to: today });
    const { riskFactors, toClear, toControl, hazardNumbers } = record;
    const lists = {
      riskFactors: riskFactors ?? [],
      toClear: toClear ?? [],
      toControl: toControl ?? [],
      hazardNumbers: hazardNumbers ?? [],
    };
    return { ...record, ...lists, id: `${source}/${sourceId}` };
  },
};
