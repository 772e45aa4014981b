import { equipment } from '../../subgraphs/equipment';
import { CylinderFilling } from '../../subgraphs/equipment/cylinder/cylinder-filling';
import { EquipmentTest } from '../../subgraphs/equipment/inspection/equipment-test';
import { Inspection } from '../../subgraphs/equipment/inspection/inspection';
import { EmergencyPlan } from '../../subgraphs/equipment/safety/emergency-plan';
import { enforcement } from '../../subgraphs/enforcement';
import { Draw } from '../../subgraphs/enforcement/draw/draw';
import { TypicalCase } from '../../subgraphs/enforcement/typical-case/typical-case';
import { hazards } from '../../subgraphs/hazards';
import { HazardPenalty } from '../../subgraphs/hazards/signals/signal';
import { matters } from '../../subgraphs/matters';
import { DutyRecord } from '../../subgraphs/matters/duty/duty';
import { quality } from '../../subgraphs/quality';
import { CccValidityCheck } from '../../subgraphs/quality/certificate/validity-check';
import { InstitutionCheck } from '../../subgraphs/quality/institution/institution';
import { SpotCheck } from '../../subgraphs/quality/sampling/spot-check';
import { TraceStep } from '../../subgraphs/quality/trace/trace-step';
import type { EntityClass, SubgraphDefinition } from '../../subgraphs/kernel';
import { registry } from '../../subgraphs/registry';
import { ProjectSafety } from '../../subgraphs/registry/duty/project-safety';
import { PriorLicence } from '../../subgraphs/registry/enterprise/prior-licence';
import { training } from '../../subgraphs/training';
import { Attendance } from '../../subgraphs/training/course/attendance';
import { Qualification } from '../../subgraphs/training/qualification/qualification';
import { TrainingBody } from '../../subgraphs/training/body/training-body';

/** Of one noun. */
interface StoredTwice {
  subgraph: SubgraphDefinition;
  entity: EntityClass;
  /** Rows as 0.1.0 has stored them, by their ids, and by the same ids what each of them names as the first. */
  rows: Record<string, object>;
  firsts: Record<string, string | null>;
}

