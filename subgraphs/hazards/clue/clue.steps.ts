import { asId, asked, asking, inputType, oneOf, paperNumber, procedure, prose } from '../../kernel';
import { judged } from '../criterion/criterion.rules';
import { verifiedAtOnce } from '../hazard/hazard.reporting';
import { HazardGrade } from '../hazard/hazard.terms';
import { HazardClue, HazardClueStatus } from './clue';
import { checkCompetentFor } from './clue.rules';

const clue = asking(HazardClue, ['number']);

export const VerifyHazardClueInput = inputType(
  'VerifyHazardClueInput',
  '核实线索为隐患. What the officer has found on the spot.',
  {
    ...clue,
    grade: asked(oneOf(HazardGrade), '认定等级，默认重大. The grade that was found; by default major.', {
      optional: true,
    }),
    ...asking(HazardClue, ['criterionCode']),
    description: asked(prose(1000), '隐患描述. A description of what is wrong.'),
    evidence: asked(prose(500), '仍在使用的证明材料. What shows that the device is still in use.'),
  },
);
export const DismissHazardClueInput = inputType(
  'DismissHazardClueInput',
  '线索核实不属实. The dismissal of a clue, with its reason.',
  { ...clue, reason: asked(prose(500), '理由. The reason for which it is no hazard.') },
);
export const OrderOnHazardClueInput = inputType(
  'OrderOnHazardClueInput',
  '下达监察指令. The order that was issued.',
  {
    ...clue,
    orderNumber: asked(asId(paperNumber(64)), '监察指令书编号. The number of the order.'),
  },
);

/** What becomes of a clue is an officer's decision, of the competent kind of department. */
export const clueSteps = procedure(
  HazardClue,
  { scope: 'hazards', key: 'number', states: HazardClueStatus, admit: checkCompetentFor },
  {
    verifyHazardClue: {
      from: ['OPEN'],
      to: 'VERIFIED',
      scope: 'decide',
      done: 'verified',
      says: '核实线索：设备仍在使用，入库为隐患. Finds that the device is still in use: a hazard is in the database.',
      input: VerifyHazardClueInput,
      async decide(row, { description, evidence, ...stated }, context, tx) {
        const { today, caller } = context;
        const { uscc, equipmentCode, regionCode, synthetic, criterionCode, number: originReference } = row;
        const found = { domain: 'SPECIAL_EQUIPMENT', foundOn: today } as const;
        const hazardNumber = await verifiedAtOnce(tx, context, {
          ...found,
          ...judged({ ...found, grade: 'MAJOR', criterionCode }, stated),
          description,
          evidence,
          uscc,
          equipmentCode,
          regionCode,
          originReference,
          synthetic,
        });
        return { hazardNumber, evidence, decidedOn: today, decidedBy: caller.subject };
      },
    },
    dismissHazardClue: {
      from: ['OPEN'],
      to: 'DISMISSED',
      scope: 'decide',
      done: 'dismissed',
      says: '线索核实不属实，写明理由. Dismisses a clue, with the reason.',
      input: DismissHazardClueInput,
      decide: (_, { reason }, { today, caller }) => ({
        reason,
        decidedOn: today,
        decidedBy: caller.subject,
      }),
    },
    orderOnHazardClue: {
      from: ['OPEN'],
      to: 'ORDERED',
      scope: 'decide',
      done: 'ordered',
      says: '就线索下达特种设备安全监察指令. Puts down that a supervisory order was issued.',
      input: OrderOnHazardClueInput,
      decide: (_, { orderNumber }, { today, caller }) => ({
        orderNumber,
        decidedOn: today,
        decidedBy: caller.subject,
      }),
    },
  },
);
