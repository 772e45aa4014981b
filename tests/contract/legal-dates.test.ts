import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { buildSchemas } from '../../schema/build';

/** What a field is called that says by when something is due, or until when it holds. */
const DUE = /(By|Due|[dD]ueOn|Until|[eE]ndsOn|[eE]xpiresOn|[dD]eadline)$/;

/** Dates without the number of a law beside them, by their reason. */
const NO_RULE: Readonly<Record<string, readonly string[]>> = {
  'set by an officer, a plan or a document': [
    ...[
      'Hazard.dueOn',
      'Hazard.originalDueOn',
      'HazardEvent.dueOn',
      'LedgerRow.dueOn',
      'RectificationPlan.dueOn',
    ],
    ...['EquipmentOrder.rectifyBy', 'SupervisoryNotice.dueOn', 'Reinspection.dueOn', 'Recall.dueOn'],
    ...['ActionMeasure.dueOn', 'ActionTask.dueOn', 'Milestone.dueOn', 'DueTask.dueOn', 'LateTask.dueOn'],
    ...['AssignedItem.dueOn', 'MatterVersion.answerBy', 'CampaignList.deadline', 'ValveCoverage.deadline'],
    ...['TrainingBodyReview.deadline', 'InsuranceCoverage.dueOn', 'PenaltyDecision.restrictedUntil'],
    ...['Matter.provisionalUntil', 'MatterVersion.provisionalUntil', 'MatterForm.provisionalUntil'],
  ],
  'stated by a policy, a licence or a certificate': [
    ...['SafetyInsurance.validUntil', 'Equipment.insuredUntil', 'SafetyStandard.validUntil'],
    ...['InspectionBody.validUntil', 'Inspector.validUntil', 'CccCertificate.expiresOn'],
    ...['PriorLicence.validUntil', 'PriorLicence.suspendedUntil'],
  ],
  'stated by its report; where it is not, the device tells the rule': ['Inspection.nextDueOn'],
  'the date of a record that tells the rule itself': [
    ...['OperatorAuthorisation.expiresOn', 'WorkCheck.expiresOn', 'QualificationCheck.expiresOn'],
    ...['PrincipalTraining.dueOn', 'GateListing.expiresOn'],
  ],
};

const api = buildSchema(buildSchemas()['api.graphql'] ?? '');
const types = Object.values(api.getTypeMap()).filter(isObjectType);
const dates = types.flatMap((type) =>
  Object.values(type.getFields())
    .filter((field) => DUE.test(field.name) && /^Date(Time)?$/.test(getNamedType(field.type).name))
    .map(({ name }) => ({ name: `${type.name}.${name}`, hasRule: `${name}Rule` in type.getFields() })),
);

describe('dates that a law computes', () => {
  it('have the rule beside them, or a reason for which no law computes them', () => {
    const reasons = Object.values(NO_RULE).flat();
    const bare = dates.filter(({ hasRule }) => !hasRule).map(({ name }) => name);
    expect(bare.sort()).toEqual([...reasons].sort());
  });

  it('are many', () => {
    expect(dates.filter(({ hasRule }) => hasRule).length).toBeGreaterThan(30);
  });
});
