import { ReferenceUnknown, checkDay, submissionOf, termOf } from '../../kernel';
import { currentKind } from '../kind/equipment-kind.rules';
import { catalogue } from '../kind/catalogue';
import { cylinderDue } from './cylinder-cycles';
import { CylinderFilling, CylinderFillingInput } from './cylinder-filling';
import { refusalError, refusalOn, type FilledCylinder } from './cylinder.rules';
import { GasCylinder, GasCylinderInput } from './gas-cylinder';

export const gasCylinderSubmission = submissionOf(GasCylinder, GasCylinderInput, {
  kind: 'gas-cylinders',
  prepare: async (context) => ({ today: context.today, kinds: await catalogue(context) }),
  row({ kindCode, medium, manufacturedOn, lastInspectedOn, nextInspectionDue }, { today, kinds }) {
    checkDay('manufacturedOn', manufacturedOn, { to: today });
    checkDay('lastInspectedOn', lastInspectedOn, { to: today });
    return {
      kindCode: currentKind(kinds, kindCode),
      nextInspectionDue: nextInspectionDue ?? cylinderDue(medium, lastInspectedOn ?? manufacturedOn),
    };
  },
});

export const cylinderFillingSubmission = submissionOf(CylinderFilling, CylinderFillingInput, {
  kind: 'cylinder-fillings',
  async prepare({ db, today }, _, records) {
    const cylinders = await db.read<FilledCylinder & { serial: string }>(
      'SELECT serial, status, next_inspection_due AS "nextInspectionDue" FROM gas_cylinder WHERE serial = ANY($1::varchar[])',
      [records.map(({ cylinderSerial }) => cylinderSerial)],
    );
    return { known: new Map(cylinders.map((cylinder) => [cylinder.serial, cylinder])), today };
  },
  row({ cylinderSerial, filledOn, refusal }, { known, today }) {
    const cylinder = known.get(cylinderSerial);
    if (!cylinder)
      throw ReferenceUnknown({ field: 'cylinderSerial', target: termOf(GasCylinder), got: cylinderSerial });
    checkDay('filledOn', filledOn, { to: today });
    return { refusal: refusal ?? refusalOn(cylinder, filledOn), refusedByFiller: refusal !== null };
  },
  refusalOf: refusalError,
});
