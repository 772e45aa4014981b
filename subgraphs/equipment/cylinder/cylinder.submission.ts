import { ReferenceUnknown, isSynthetic, type Submission } from '../../kernel';
import { checkPast } from '../inspection/inspection.rules';
import { cylinderDue } from './cylinder-cycles';
import { CylinderFilling } from './cylinder-filling';
import { CylinderFillingInput, GasCylinderInput } from './cylinder.inputs';
import { GasCylinder } from './gas-cylinder';

export const gasCylinderSubmission: Submission<GasCylinderInput, GasCylinder, { today: string }> = {
  kind: 'gas-cylinders',
  term: '气瓶',
  mutation: 'submitGasCylinders',
  subgraph: 'equipment',
  input: GasCylinderInput,
  entity: GasCylinder,
  key: 'serial',
  prepare: async ({ today }) => ({ today }),
  toRow({ sourceId: _, revision: __, ...record }, { today }, source) {
    const { medium, manufacturedOn, lastInspectedOn } = record;
    checkPast('manufacturedOn', manufacturedOn, today);
    if (lastInspectedOn !== null) checkPast('lastInspectedOn', lastInspectedOn, today);
    const nextInspectionDue = record.nextInspectionDue ?? cylinderDue(medium, lastInspectedOn ?? manufacturedOn);
    return { ...record, nextInspectionDue, synthetic: isSynthetic(source) };
  },
};

interface Prepared {
  /** The cylinders of the batch that are known. */
  known: ReadonlySet<string>;
  today: string;
}

export const cylinderFillingSubmission: Submission<CylinderFillingInput, CylinderFilling, Prepared> = {
  kind: 'cylinder-fillings',
  term: '气瓶充装记录',
  mutation: 'submitCylinderFillings',
  subgraph: 'equipment',
  input: CylinderFillingInput,
  entity: CylinderFilling,
  key: 'id',
  async prepare({ db, today }, _, records) {
    const cylinders = await db.read<{ serial: string }>('SELECT serial FROM gas_cylinder WHERE serial = ANY($1::varchar[])', [
      records.map(({ cylinderSerial }) => cylinderSerial),
    ]);
    return { known: new Set(cylinders.map(({ serial }) => serial)), today };
  },
  toRow({ sourceId, revision: _, ...record }, { known, today }, source) {
    const { cylinderSerial, filledOn } = record;
    if (!known.has(cylinderSerial)) throw ReferenceUnknown({ field: 'cylinderSerial', target: 'gasCylinder', got: cylinderSerial });
    checkPast('filledOn', filledOn, today);
    return { ...record, id: `${cylinderSerial}/${source}/${sourceId}` };
  },
};