const [USCC, OTHER] = ['91430682MA4L16JQ90', '91430682MA4L99990A'];
const certificate = { scheme: 'SAFETY_MANAGEMENT', numberPseudonym: 'p', statedItem: 'P', standing: 'VALID' };
export const cases: StoredTwice[] = [
  {
    subgraph: enforcement,
    entity: Draw,
    rows: {
      a: { seedDigest: 's', announcedAt: '2026-03-01T01:00:00Z', drawnOn: null },
      b: { seedDigest: 's', announcedAt: '2026-03-02T01:00:00Z', drawnOn: '2026-03-03' },
      c: { seedDigest: 't', announcedAt: '2026-03-02T01:00:00Z', drawnOn: null },
    },
    firsts: { a: 'once/b', b: null, c: null },
  },
  {
    subgraph: enforcement,
    entity: TypicalCase,
    rows: {
      a: { caseNumber: '岳（消）立〔2026〕1号', votes: 9, publishedOn: null },
      b: { caseNumber: '岳(消)立〔2026〕1号', votes: 1, publishedOn: '2026-04-01' },
      c: { caseNumber: '岳(消)立〔2026〕2号', votes: 1, publishedOn: null },
    },
    firsts: { a: 'once/b', b: null, c: null },
  },
  {
    subgraph: registry,
    entity: PriorLicence,
    rows: {
      a: { uscc: USCC, number: '湘危化[2026]1号', validUntil: '2028-01-01', endedOn: null },
      b: { uscc: USCC, number: '湘危化〔2026〕01', validUntil: '2029-01-01' },
      c: { uscc: USCC, number: '湘危化（2026）1号', validUntil: '2027-01-01', endedOn: '2026-02-01' },
      d: { uscc: OTHER, number: '湘危化〔2026〕1号', validUntil: '2028-01-01' },
    },
    firsts: { a: 'once/c', b: 'once/c', c: null, d: null },
  },
  {
    subgraph: registry,
    entity: ProjectSafety,
    rows: {
      a: { uscc: USCC, kind: 'NEW', name: '一期 (合成)', doneOn: '2026-01-01' },
      b: { uscc: USCC, kind: 'NEW', name: '一期（合成）', doneOn: null },
      c: { uscc: USCC, kind: 'EXISTING', name: '一期（合成）', doneOn: null },
    },
    firsts: { a: 'once/b', b: null, c: null },
  },
  {
    subgraph: training,
    entity: Qualification,
    rows: {
      a: { ...certificate, issuedOn: '2026-03-01', validUntil: '2028-03-01' },
      b: { ...certificate, issuedOn: '2026-03-01', validUntil: '2029-03-01', standing: 'REVOKED' },
      c: { ...certificate, issuedOn: '2023-03-01', validUntil: '2026-03-01' },
      d: { ...certificate, issuedOn: '2026-03-01', statedItem: 'M' },
    },
    firsts: { a: 'once/b', b: null, c: null, d: null },
  },
  {
    subgraph: training,
    entity: Attendance,
    rows: {
      a: { personId: 'p', subject: USCC, courseId: 'k', outcome: 'PASSED' },
      b: { personId: 'p', subject: USCC, courseId: 'k', outcome: 'FAILED' },
      c: { personId: 'p', subject: OTHER, courseId: 'k', outcome: 'PASSED' },
    },
    firsts: { a: 'once/b', b: null, c: null },
  },
  {
    subgraph: training,
    entity: TrainingBody,
    rows: {
      a: { uscc: USCC, kind: 'SAFETY_TRAINING', status: 'QUALIFIED' },
      b: { uscc: USCC, kind: 'SAFETY_TRAINING', status: 'UNREVIEWED' },
      c: { uscc: USCC, kind: 'SAFETY_TRAINING', status: 'UNQUALIFIED' },
      d: { uscc: USCC, kind: 'OPERATOR_EXAM', status: 'QUALIFIED' },
    },
    firsts: { a: 'once/c', b: 'once/c', c: null, d: null },
  },
  {
    subgraph: hazards,
    entity: HazardPenalty,
    rows: {
      a: { uscc: USCC, documentNumber: '临应急罚[2026]8号', decidedOn: '2026-06-01' },
      b: { uscc: USCC, documentNumber: '临应急罚（2026）008', decidedOn: '2026-06-02' },
      c: { uscc: USCC, documentNumber: '临应急罚〔2026〕9号', decidedOn: '2026-06-02' },
      d: { uscc: OTHER, documentNumber: '临应急罚〔2026〕8号', decidedOn: '2026-06-02' },
    },
    firsts: { a: 'once/b', b: null, c: null, d: null },
  },
  {
    subgraph: equipment,
    entity: Inspection,
    rows: {
      a: { equipmentCode: 'D1', reportNumber: 'tj（2026）-001', inspectedOn: '2026-03-01' },
      b: { equipmentCode: 'D1', reportNumber: 'TJ(2026)-001', inspectedOn: '2026-03-02' },
      c: { equipmentCode: 'D2', reportNumber: 'TJ(2026)-001', inspectedOn: '2026-03-02' },
      d: { equipmentCode: 'D1', reportNumber: null, inspectedOn: '2026-03-02' },
      e: { equipmentCode: 'D1', reportNumber: null, inspectedOn: '2026-03-02' },
    },
    firsts: { a: 'once/b', b: null, c: null, d: null, e: null },
  },
  {
    subgraph: equipment,
    entity: EquipmentTest,
    rows: {
      a: { equipmentCode: 'D1', reportNumber: 'ｊｃ 7', testedOn: '2026-03-01' },
      b: { equipmentCode: 'D1', reportNumber: 'JC7', testedOn: '2026-03-01' },
    },
    firsts: { a: 'once/b', b: null },
  },
  {
    subgraph: equipment,
    entity: CylinderFilling,
    rows: {
      a: { cylinderSerial: 'O2-1', fillerUscc: USCC, filledOn: '2026-03-01', batch: 'b 1', refusal: null },
      b: {
        cylinderSerial: 'O2-1',
        fillerUscc: USCC,
        filledOn: '2026-03-01',
        batch: 'B1',
        refusal: 'OVERDUE',
      },
      c: { cylinderSerial: 'O2-1', fillerUscc: USCC, filledOn: '2026-03-02', batch: 'B1' },
    },
    firsts: { a: 'once/b', b: null, c: null },
  },
  {
    subgraph: equipment,
    entity: EmergencyPlan,
    rows: {
      a: { uscc: USCC, title: '电梯困人预案', adoptedOn: '2026-03-01' },
      b: { uscc: USCC, title: '电梯困人预案', adoptedOn: '2026-03-01' },
      c: { uscc: USCC, title: '电梯困人预案', adoptedOn: '2027-03-01' },
    },
    firsts: { a: null, b: 'once/a', c: null },
  },
  {
    subgraph: matters,
    entity: DutyRecord,
    rows: {
      a: { kind: 'URGING_LETTER', departmentCode: 'd', heldOn: '2026-03-01', evidence: '临安委函[2026]8号' },
      b: { kind: 'URGING_LETTER', departmentCode: 'd', heldOn: '2026-03-01', evidence: '临安委函〔2026〕08' },
      c: { kind: 'CIRCULAR', departmentCode: 'd', heldOn: '2026-03-01', evidence: '临安委函〔2026〕8号' },
    },
    firsts: { a: null, b: 'once/a', c: null },
  },
  {
    subgraph: quality,
    entity: SpotCheck,
    rows: {
      a: { source: 'recorded/here', sourceId: 'cj－7', id: 'once/a', batch: 'b 1', result: 'PENDING' },
      b: { source: 'recorded/here', sourceId: 'CJ-7', id: 'once/b', batch: 'B1', result: 'UNQUALIFIED' },
      c: { source: 'sent', sourceId: 'CJ-7', id: 'once/c', batch: 'B1', result: 'UNQUALIFIED' },
    },
    firsts: { a: 'once/b', b: null, c: null },
  },
  {
    subgraph: quality,
    entity: TraceStep,
    rows: {
      a: {
        spotCheckId: 's',
        direction: 'UP',
        enterpriseUscc: USCC,
        notifiedOn: '2026-03-01',
        answeredOn: null,
      },
      b: {
        spotCheckId: 's',
        direction: 'UP',
        enterpriseUscc: USCC,
        notifiedOn: '2026-03-01',
        answeredOn: '2026-03-02',
      },
      c: {
        spotCheckId: 's',
        direction: 'DOWN',
        enterpriseUscc: USCC,
        notifiedOn: '2026-03-01',
        answeredOn: null,
      },
    },
    firsts: { a: 'once/b', b: null, c: null },
  },
  {
    subgraph: quality,
    entity: CccValidityCheck,
    rows: {
      a: {
        certificateNumber: '2025010101000001',
        checkedOn: '2026-03-01',
        regionCode: '430682',
        result: 'CONFORMING',
      },
      b: {
        certificateNumber: '2025010101000001',
        checkedOn: '2026-03-01',
        regionCode: '430682',
        result: 'CONFORMING',
      },
      c: {
        certificateNumber: '2025010101000001',
        checkedOn: '2026-03-01',
        regionCode: '430682',
        result: 'NONCONFORMING',
      },
    },
    firsts: { a: null, b: 'once/a', c: null },
  },
  {
    subgraph: quality,
    entity: InstitutionCheck,
    rows: {
      a: {
        kind: 'BODY',
        institutionCode: '98',
        checkedOn: '2026-03-01',
        result: 'HANDED_OVER',
        findings: null,
      },
      b: {
        kind: 'BODY',
        institutionCode: '98',
        checkedOn: '2026-03-01',
        result: 'HANDED_OVER',
        findings: '合成',
      },
    },
    firsts: { a: 'once/b', b: null },
  },
];
