import { getMetadataArgsStorage } from 'typeorm';
import { declaredReferences } from '../../docs/references';
import { subgraphs } from '../../subgraphs';
import {
  isReferredTo,
  keyOf,
  linksOf,
  nameOf,
  ownerOf,
  termOf,
  type EntityClass,
} from '../../subgraphs/kernel';
import { NO_REFERENCE } from './no-reference';

/** What the name of a property says of another record. */
const NAMES_A_RECORD = /(number|code|id|document|reference|uscc)s?$/i;

const exempt = new Set(Object.values(NO_REFERENCE).flat());

/** What is a declared reference and not checked as one, `Noun.property` or `* ▶ Noun`, by its reason. */
const CHECKED_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'its kind refuses a division, or a kind of department, that there is not': ['* ▶ Region', '* ▶ Department'],
  'an entry of a published catalogue: the door refuses one that there is not': [
    ...['* ▶ EquipmentKind', '* ▶ HazardCriterion'],
  ],
  'its submission or its step refuses what is not there': [
    ...['GridPerson.gridCode', 'Inspection.equipmentCode', 'EquipmentTest.equipmentCode'],
    'CampaignCheck.equipmentCode',
    ...['CylinderFilling.cylinderSerial', 'EquipmentViolation.equipmentCode', 'EquipmentOrder.equipmentCode'],
    ...['LiftFault.equipmentCode', 'Inspector.bodyId', 'CreditRepair.listingId', 'MeasureFeedback.listingId'],
    ...['CccCertificate.bodyCode', 'CccCertificate.laboratoryCode', 'SpotCheck.planNumber'],
    ...['TraceStep.spotCheckId', 'Attendance.courseId', 'TypicalCase.caseNumber'],
  ],
  'written by the kernel, a reaction or the step itself, of a row that it holds': [
    ...['CaseMaterial.spotCheckId', 'CaseMaterial.hazardNumber', 'CaseMaterial.partyUscc'],
    ...['HazardClue.inspectionId', 'HazardClue.equipmentCode', 'HazardClue.uscc', 'HazardClue.hazardNumber'],
    ...['EquipmentChange.equipmentCode', 'EnterpriseChange.uscc', 'AssessmentProposal.assessmentId'],
    ...['TipTransfer.tipNumber', 'TipRecusal.tipNumber'],
    '*.duplicateOf',
  ],
  'a copy of what was checked where it was stated: in the case, in the pool of the draw, in the spot check': [
    ...['PenaltyDecision.partyUscc', 'DrawCheck.uscc', 'SpotCheckOfParty.planNumber'],
  ],
  'a licence comes before the enterprise that it lets register (先证后照)': ['PriorLicence.uscc'],
};

/** What has no list at its other end, `Noun.property` or `* ▶ Noun`, by its reason. */
const NO_WAY_BACK: Readonly<Record<string, readonly string[]>> = {
  'nearly every noun names it: the lists at the root are by division and by kind of department': [
    ...['* ▶ Region', '* ▶ Department'],
  ],
  'an entry of a published catalogue: the lists at the root are filtered by it': [
    ...['* ▶ EquipmentKind', '* ▶ HazardCriterion'],
  ],
  'what repeats another row stands in no list': ['*.duplicateOf'],
  'for those who handle the tip: tests/subgraphs/enforcement/tip-steps.test.ts walks it': [
    ...['Tip.caseNumber', 'Tip.hazardNumber'],
  ],
  'for those who handle the tip: its content lists its transfers, and a recusal is for the head': [
    ...['TipTransfer.tipNumber', 'TipRecusal.tipNumber'],
  ],
  'who may be drawn is told by the draw; who was, by drawChecks': ['Draw.pool'],
  'the list at its other end is Matter.versions, narrowed by division and state': [
    'MatterVersion.matterCode',
  ],
  'one new risk becomes one matter: the version leads to the risk, and the risk to the matter': [
    ...['MatterVersion.newRiskId', 'NewRisk.matterCode'],
  ],
  'a clue is found from its device and its hazard': ['HazardClue.inspectionId', 'HazardClue.orderNumber'],
};
const withoutWay = new Set(Object.values(NO_WAY_BACK).flat());
const checkedOtherwise = new Set(Object.values(CHECKED_OTHERWISE).flat());

function textColumns(entity: EntityClass): string[] {
  const classes: unknown[] = [];
  for (let at: unknown = entity; typeof at === 'function'; at = Object.getPrototypeOf(at)) classes.push(at);
  return getMetadataArgsStorage()
    .columns.filter(({ target, options }) => classes.includes(target) && options.type === 'varchar')
    .map(({ propertyName }) => propertyName);
}

