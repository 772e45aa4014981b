import type { StoredDuty, StoredStage } from './matter';
import type { DraftStageInput } from './matter.inputs';

/** A stage as it was drafted; of each kind of duty who was named, if anybody was. */
export function stageWith(input: DraftStageInput): StoredStage {
  const { order, name, department, duties, legalBasis } = input;
  const told: StoredDuty[] = [
    { role: 'INDUSTRY', kinds: input.industryKinds ?? [], duty: input.industryDuty },
    { role: 'SUPERVISION', kinds: input.supervisionKinds ?? [], duty: input.supervisionDuty },
    { role: 'ENFORCEMENT', kinds: input.enforcementKinds ?? [], duty: input.enforcementDuty },
    { role: 'LOCAL', kinds: input.localKinds ?? [], duty: input.localDuty },
  ];
  const responsibilities = told.map((each) => ({ ...each, kinds: [...new Set(each.kinds)] }));
  return { order, name, department, duties, legalBasis, responsibilities };
}

/** The stages of a draft with this one, in their order: one of the same name gives way. */
export function stagesWith(stages: readonly StoredStage[], stage: StoredStage): StoredStage[] {
  return [...stages.filter(({ name }) => name !== stage.name), stage].sort(
    (one, other) => one.order - other.order,
  );
}
