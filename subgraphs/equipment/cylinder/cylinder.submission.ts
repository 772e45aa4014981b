import { ReferenceUnknown, isSynthetic, type Submission, checkDay } from '../../kernel';
import { currentKind, type Catalogue } from '../kind/equipment-kind.rules';
import { catalogue } from '../kind/reference';
import { cylinderDue } from './cylinder-cycles';
import { CylinderFilling } from './cylinder-filling';
import { CylinderFillingInput, GasCylinderInput } from './cylinder.inputs';
import { refusalError, refusalOn, type FilledCylinder } from './cylinder.rules';
import { GasCylinder } from './gas-cylinder';

export const gasCylinderSubmission: Submission<GasCylinderInput, GasCylinder, { today: string; kinds: Catalogue }> = {
  kind: 'gas-cylinders',
  term: { zh: '气瓶', en: 'gas cylinder' },
  mutation: 'submitGasCylinders',
  subgraph: 'equipment',
  input: GasCylinderInput,
  entity: GasCylinder,
  key: 'serial',
  prepare: async (context) => ({ today: context.today, kinds: await catalogue(context) }),
  toRow({ sourceId: _, revision: __, ...record }, { today, kinds }, source) {
    const { medium, manufacturedOn, lastInspectedOn } = record;
    checkDay('manufacturedOn', manufacturedOn, { to: today });
    checkDay('lastInspectedOn', lastInspectedOn, { to: today });
    const nextInspectionDue = record.nextInspectionDue ?? cylinderDue(medium, lastInspectedOn ?? manufacturedOn);
    return { ...record, kindCode: currentKind(kinds, record.kindCode), nextInspectionDue, synthetic: isSynthetic(source) };
  },
};

interface Prepared {
  /** The cylinders of the batch that are known. */
  known: ReadonlyMap<string, FilledCylinder>;
  today: string;
}

export const cylinderFillingSubmission: Submission<CylinderFillingInput, CylinderFilling, Prepared> = {
  kind: 'cylinder-fillings',
  term: { zh: '气瓶充装记录', en: 'filling' },
  mutation: 'submitCylinderFillings',
  subgraph: 'equipment',
  input: CylinderFillingInput,
  entity: CylinderFilling,
  key: 'id',
  async prepare({ db, today }, _, records) {
    const cylinders = await db.read<FilledCylinder & { serial: string }>(
      'SELECT serial, status, next_inspection_due AS "nextInspectionDue" FROM gas_cylinder WHERE serial = ANY($1::varchar[])',
      [records.map(({ cylinderSerial }) => cylinderSerial)],
    );
    return { known: new Map(cylinders.map((cylinder) => [cylinder.serial, cylinder])), today };
  },
  toRow({ sourceId, revision: _, ...record }, { known, today }, source) {
    const { cylinderSerial, filledOn } = record;
    const cylinder = known.get(cylinderSerial);
    if (!cylinder) throw ReferenceUnknown({ field: 'cylinderSerial', target: { zh: '气瓶', en: 'gas cylinder' }, got: cylinderSerial });
    checkDay('filledOn', filledOn, { to: today });
    const refusal = record.refusal ?? refusalOn(cylinder, filledOn);
    return { ...record, id: `${cylinderSerial}/${source}/${sourceId}`, refusal, refusedByFiller: record.refusal !== null };
  },
  refusalOf: refusalError,
};