/** The key of a noun; of a further table, its first column. */
function keyIn(entity: EntityClass): string | undefined {
  return isReferredTo(entity) ? keyOf(entity) : undefined;
}

describe('references', () => {
  const declared = declaredReferences();

  test('a text that names a record MUST be a declared reference, or stand on the list with its reason', () => {
    const undeclared = subgraphs.flatMap(({ entities }) =>
      entities.flatMap((entity) => {
        const known = new Set(linksOf(entity).map(({ property }) => property));
        return textColumns(entity)
          .filter(
            (property) => NAMES_A_RECORD.test(property) && !known.has(property) && property !== keyIn(entity),
          )
          .filter((property) => !exempt.has(`*.${property}`) && !exempt.has(`${nameOf(entity)}.${property}`))
          .map((property) => `${nameOf(entity)}.${property}`);
      }),
    );
    expect(undeclared.sort()).toEqual([]);
  });

  test('a reference MUST say what becomes of a key that leads to nothing, or stand on the list with its reason', () => {
    const unsaid = declared.filter(({ noun, to, link }) => {
      const names = [`* ▶ ${to}`, `*.${link.property}`, `${noun}.${link.property}`];
      return link.unknown === undefined && !names.some((name) => checkedOtherwise.has(name));
    });
    expect(unsaid.map(({ noun, link }) => `${noun}.${link.property}`)).toEqual([]);
  });

  test('a reference MUST be walked both ways, or stand on the list with its reason', () => {
    const oneWay = declared.filter(({ noun, to, link }) => {
      const names = [`* ▶ ${to}`, `*.${link.property}`, `${noun}.${link.property}`];
      return !link.back && !names.some((name) => withoutWay.has(name));
    });
    expect(oneWay.map(({ noun, link }) => `${noun}.${link.property}`)).toEqual([]);
    const both = new Set(
      declared.filter(({ link }) => link.back).map(({ noun, link }) => `${noun}.${link.property}`),
    );
    expect([...withoutWay].filter((name) => both.has(name))).toEqual([]);
  });

  test('what stands on a list MUST be there, and not be checked after all', () => {
    const held = new Set(
      declared.filter(({ link }) => !link.unknown).map(({ noun, link }) => `${noun}.${link.property}`),
    );
    const over = [...checkedOtherwise].filter((name) => !name.startsWith('*') && !held.has(name));
    expect(over).toEqual([]);
    const columns = new Set(
      subgraphs.flatMap(({ entities }) =>
        entities.flatMap((entity) => textColumns(entity).map((property) => `${nameOf(entity)}.${property}`)),
      ),
    );
    expect([...exempt].filter((name) => !name.startsWith('*') && !columns.has(name))).toEqual([]);
  });

  test('what is flagged MUST be for any agency to see: the list of flags tells it', () => {
    const closed = declared.filter(
      ({ link: { unknown, level } }) => unknown === 'flag' && level !== 'PUBLIC' && level !== 'UNCONDITIONAL',
    );
    expect(closed.map(({ noun, link }) => `${noun}.${link.property}`)).toEqual([]);
  });

  test('both ends of a reference MUST carry the same level', () => {
    // a list cannot be RESTRICTED: it names no owner, and stands on a stub that has no division
    const differing = declared.filter(
      ({ link }) => link.back && (link.back.level !== link.level || link.level === 'RESTRICTED'),
    );
    expect(differing.map(({ noun, link }) => `${noun}.${link.property}`)).toEqual([]);
  });

  test('a stub MUST name the subgraph that holds the noun, which must say whether there is one', () => {
    const owned = new Map(
      subgraphs.flatMap(({ name, entities, types }) =>
        [...entities, ...types]
          .filter((type) => ownerOf(type) === undefined)
          .map((type) => [nameOf(type), name] as const),
      ),
    );
    const wrong = declared.filter(({ to, owner }) => owned.get(to) !== owner);
    expect(wrong.map(({ noun, to, owner }) => `${noun} ▶ ${owner}.${to}`)).toEqual([]);
  });

  test('what is checked MUST have a name that an officer understands', () => {
    const unnamed = declared.filter(
      ({ link }) => link.unknown && !/\p{Script=Han}/u.test(termOf(link.to()).zh),
    );
    expect(unnamed.map(({ noun, link }) => `${noun}.${link.property}`)).toEqual([]);
  });
});
